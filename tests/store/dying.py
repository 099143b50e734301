"""A process that dies before its n-th call to the disk."""

import os
import traceback
from collections.abc import Callable, Sequence
from typing import Any


def calls_of(
    act: Callable[[Any], object],
    step: int,
    calls: Sequence[str],
    before: Callable[[], Any] = lambda: None,
) -> int | None:
    """Do `act`, with what `before` gave, in a process that dies before its n-th of these calls of
    `os` (-1: it lives). How many it made if it lived; None if it died. Raises if it failed.
    """
    ends, told = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def dying(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: Any, **named: Any) -> Any:
                nonlocal count
                if count == step:
                    os._exit(9)
                count += 1
                return real(*arguments, **named)

            return call

        try:
            given = before()
            real_write = os.write
            for name in calls:
                setattr(os, name, dying(getattr(os, name)))
            act(given)
            real_write(told, str(count).encode())
            os._exit(0)
        except BaseException:  # noqa: BLE001 - said, and told by the exit code
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(told)
    _, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    with os.fdopen(ends) as said:
        if ended == 9:
            return None
        assert ended == 0, f"it failed before call {step}"
        return int(said.read())
