"""The pages to be rendered. Add a line for yours."""

from tests.screens import components, gallery, people, today
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
]
