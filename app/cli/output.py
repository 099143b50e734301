"""Where words and results go: results on standard output, words on standard error."""

import json
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from app.domain.folding import visible


class OutputFailedError(Exception):
    """Standard output could not be written; `gone` where nobody reads it any more."""

    def __init__(self, *, gone: bool) -> None:
        super().__init__()
        self.gone = gone


class Output:
    """The two streams. Control characters in people's data never reach the terminal (R44)."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out: TextIO | None = sys.stdout if out is None else out
        self._err: TextIO | None = sys.stderr if err is None else err

    @property
    def can_write(self) -> bool:
        """Whether there is a standard output at all."""
        return self._out is not None

    def line(self, text: str = "") -> None:
        """One or several lines of result."""
        self._write("\n".join(clean(part) for part in text.split("\n")) + "\n", binary=False)

    def json(self, content: object) -> None:
        """The result as one JSON object in UTF-8, without lone surrogates."""
        self._write(json.dumps(content, ensure_ascii=False) + "\n", binary=True)

    def say(self, text: str) -> None:
        """Words, on standard error. There they are a courtesy: nothing fails without them."""
        if self._err is None:
            return
        try:
            lines = "\n".join(clean(part) for part in text.split("\n"))
            encoding = self._err.encoding or "utf-8"
            self._err.write(lines.encode(encoding, "replace").decode(encoding) + "\n")
            self._err.flush()
        except (OSError, ValueError):
            self._err = None

    def _write(self, text: str, *, binary: bool) -> None:
        if self._out is None:
            return
        encoding = "utf-8" if binary else (self._out.encoding or "utf-8")
        data = text.encode(encoding, "replace")
        try:
            self._out.flush()
            self._out.buffer.write(data)
            self._out.buffer.flush()
        except BrokenPipeError:
            self._close()
            raise OutputFailedError(gone=True) from None
        except (OSError, ValueError):
            self._close()
            raise OutputFailedError(gone=False) from None

    def _close(self) -> None:
        """So that Python does not try once more at its end, and complain."""
        out, self._out = self._out, None
        if isinstance(out, TextIOWrapper) and out is sys.__stdout__:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, out.fileno())
            os.close(nowhere)


def clean(line: str) -> str:
    """One line as it may stand on a terminal; tabs and blanks at its start stay."""
    start = line[: len(line) - len(line.lstrip(" "))]
    return start + "\t".join(visible(part) for part in line.split("\t"))


def file_name(path: os.PathLike[str]) -> str:
    """A path as text that every reader of JSON takes."""
    return os.fsencode(path).decode("utf-8", "replace")
