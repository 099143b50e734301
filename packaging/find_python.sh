#!/bin/sh
# Prints the Python that makes the virtual environment: the first of these that is 3.11 or newer.
# $PYTHON, when set, is the only one that is asked.
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    path=$("$name" -c 'import sys; sys.version_info >= (3, 11) and print(sys.executable)' 2>/dev/null)
    if [ -n "$path" ]; then
        printf '%s\n' "$path"
        exit 0
    fi
done
echo "Enishi needs Python 3.11 or newer. Found: ${PYTHON:-$(python3 --version 2>/dev/null || echo no python3)}." >&2
echo "Install one (Debian, Ubuntu: apt-get install python3 python3-venv), or name it: make run PYTHON=/path/to/python3.12" >&2
exit 1
