"""The command line, which tells at its end how much memory it ever held:
`python -m tests.bench.import_memory ARGUMENTS...`.
"""

import sys

from tests.bench.memory import tell_memory


def main() -> int:
    """Run the program, then tell."""
    from app.__main__ import main as program

    code = program()
    tell_memory()
    return code


if __name__ == "__main__":
    sys.exit(main())
