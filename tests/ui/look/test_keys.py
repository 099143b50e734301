import sys

import pytest

from app.ui.look import keys


@pytest.mark.skipif(sys.platform == "darwin", reason="the labels of macOS are signs")
@pytest.mark.parametrize(
    ("sequence", "label"),
    [
        ("R", "R"),
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Up", "↑"),
        ("Return", "Enter"),
        ("Ctrl+Return", "Ctrl Enter"),
        ("/", "/"),
        ("Esc", "Esc"),
        ("Ctrl+,", "Ctrl ,"),
    ],
)
def test_labels(sequence: str, label: str) -> None:
    assert keys.label(sequence) == label
