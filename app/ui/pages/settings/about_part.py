"""About: version, licences, and what this computer is."""

import platform
from importlib import metadata

from app.ui.look.theme import Theme
from app.ui.pages.settings.parts import Installation
from app.ui.pages.settings.rows import Part, Row

_WORK_OF_OTHERS = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("sqlcipher3", "sqlcipher3", "zlib"),
    ("", "SQLCipher", "BSD-3-Clause"),
    ("", "SQLite", "public domain"),
    ("", "OpenSSL", "Apache-2.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("alembic", "Alembic", "MIT"),
    ("msgspec", "msgspec", "BSD-3-Clause"),
    ("cryptography", "cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("keyring", "keyring", "MIT"),
    ("vobject", "vobject", "Apache-2.0"),
    ("phonenumbers", "phonenumbers", "Apache-2.0"),
    ("pillow", "Pillow", "MIT-CMU"),
    ("holidays", "holidays", "MIT"),
)


class AboutPart(Part):
    """Version, licences, and what this computer is, for a report."""

    def __init__(self, theme: Theme, here: Installation) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("About"))
        about = self.section("Enishi")
        words = self.tr("Turns the business cards you received into relationships you keep.")
        version = self.tr("Version %1").replace("%1", here.version)
        about.add(Row(theme, "heart", version, words))
        system = f"Python {platform.python_version()} · {platform.system()} {platform.machine()}"
        about.add(Row(theme, "settings", self.tr("This computer"), system))
        licences = self.section(self.tr("Licences"))
        words = self.tr("Enishi is free software (MIT), built on the work of others:")
        listed = "\n".join(_with_version(*of) for of in _WORK_OF_OTHERS)
        licences.add(Row(theme, "file", words, listed))


def _with_version(package: str, name: str, licence: str) -> str:
    try:
        number = metadata.version(package) if package else ""
    except metadata.PackageNotFoundError:
        number = ""
    return " ".join(part for part in (name, number, f"({licence})") if part)
