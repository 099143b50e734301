"""No core dumps: what lay in memory when the program crashed is written nowhere (R51).

The process stays as visible to its own user as before: without that, the portals of sandboxes would
not know it.
"""

import sys
from contextlib import suppress
from pathlib import Path

_FILTER = Path("/proc/self/coredump_filter")


def forbid() -> None:
    """For this process and all that it starts. Windows keeps dumps by a setting of its own."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # A dump that is piped to a service asks for no limit; it holds no memory then (core(5)).
    with suppress(OSError):
        _FILTER.write_text("0")
