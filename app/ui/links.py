"""Links: the one door out of the program, for http, https, mailto and tel alone.

What a card calls a link is text from a stranger: `read_link` says whether it may be opened at all,
everything else stays plain text. A web link shows its host in full before it opens.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.contact import Email, Phone
from app.domain.errors import ExpectedError
from app.ui import plain
from app.ui.look.theme import Theme
from app.ui.widgets.dialog import Dialog

LONGEST = 2000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BARE = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?:[/?#].*)?")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:?&\"\\%/#]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = re.compile(r"\+?[0-9][0-9() .\-/]*[0-9]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc]")
_WEB = ("http", "https")


class LinkNotOpenedError(ExpectedError):
    """No program took the link (no browser, no mail program)."""

    def __init__(self, link: "Link") -> None:
        super().__init__(link.shown)
        self.link = link


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be opened. `host` is where a web link leads, empty for mail and telephone."""

    scheme: str
    url: str
    shown: str
    host: str = ""


def read_link(text: str) -> Link | None:
    """A link as a card writes it, or None where it is only text."""
    text = text.strip(" ")
    if not text or len(text) > LONGEST or any(_is_hidden(char) for char in text):
        return None
    if not _SCHEME.match(text):
        return _web(f"https://{text}", text) if _BARE.fullmatch(text) else None
    scheme, rest = text.split(":", 1)
    scheme = scheme.lower()
    if scheme in _WEB:
        return _web(f"{scheme}:{rest}", text)
    if scheme == "mailto":
        return _mail(rest)
    return _phone(rest) if scheme == "tel" else None


def mail_link(email: Email) -> Link | None:
    """A letter to an address: the address alone, never a header."""
    return _mail(email.value.strip())


def phone_link(phone: Phone) -> Link | None:
    """A call; never a code with * or #, which would be an order to the telephone."""
    return _phone(phone.e164 or phone.value)


def _is_hidden(char: str) -> bool:
    """White space, control and direction characters, a backslash: none belongs into a link."""
    return char in '\\<>"`{}|^' or char.isspace() or unicodedata.category(char)[0] in "CZ"


def _web(url: str, shown: str) -> Link | None:
    read = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not read.isValid() or not url.lower().startswith(("http://", "https://")):
        return None
    ascii_host = read.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if not ascii_host or read.userInfo() or "@" in read.authority():
        return None
    host = read.host()
    if host != ascii_host:
        host = f"{host} ({ascii_host})"
    if read.port() != -1:
        host = f"{host}:{read.port()}"
    return Link(read.scheme(), bytes(read.toEncoded().data()).decode("ascii"), shown, host)


def _mail(address: str) -> Link | None:
    if not _ADDRESS.fullmatch(address) or any(_is_hidden(char) for char in address):
        return None
    return Link("mailto", f"mailto:{address}", address)


def _phone(number: str) -> Link | None:
    number = _DASHES.sub("-", unicodedata.normalize("NFKC", number)).strip()
    if not _NUMBER.fullmatch(number):
        return None
    return Link("tel", f"tel:{re.sub(r'[^+0-9]', '', number)}", number)


class LinkOpener(QObject):
    """Opens links over a window; a web link only after its host was shown in full."""

    failed = Signal(object)
    """`LinkNotOpenedError`: connect it to `workspace.failed`."""

    def __init__(
        self,
        theme: Theme,
        over: QWidget,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._open_url = open_url

    def open(self, link: Link) -> None:
        """Open a link that `read_link`, `mail_link` or `phone_link` gave."""
        if link.scheme not in _WEB:
            self._hand_over(link)
            return
        asking = _AskHost(self._theme, link, self._over)
        asking.accepted.connect(lambda: self._hand_over(link))
        asking.open()

    def _hand_over(self, link: Link) -> None:
        if not self._open_url(QUrl(link.url, QUrl.ParsingMode.StrictMode)):
            self.failed.emit(LinkNotOpenedError(link))


class _AskHost(Dialog):
    """Shows where a web link leads, and opens nothing by itself."""

    def __init__(self, theme: Theme, link: Link, over: QWidget) -> None:
        super().__init__(theme, over, link.host, icon="globe")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open in the browser"))
        self.setAccessibleDescription(link.host)
        self.words.setText(self.tr("This opens in your browser:"))
        self.words.show()
        self.body.addWidget(plain.Label(theme, link.url, color="ink3", wrap=True, lines=3))
        cancel = self.add_button(
            self.tr("Cancel"), kind="ghost", result=QDialog.DialogCode.Rejected
        )
        self.add_button(
            self.tr("Open"), kind="primary", result=QDialog.DialogCode.Accepted
        ).setDefault(True)
        cancel.setFocus()
