#!/usr/bin/env bash
# Builds the one-folder application into dist/enishi/, with desktop entry, icons and an installer for
# one user, and lets it pass its own --self-test in a place and a home of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv/bin/python
dist=dist

"$python" -m PyInstaller --noconfirm --log-level WARN --distpath "$dist" --workpath build/pyinstaller packaging/enishi.spec

share=$dist/enishi/share
mkdir -p "$share/applications" "$share/icons/hicolor/scalable/apps"
cp packaging/linux/enishi.desktop "$share/applications/"
cp resources/brand/app-icon.svg "$share/icons/hicolor/scalable/apps/enishi.svg"
"$python" packaging/render_icons.py "$share/icons/hicolor"
cp packaging/linux/install.sh "$dist/enishi/install.sh"
cp LICENSE "$dist/enishi/"
chmod +x "$dist/enishi/install.sh"

echo "Trying it outside the checkout..."
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
cp -r "$dist/enishi" "$away/enishi"
mkdir -p "$away/home" && chmod 700 "$away/home"
clean=(env -i HOME="$away/home" PATH=/usr/bin:/bin LANG=C.UTF-8 XDG_RUNTIME_DIR="$away/home")
(cd "$away" && "${clean[@]}" xvfb-run -a -s "-screen 0 1280x1024x24" \
    dbus-run-session -- "$away/enishi/enishi" --self-test)
du -sh "$dist/enishi" | awk '{print "dist/enishi: " $1}'
