"""The steps that are behind and before."""

import pytest
from pytestqt.qtbot import QtBot

from app.ui.look.theme import Theme
from app.ui.widgets.steps import StepThread, StepTrail


@pytest.mark.parametrize("kind", [StepThread, StepTrail])
def test_after_the_last_step_its_name_is_still_said(
    qtbot: QtBot, theme: Theme, kind: type[StepThread] | type[StepTrail]
) -> None:
    steps = kind(theme, ["Choose", "Compare", "Import"])
    qtbot.addWidget(steps)
    steps.set_step(3)
    assert "Import" in steps.accessibleName()
    assert "3" in steps.accessibleName()
