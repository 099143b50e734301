"""Services on which people have accounts: the one name of each, whatever it is called."""

_SAME = {
    "xmpp": "jabber", "aol": "aim", "ymsgr": "yahoo", "msnim": "msn", "gtalk": "google talk",
    "google-talk": "google talk", "googletalk": "google talk", "google_talk": "google talk",
    "skype-username": "skype", "gadu": "gadu-gadu", "gadugadu": "gadu-gadu",
    "gadu_gadu": "gadu-gadu",
}  # fmt: skip


def service_of(word: str) -> str | None:
    """The one name of a service, in small letters; None for no word."""
    name = word.strip().lower()
    return _SAME.get(name, name) or None
