"""A plug-in of pytest: only tests with generated examples, and many more examples of each."""

import os

import hypothesis
import pytest
from hypothesis import is_hypothesis_test
from hypothesis.database import DirectoryBasedExampleDatabase


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the others. The profile of the tests is in place by now."""
    chosen = [i for i in items if is_hypothesis_test(getattr(i, "obj", None))]
    config.hook.pytest_deselected(items=[i for i in items if i not in chosen])
    items[:] = chosen
    for item in items:
        inner = item.obj  # type: ignore[attr-defined]  # a test function has one
        before = getattr(inner, "_hypothesis_internal_use_settings", None)
        settings = hypothesis.settings(
            before or hypothesis.settings(),
            max_examples=int(os.environ["ENISHI_SOAK_EXAMPLES"]),
            database=DirectoryBasedExampleDatabase(os.environ["ENISHI_SOAK_DATABASE"]),
            deadline=None,
            print_blob=True,
        )
        target = getattr(inner, "__func__", inner)
        target._hypothesis_internal_use_settings = settings
