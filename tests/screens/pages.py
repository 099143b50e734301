"""The pages to be rendered. Add a line for yours."""

from tests.screens import components, first_run, gallery, importing, people, settings, today
from tests.screens.render import Design, Screen

SCREENS: list[Screen] = [
    Screen(
        "components",
        components.page,
        size=(640, 820),
        designs=(
            ("ja-light", Design("k-components.png")),
            ("ja-dark", Design("k-components.png", x=640)),
        ),
        shown=components.type_into,
    ),
    Screen("gallery", gallery.page, size=(1280, 1000)),
    Screen(
        "today",
        today.page,
        size=(1072, 820),
        designs=(
            ("ja-light", Design("a-today.png", x=208)),
            ("en-light", Design("a-today-en.png", x=208)),
            ("ja-dark", Design("j-today-dark.png", x=208)),
        ),
    ),
    Screen("today-empty", today.empty, size=(1072, 820)),
    Screen("today-prompt", today.page, size=(1072, 820), shown=today.prompt),
    Screen("today-many", today.many, size=(1072, 820)),
    Screen("today-narrow", today.narrow, size=(946, 680)),
    Screen(
        "reconnect",
        today.window,
        size=(420, 560),
        designs=(("ja-light", Design("e-popup.png")),),
    ),
    Screen("reconnect-prompt", today.window, size=(420, 560), shown=today.press_r),
    Screen("reconnect-end", today.window_end, size=(420, 560)),
    Screen(
        "people",
        people.page,
        size=(1072, 820),
        designs=(
            ("ja-light", Design("b-people.png", x=208)),
            ("ja-dark", Design("j-people-dark.png", x=208)),
            ("en-light", Design("qtproof-people-en.png", x=208)),
        ),
        shown=people.show_hayasaka,
    ),
    Screen("people-edit", people.page, size=(1072, 1100), shown=people.edit),
    Screen("people-entry", people.page, size=(1072, 820), shown=people.edit_entry),
    Screen("people-prompt", people.page, size=(1072, 820), shown=people.prompt),
    Screen("people-search", people.page, size=(1072, 820), shown=people.search),
    Screen("people-bin", people.page, size=(1072, 820), shown=people.bin_),
    Screen("people-empty", people.empty, size=(1072, 820)),
    Screen("people-odd", people.odd, size=(1072, 980)),
    Screen("people-narrow", people.page, size=(860, 680), shown=people.show_hayasaka),
    Screen(
        "import",
        importing.comparing,
        size=(1072, 820),
        designs=(("ja-light", Design("c-import.png", x=208)),),
    ),
    Screen("import-choose", importing.choosing, size=(1072, 820)),
    Screen("import-done", importing.done, size=(1072, 820)),
    Screen(
        "first-run",
        first_run.locking,
        designs=(("ja-light", Design("i-first-run.png")),),
    ),
    Screen("first-run-key", first_run.key_shown),
    Screen("first-run-check", first_run.key_asked),
    Screen("first-run-start", first_run.starting),
    Screen("unlock", first_run.unlock),
    Screen(
        "settings-security",
        settings.security,
        size=(1072, 820),
        designs=(("en-light", Design("i-security-en.png", x=208)),),
    ),
    Screen("settings-general", settings.general, size=(1072, 820)),
    Screen("settings-reminders", settings.reminders, size=(1072, 820)),
]
