"""What the packaged program runs: the same as `python -m app`."""

from app.__main__ import main

if __name__ == "__main__":
    main()
