"""What the fields are called that a column of a table may hold."""

from PySide6.QtCore import QObject

from app.interchange.columns import Field


class ColumnWords(QObject):
    """Every field in words, in the order in which they are offered."""

    def options(self) -> list[tuple[str, str]]:
        """Pairs of field and words."""
        return [(field.value, words) for field, words in self._all().items()]

    def word(self, field: Field) -> str:
        return self._all()[field]

    def _all(self) -> dict[Field, str]:
        return {
            Field.KEPT: self.tr("keep beside the card"),
            Field.FULL: self.tr("name, whole"),
            Field.FAMILY: self.tr("family name"),
            Field.GIVEN: self.tr("given name"),
            Field.MIDDLE: self.tr("middle name"),
            Field.PREFIX: self.tr("before the name"),
            Field.SUFFIX: self.tr("after the name"),
            Field.NICKNAME: self.tr("nickname"),
            Field.READING: self.tr("reading, whole"),
            Field.READING_FAMILY: self.tr("reading of the family name"),
            Field.READING_GIVEN: self.tr("reading of the given name"),
            Field.ORGANIZATION: self.tr("company"),
            Field.DEPARTMENT: self.tr("department"),
            Field.TITLE: self.tr("job title"),
            Field.EMAIL: self.tr("mail"),
            Field.PHONE: self.tr("phone"),
            Field.URL: self.tr("link"),
            Field.ADDRESS: self.tr("address, whole"),
            Field.STREET: self.tr("street"),
            Field.CITY: self.tr("city"),
            Field.REGION: self.tr("prefecture or region"),
            Field.POSTAL_CODE: self.tr("postal code"),
            Field.COUNTRY: self.tr("country"),
            Field.LABEL: self.tr("what a value is called"),
            Field.BIRTHDAY: self.tr("birthday"),
            Field.NOTE: self.tr("note"),
            Field.TAGS: self.tr("tags"),
            Field.MET_ON: self.tr("day of the exchange"),
            Field.GATHERING: self.tr("where we met"),
            Field.INTRODUCED_BY: self.tr("introduced by"),
            Field.RELATED: self.tr("somebody close"),
            Field.DATE: self.tr("a date"),
            Field.ACCOUNT: self.tr("account"),
            Field.SERVICE: self.tr("service of the account"),
            Field.FURTHER_COMPANY: self.tr("another company"),
            Field.FURTHER_DEPARTMENT: self.tr("department there"),
            Field.FURTHER_TITLE: self.tr("title there"),
        }
