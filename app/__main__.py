"""`python -m app`: child, command line or window, chosen before anything heavy is loaded."""

import gc
import sys

from app.cli import mistakes
from app.store import no_dumps

_READING_CHILD = "--reading-child"
_CALENDAR_CHILD = "--calendar-child"
_KEYRING_CHILD = "--keyring-child"
_UNLOCKING_CHILD = "--unlocking-child"


def main() -> int:
    """Do what the arguments ask for; the exit code."""
    no_dumps.forbid()
    mistakes.install()
    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first == _READING_CHILD:
        from app.interchange import child

        child.run()
        return 0
    if first == _CALENDAR_CHILD:
        from app.interchange import calendar_child

        calendar_child.run()
        return 0
    if first == _KEYRING_CHILD:
        from app.store import keyring_child

        return keyring_child.main()
    if first == _UNLOCKING_CHILD:
        from app.store import unlocking

        return unlocking.main(sys.argv[2:])
    from app.cli import command
    from app.cli.stopping import answered

    asked = command.run(sys.argv[1:])
    if isinstance(asked, int):
        answered()
        return asked
    # What is loaded from here on stays: looking through it again and again finds nothing.
    gc.disable()
    from app import main as program

    return program.answer(asked)


if __name__ == "__main__":
    sys.exit(main())
