#!/bin/sh
# Installs Enishi for this user: the program, its menu entry, its icons, and .vcf files opening with it.
# Run it again after moving the folder; `install.sh --remove` takes everything back but your data.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin

if [ "${1:-}" = --remove ]; then
    rm -f "$bin/enishi" "$data/applications/enishi.desktop"
    find "$data/icons/hicolor" -name 'enishi.*' -delete 2>/dev/null || true
    echo "Removed. Your data is where it was."
    exit 0
fi

mkdir -p "$bin" "$data/applications" "$data/icons"
ln -sf "$here/enishi" "$bin/enishi"
# Quoted only where it must be: xdg-open outside GNOME and KDE does not understand quotes.
start=$bin/enishi
case $start in *[!A-Za-z0-9/._+-]*) start="\"$start\"" ;; esac
safe=$(printf '%s' "$start" | sed 's/[&|\\]/\\&/g')
sed "s|^Exec=enishi|Exec=$safe|; s|^TryExec=.*|TryExec=$(printf '%s' "$bin/enishi" | sed 's/[&|\\]/\\&/g')|" \
    "$here/share/applications/enishi.desktop" > "$data/applications/enishi.desktop"
cp -r "$here/share/icons/hicolor" "$data/icons/"
if command -v update-desktop-database >/dev/null 2>&1; then
    update-desktop-database -q "$data/applications" || true
fi
if command -v xdg-mime >/dev/null 2>&1; then
    xdg-mime default enishi.desktop text/vcard || true
fi
echo "Installed. Start it from the menu, or with: $bin/enishi"
