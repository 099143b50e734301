"""Settings that live in the store, because the command line needs them too: their names and
defaults.
"""

from enum import StrEnum
from typing import Final


class Setting(StrEnum):
    """Names of settings; values are text."""

    DAILY_NUMBER = "daily_number"  # people a day, 1 to 10
    LEAP_DAY = "leap_day"  # when 29 February is kept: 02-28 or 03-01
    REST_ON_WEEKENDS = "rest_on_weekends"  # 1: what can wait asks on no Saturday or Sunday
    HOLIDAYS_OF = "holidays_of"  # whose public holidays rest (ISO 3166), or empty for none
    HOLIDAYS_KEPT = "holidays_kept"  # those of the years around, as looked up last (JSON)
    VACATIONS = "vacations"  # own days away: pairs of first and last day (JSON)
    QUIET = "quiet"  # 1: no notifications
    NOTIFY_AT = "notify_at"  # HH:MM, local
    NOTIFY_PRIVATE = "notify_private"  # 1: notifications leave out names
    NOTIFIED_ON = "notified_on"  # the days whose notification was given
    QUIET_ON = "quiet_on"  # the day on which no notification is wanted
    SEEN_ON = "seen_on"  # the day on which the person looked last, and the one before it
    COLUMNS = "columns"  # what columns of tables mean, where the person said so (JSON)
    CARED_ON = "cared_on"  # the day on which the bin was looked through last, and the one before it
    COPIED_UPTO = "copied_upto"  # the newest change when the daily copy was made, by its number
    SECOND_PLACE = "second_place"  # where backups are copied to, and how that went (JSON)
    LOCK_AFTER = "lock_after"  # minutes without use after which it locks; 0: never
    LOCK_WITH_SCREEN = "lock_with_screen"  # 1: it locks with the screen, on sleep, on a switch
    PLACE_SEEN = "place_seen"  # what the person was told of where the store lies (JSON)


class DraftSetting(StrEnum):
    """Names of settings that keep what was typed and is not finished (see `ui.kept_draft`)."""

    PEOPLE = "drafts"  # notes, details and what is begun on people's pages (JSON)
    EVENINGS = "evening_notes"  # of the cards of meetings (JSON)
    IMPORT = "import_begun"  # what was answered of an import (JSON)
    GATHERING = "gathering_form"  # (JSON)
    QUICK_LOG = "quick_log_line"
    RECONNECT = "reconnect_lines"  # (JSON)


OF_PEOPLE: Final = (
    DraftSetting.PEOPLE,
    DraftSetting.EVENINGS,
    DraftSetting.GATHERING,
    DraftSetting.RECONNECT,
)
"""Drafts that name people: words about somebody stand under their id."""


DEFAULTS: Final[dict[str, str]] = {
    Setting.DAILY_NUMBER: "5",
    Setting.LEAP_DAY: "03-01",
    Setting.REST_ON_WEEKENDS: "0",
    Setting.HOLIDAYS_OF: "",
    Setting.HOLIDAYS_KEPT: "",
    Setting.VACATIONS: "",
    Setting.QUIET: "0",
    Setting.NOTIFY_AT: "09:00",
    Setting.NOTIFY_PRIVATE: "0",
    Setting.NOTIFIED_ON: "",
    Setting.QUIET_ON: "",
    Setting.SEEN_ON: "",
    Setting.COLUMNS: "",
    Setting.CARED_ON: "",
    Setting.COPIED_UPTO: "",
    Setting.SECOND_PLACE: "",
    Setting.LOCK_AFTER: "0",
    Setting.LOCK_WITH_SCREEN: "0",
    Setting.PLACE_SEEN: "",
}
