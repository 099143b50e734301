"""What the list says at its foot, and where it is empty."""

from PySide6.QtCore import QObject

from app.store.answers import KnownCount, PeopleView
from app.ui.models.listing import Listing
from app.ui.pages.people.filter_bar import Filter


class ListWords(QObject):
    """Sentences about a listing."""

    def foot(
        self,
        listing: Listing,
        filter_: Filter,
        known: KnownCount,
        *,
        searching: bool,
        short: bool = False,
    ) -> str:
        """The line below the list; `short` leaves out the order."""
        dot = self.tr("  ·  ")
        order = "" if short else self.tr("A to Z") + dot
        people = self.tr("%n person(s)", "", len(listing.ids) + listing.people_behind)
        if searching:
            found = [people] if listing.ids else []
            if notes := len(listing.notes) + listing.notes_behind:
                found.append(self.tr("%n note(s)", "", notes))
            return dot.join(found)
        if filter_.bin:
            return self.tr("Kept for 30 days, then let go")
        if filter_ != Filter():
            return order + people
        if known.total == 0:
            return ""
        words = self.tr("{known} of {total} people know you")
        return order + words.format(known=known.known, total=known.total)

    def nothing(self, filter_: Filter, *, searching: bool) -> tuple[str, str]:
        """A line and a sentence where nobody is listed."""
        if searching:
            return self.tr("Nobody found"), self.tr("Try a part of the name or the reading")
        if filter_.bin:
            return self.tr("The bin is empty"), ""
        if filter_.tag is not None:
            return self.tr("Nobody has this tag"), ""
        return {
            PeopleView.ALL: ("", ""),
            PeopleView.QUIET: (
                self.tr("Nobody is quiet"),
                self.tr("You were in touch with everyone"),
            ),
            PeopleView.FOLLOW_UP: (
                self.tr("No next contact is set"),
                self.tr("Set a day in the menu of a person"),
            ),
            PeopleView.PROMISE: (
                self.tr("No promise is open"),
                self.tr("What one of you owes the other appears here"),
            ),
            PeopleView.KNOWS_ME: (
                self.tr("Nobody yet"),
                self.tr("Who answers you or reaches out appears here"),
            ),
        }[filter_.view]
