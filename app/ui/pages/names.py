"""The pages by name, in sidebar order; Ctrl+1 to Ctrl+6 keep their places for pages to come."""

from enum import StrEnum


class Page(StrEnum):
    """A page of the sidebar; the notes fill the window without it."""

    TODAY = "today"
    PEOPLE = "people"
    GATHERINGS = "gatherings"
    IMPORT = "import"
    SETTINGS = "settings"
    NOTES = "notes"


NUMBERED = {1: Page.TODAY, 2: Page.PEOPLE, 3: Page.GATHERINGS}
