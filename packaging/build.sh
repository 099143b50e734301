#!/usr/bin/env bash
# Builds the one-folder application into dist/enishi/, with desktop entry, icons and an installer for
# one user, and tries it outside the checkout, in a home of its own, on a desktop with real parts.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
dist=dist
began=$SECONDS

"$python" packaging/floors.py # nothing is built of what is too old
rm -rf "$dist/enishi"
"$python" packaging/render_icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$dist" --workpath build/pyinstaller packaging/enishi.spec
strip --strip-unneeded "$dist"/enishi/_internal/libpython3*.so* 2>/dev/null || true

share=$dist/enishi/share
mkdir -p "$share/applications" "$share/icons/hicolor/scalable/apps"
desktop-file-validate packaging/linux/enishi.desktop
cp packaging/linux/enishi.desktop "$share/applications/"
cp -r build/icons/. "$share/icons/hicolor/"
cp resources/brand/app-icon.svg "$share/icons/hicolor/scalable/apps/enishi.svg"
cp packaging/linux/install.sh "$dist/enishi/install.sh"
cp LICENSE "$dist/enishi/"
chmod +x "$dist/enishi/install.sh"
built=$((SECONDS - began))

"$python" -m tests.package "$dist/enishi"
echo "$dist/enishi: $(du -sh "$dist/enishi" | cut -f1), built in $built s, tried in $((SECONDS - began - built)) s"
