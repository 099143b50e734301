"""The fields of a person in words: their names, and an address on one line."""

from PySide6.QtCore import QObject

from app.domain import merge
from app.domain.contact import Address, Contact
from app.domain.folding import is_cjk


class FieldWords(QObject):
    """Called alike where facts are shown, where cards are compared, and for earlier values."""

    def name(self, field: str) -> str:
        """The name of a field of a contact, or of one of its lists."""
        return {
            merge.NAME: self.tr("Name"),
            merge.READING: self.tr("Reading"),
            merge.NICKNAME: self.tr("Nickname"),
            merge.ORGANIZATION: self.tr("Company"),
            merge.DEPARTMENT: self.tr("Department"),
            merge.TITLE: self.tr("Title"),
            merge.BIRTHDAY: self.tr("Birthday"),
            merge.PHOTO: self.tr("Photo"),
            merge.NOTE: self.tr("Note"),
            "emails": self.tr("Mail"),
            "phones": self.tr("Phone"),
            "addresses": self.tr("Address"),
            "urls": self.tr("Link"),
            "accounts": self.tr("Accounts"),
            "positions": self.tr("Also"),
            "dates": self.tr("Dates"),
            "related": self.tr("Close people"),
            "tags": self.tr("Tags"),
            "met": self.tr("Met"),
        }.get(field, field)

    def label(self, label: str | None) -> str:
        """What a card calls a value: its usual words in the language of the screen."""
        usual = {
            "work": self.tr("work"),
            "home": self.tr("home"),
            "cell": self.tr("mobile"),
            "mobile": self.tr("mobile"),
            "iphone": self.tr("mobile"),
            "fax": self.tr("fax"),
            "main": self.tr("main number"),
            "other": self.tr("other"),
        }
        words = (label or "").split(" ")
        return " ".join(usual.get(word.casefold(), word) for word in words)

    def address(self, address: Address) -> str:
        """An address on one line, in the order of its script."""
        parts = (address.postal_code, address.region, address.city, address.street)
        written = "".join(part for part in parts if part)
        if is_cjk(written):
            code = f"〒{address.postal_code.lstrip('〒')} " if address.postal_code else ""
            rest = (address.region, address.city, address.street, address.country)
            return code + "".join(part for part in rest if part)
        order = (address.street, address.city, address.region, address.postal_code, address.country)
        return ", ".join(part for part in order if part)

    def values(self, contact: Contact, field: str) -> list[str]:
        """The values of a list of a contact, each on one line."""
        if field == "addresses":
            return [self.address(address) for address in contact.addresses]
        if field == "positions":
            said = ((p.organization, p.department, p.title) for p in contact.positions)
            return ["\u3000".join(part for part in parts if part) for parts in said]
        return [value.value for value in getattr(contact, field)]
