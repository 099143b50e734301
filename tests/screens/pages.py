"""The pages to be rendered. Add a line for yours."""

from tests.screens import components, first_run, gallery, importing, people, today, windows
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
        windows.window,
        designs=(
            ("ja-light", Design("a-today.png")),
            ("en-light", Design("a-today-en.png")),
            ("ja-dark", Design("j-today-dark.png")),
        ),
        shown=windows.show_today,
    ),
    Screen("today-empty", today.empty, size=(1072, 820)),
    Screen("today-prompt", today.page, size=(1072, 820), shown=today.prompt),
    Screen("today-many", today.many, size=(1072, 820)),
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
        windows.window,
        designs=(
            ("ja-light", Design("b-people.png")),
            ("ja-dark", Design("j-people-dark.png")),
        ),
        shown=windows.show_people,
    ),
    Screen("people-edit", people.page, size=(1072, 1100), shown=people.edit),
    Screen("people-entry", people.page, size=(1072, 820), shown=people.edit_entry),
    Screen("people-prompt", people.page, size=(1072, 820), shown=people.prompt),
    Screen("people-search", people.page, size=(1072, 820), shown=people.search),
    Screen("people-bin", people.page, size=(1072, 820), shown=people.bin_),
    Screen("people-odd", people.odd, size=(1072, 980)),
    Screen(
        "import",
        windows.window_to_import,
        designs=(("ja-light", Design("c-import.png")),),
        shown=windows.show_import,
    ),
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
        windows.window,
        designs=(("en-light", Design("i-security-en.png")),),
        shown=windows.show_security,
    ),
    Screen("settings-general", windows.window, shown=windows.show_general),
    Screen("settings-reminders", windows.window, shown=windows.show_reminders),
    Screen("small-today", windows.window, size=(1024, 680), shown=windows.show_today),
    Screen("small-people", windows.window, size=(1024, 680), shown=windows.show_people),
    Screen("small-import", windows.window_to_import, size=(1024, 680), shown=windows.show_import),
    Screen("small-settings", windows.window, size=(1024, 680), shown=windows.show_security),
    Screen("finder", windows.window, shown=windows.open_finder),
    Screen("finder-found", windows.window, shown=windows.find),
    Screen("keys", windows.window, shown=windows.show_keys),
    Screen("toast", windows.window, shown=windows.tell),
    Screen("first-day-today", windows.empty_window, shown=windows.show_today),
    Screen("first-day-people", windows.empty_window, shown=windows.show_no_people),
    Screen("first-day-import", windows.empty_window, shown=windows.choose_import),
]
