"""A plug-in of pytest: only tests with generated examples, and many more examples of each."""

import os

import hypothesis
import pytest
from hypothesis import HealthCheck, is_hypothesis_test
from hypothesis.database import DirectoryBasedExampleDatabase


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the others. The profile of the tests is in place by now."""
    chosen = [i for i in items if is_hypothesis_test(getattr(i, "obj", None))]
    config.hook.pytest_deselected(items=[i for i in items if i not in chosen])
    items[:] = chosen
    for item in items:
        item.add_marker(pytest.mark.timeout(0), append=False)  # so many more take longer
        inner = item.obj  # type: ignore[attr-defined]  # a test function has one
        before = getattr(inner, "_hypothesis_internal_use_settings", None)
        chosen_before = before or hypothesis.settings()
        settings = hypothesis.settings(
            chosen_before,
            max_examples=int(os.environ["ENISHI_SOAK_EXAMPLES"]),
            database=DirectoryBasedExampleDatabase(os.environ["ENISHI_SOAK_DATABASE"]),
            deadline=None,
            # How long it takes says only how busy the machine is.
            suppress_health_check={*chosen_before.suppress_health_check, HealthCheck.too_slow},
            print_blob=True,
        )
        target = getattr(inner, "__func__", inner)
        target._hypothesis_internal_use_settings = settings
