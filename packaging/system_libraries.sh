#!/bin/sh
# Installs what Qt and the tests need from the system and what is missing.
#
#   system_libraries.sh run          to open the window
#   system_libraries.sh test         and a virtual desktop: window manager, tray, notifications, keyring, accessibility,
#                                    and foreign eyes: on the store (the shell of SQLite, `strings`), on what a program opens (strace)
#   system_libraries.sh venv PYTHON  the module venv of that Python
#   system_libraries.sh package PYTHON  the shared library of that Python, where PyInstaller finds none
#
# On Debian and Ubuntu through apt (sudo when not root); on another system it names them and goes on.
# A second argument of `run` and `test` is a stamp file, touched when nothing is missing.
set -eu

qt='libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0
    libxcb1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1
    libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0 libwayland-egl1
    fonts-noto-cjk fonts-inter'
desk='xvfb xauth xdotool openbox x11-utils imagemagick trayer dunst dbus dbus-daemon libnotify-bin gnome-keyring
    libsecret-tools at-spi2-core python3-pyatspi gir1.2-atspi-2.0 desktop-file-utils shared-mime-info xdg-utils
    binutils sqlite3 file strace'

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

may_be_root() {
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null || [ -t 0 ]
}

# Asking apt, not dpkg: on newer systems another package (libglib2.0-0t64) may stand for the old name.
would_install() { apt-get --simulate --no-install-recommends install "$@" 2>/dev/null; }

nothing_missing() {
    plan=$(would_install "$@") || return 1
    ! printf '%s\n' "$plan" | grep -q '^Inst '
}

# The names that this release knows, when it does not know all of them.
known() {
    for name in "$@"; do
        if would_install "$name" >/dev/null; then printf '%s ' "$name"
        else say "This system has no package $name; going on without it."; fi
    done
}

not_installed() {
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$name"
    done
}

ask_for() {
    purpose=$1
    shift
    say "Some packages for $purpose are missing, and installing them takes an administrator. Please run:"
    say "  sudo apt-get install --no-install-recommends $(not_installed $*)"
}

install() {
    purpose=$1
    shift
    names=$*
    nothing_missing $names && return 0
    if ! may_be_root; then
        ask_for "$purpose" $names
        return 1
    fi
    say "Installing what the system lacks for $purpose (apt-get)..."
    wait_for_lock='-o DPkg::Lock::Timeout=300'
    if ! would_install $names >/dev/null; then
        as_root apt-get $wait_for_lock -qq update || say "apt-get update failed; trying with the lists that are here."
        would_install $names >/dev/null || names=$(known $names)
    fi
    log=$(mktemp)
    fetch() {
        as_root apt-get $wait_for_lock -qq -y -o Dpkg::Use-Pty=0 --no-install-recommends install $names >"$log" 2>&1
    }
    # Old lists name files that the server has replaced since.
    if fetch || { as_root apt-get $wait_for_lock -qq update && fetch; }; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        say "apt-get could not install them all; going on."
        return 1
    fi
}

need() {
    stamp=$1
    purpose=$2
    shift 2
    if [ "$(uname)" = Darwin ]; then
        : # Qt's wheel brings all that it needs there
    elif ! command -v apt-get >/dev/null; then
        say "This is not Debian or Ubuntu. Should something be missing, these are its names there:"
        say "  $(echo $*)"
    elif ! install "$purpose" $(echo $*); then
        return 0
    fi
    [ -z "$stamp" ] || touch "$stamp"
}

case ${1:-} in
    run) need "${2:-}" "the window" $qt ;;
    test) need "${2:-}" "a virtual desktop" $qt $desk ;;
    venv)
        version=$("$2" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if ! command -v apt-get >/dev/null; then
            say "$2 lacks the module venv; please install it for Python $version."
            exit 1
        fi
        if ! may_be_root; then
            wanted="python$version-venv $qt"
            [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || wanted="$wanted $desk" # the tour plays instead
            ask_for "the virtual environment and the window" $wanted
            exit 1
        fi
        # The name with the version is the one that belongs to this Python; python3-venv brings the default one.
        purpose="the virtual environment"
        install "$purpose" "python$version-venv" || install "$purpose" python3-venv
        ;;
    package)
        look='import sys
from PyInstaller.depend.bindepend import get_python_library_path as path
try: sys.exit(path() is None)
except Exception: sys.exit(1)'
        "$2" -c "$look" 2>/dev/null && exit 0
        if command -v apt-get >/dev/null; then
            install "the application" "$("$2" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])')"
        fi
        ;;
    *) say "usage: $0 run|test [STAMP] | venv PYTHON | package PYTHON"; exit 2 ;;
esac
