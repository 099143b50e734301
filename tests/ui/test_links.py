"""Only harmless links leave the program, and a web link only after its host was shown."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contact import Email, Phone
from app.ui import links, plain
from app.ui.links import Link, LinkNotOpenedError, LinkOpener, mail_link, phone_link, read_link
from app.ui.look.theme import Theme
from app.ui.widgets.button import Button

FORBIDDEN = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://server/share",
    " file:///etc/passwd",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "\tjavascript:alert(1)",
    "\u00a0javascript:alert(1)",
    "\u200bjavascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "smb://server/share",
    "\\\\server\\share",
    "//server/share",
    "///etc/passwd",
    "/etc/passwd",
    "C:\\Windows\\System32\\calc.exe",
    "c:/windows/system32/calc.exe",
    "ms-msdt:/id PCWDiagnostic",
    "ms-officecmd:{}",
    "ms-settings:",
    "search-ms:query=x",
    "shell:startup",
    "help:ghelp",
    "ssh://-oProxyCommand=calc",
    "ftp://example.com/file",
    "sftp://example.com/",
    "ldap://example.com/",
    "gopher://example.com/",
    "about:blank",
    "view-source:https://example.com",
    "jar:https://example.com/x!/",
    "blob:https://example.com/x",
    "chrome://settings",
    "intent://scan/#Intent;scheme=zxing;end",
    "facetime:someone",
    "sms:+15550100",
    "skype:someone?call",
    "steam://run/1",
    "vnc://example.com",
    "qrc:/x.svg",
    "httpx://example.com",
    "http:",
    "http://",
    "https:///path",
    "http:/example.com",
    "https:example.com",
    "https://",
    "http://exa mple.com",
    "https://example.com\\@evil.test/",
    "https://bank.example@evil.test/",
    "https://user:pass@evil.test/",
    "https://bank.example%2f@evil.test/",
    "https://example.com/\u202emoc.evil",
    "https://example.com/\r\nHost: evil.test",
    "https://exa\x00mple.com/",
    "https://[::1",
    "mailto:",
    "mailto:a@b.test?attach=/etc/passwd",
    "mailto:a@b.test?attachment=file:///etc/passwd",
    "mailto:a@b.test?bcc=x@evil.test",
    "mailto:a@b.test&cc=x@evil.test",
    "mailto:a@b.test,x@evil.test",
    "mailto:a@b.test%0d%0aBcc:x@evil.test",
    'mailto:"--attach /etc/passwd"@b.test',
    "mailto:-attach",
    "tel:*#06#",
    "tel:%2A%2306%23",
    "tel:",
    "tel:abc",
    "tel:+81;phone-context=evil",
    "just words",
    "https",
    "",
    "a" * 3000 + ".example.com",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_what_may_not_be_opened_is_only_text(text: str) -> None:
    assert read_link(text) is None


GUARDS = {
    "hidden signs": ("_is_hidden", lambda _char: False),
    "the list": ("_web", lambda url, shown: Link("https", url, shown)),
    "addresses": ("_ADDRESS", re.compile(".*", re.DOTALL)),
    "numbers": ("_NUMBER", re.compile(".*")),
}


@pytest.mark.parametrize("guard", GUARDS)
def test_a_reader_without_a_guard_is_seen(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage twins of R40: each guard alone keeps something from being opened."""
    name, instead = GUARDS[guard]
    monkeypatch.setattr(links, name, instead)
    assert any(read_link(text) for text in FORBIDDEN)


@pytest.mark.parametrize(
    ("text", "url", "host"),
    [
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d", "example.com"),
        ("HTTP://Example.COM", "http://example.com", "example.com"),
        (" https://example.com ", "https://example.com", "example.com"),
        ("www.example.co.jp", "https://www.example.co.jp", "www.example.co.jp"),
        ("example.com/x", "https://example.com/x", "example.com"),
        ("http://example.com:8080/", "http://example.com:8080/", "example.com:8080"),
        (
            "https://日本語.jp/",
            "https://xn--wgv71a119e.jp/",
            "日本語.jp (xn--wgv71a119e.jp)",
        ),
        ("https://evil.test/https://bank.example", None, "evil.test"),
        ("https://bank.example.evil.test/", None, "bank.example.evil.test"),
        ("mailto:mio@example.com", "mailto:mio@example.com", ""),
        ("MAILTO:mio@example.com", "mailto:mio@example.com", ""),
        ("tel:+81-3-5555-0100", "tel:+81355550100", ""),
        ("tel:０３（5555）0100", None, None),
    ],
)
def test_what_may_be_opened(text: str, url: str | None, host: str | None) -> None:
    link = read_link(text)
    if host is None:
        assert link is None or link.scheme == "tel"
        return
    assert link is not None
    assert link.host == host
    if url is not None:
        assert link.url == url


def test_fields_of_a_card_become_links() -> None:
    assert mail_link(Email("mio@example.com")) == Link(
        "mailto", "mailto:mio@example.com", "mio@example.com"
    )
    assert mail_link(Email("mio@example.com?attach=/etc/passwd")) is None
    assert mail_link(Email("Mio <mio@example.com>")) is None
    assert phone_link(Phone("03-5555-0100", e164="+81355550100")) == Link(
        "tel", "tel:+81355550100", "+81355550100"
    )
    assert phone_link(Phone("０３−５５５５")) == Link("tel", "tel:035555", "03-5555")
    assert phone_link(Phone("*#06#")) is None


class Outside:
    """Remembers what was handed to the system."""

    def __init__(self, *, works: bool = True) -> None:
        self.urls: list[str] = []
        self._works = works

    def __call__(self, url: QUrl) -> bool:
        self.urls.append(url.toString())
        return self._works


def open_dialog() -> QDialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_web_link_opens_after_its_host_was_seen(qtbot: QtBot, theme: Theme) -> None:
    over, outside = QWidget(), Outside()
    qtbot.addWidget(over)
    link = read_link("https://example.com/deep/path")
    assert link is not None
    LinkOpener(theme, over, outside).open(link)
    asking = open_dialog()
    assert outside.urls == []
    assert "example.com" in [label.text() for label in asking.findChildren(plain.Label)]
    button = next(b for b in asking.findChildren(Button) if b.words() == "Open")
    button.click()
    assert outside.urls == ["https://example.com/deep/path"]


def test_a_web_link_that_nobody_was_asked_about_is_seen(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sabotage twin of the question."""
    monkeypatch.setattr(links._AskHost, "open", lambda asking: asking.accept())
    over, outside = QWidget(), Outside()
    qtbot.addWidget(over)
    link = read_link("https://example.com/")
    assert link is not None
    LinkOpener(theme, over, outside).open(link)
    assert outside.urls == ["https://example.com/"]


def test_refusing_opens_nothing(qtbot: QtBot, theme: Theme) -> None:
    over, outside = QWidget(), Outside()
    qtbot.addWidget(over)
    link = read_link("https://example.com/")
    assert link is not None
    LinkOpener(theme, over, outside).open(link)
    open_dialog().reject()
    assert outside.urls == []


def test_mail_and_telephone_open_at_once(qtbot: QtBot, theme: Theme) -> None:
    over, outside = QWidget(), Outside()
    qtbot.addWidget(over)
    for link in (mail_link(Email("a@example.com")), phone_link(Phone("03-5555-0100"))):
        assert link is not None
        LinkOpener(theme, over, outside).open(link)
    assert outside.urls == ["mailto:a@example.com", "tel:0355550100"]


def test_where_no_program_takes_it_the_person_is_told(qtbot: QtBot, theme: Theme) -> None:
    over, outside = QWidget(), Outside(works=False)
    qtbot.addWidget(over)
    opener = LinkOpener(theme, over, outside)
    link = mail_link(Email("a@example.com"))
    assert link is not None
    with qtbot.waitSignal(opener.failed) as told:
        opener.open(link)
    assert isinstance(told.args[0], LinkNotOpenedError)
    assert told.args[0].link == link
