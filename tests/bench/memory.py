"""What a process holds, in MiB, as the system counts it (Linux)."""

import sys
from pathlib import Path

from tests.bench.events import FILE, tell_value


def tell_memory(now: str = "rss") -> None:
    """Tell what is held now (under that name), and the most that ever was."""
    for line in Path("/proc/self/status").read_text().splitlines():
        name, _, said = line.partition(":")
        if name in {"VmRSS", "VmHWM"}:
            tell_value(now if name == "VmRSS" else "peak", int(said.split()[0]) / 1024)


def tell_files() -> None:
    """Tell which files this process has mapped or imported."""
    maps = Path("/proc/self/maps").read_text().splitlines()
    files = {line.split(maxsplit=5)[-1] for line in maps if "/" in line}
    for module in list(sys.modules.values()):
        files |= {str(getattr(module, name, None)) for name in ("__file__", "__cached__")}
    for name in sorted(files):
        if name.startswith("/") and Path(name).is_file():
            sys.stderr.write(f"{FILE} {name}\n")
