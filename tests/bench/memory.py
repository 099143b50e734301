"""What a process holds, in MiB, as the system counts it (Linux)."""

from pathlib import Path

from tests.bench.events import tell_value


def tell_memory() -> None:
    """Tell what is held now, and the most that ever was."""
    for line in Path("/proc/self/status").read_text().splitlines():
        name, _, said = line.partition(":")
        if name in {"VmRSS", "VmHWM"}:
            tell_value("rss" if name == "VmRSS" else "peak", int(said.split()[0]) / 1024)
