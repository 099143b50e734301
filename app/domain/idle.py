"""How long nobody has used the program, by two clocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of both clocks, in seconds: `wall` may be set, `boot` goes on in any sleep."""

    wall: float
    boot: float


def idle(since: Moment, now: Moment) -> float:
    """Seconds between two moments by whichever clock says more, never less than none.

    A wall clock that was set back hides no time, for the other goes on; where the other stands
    still while the computer sleeps, the wall clock knows of the night.
    """
    return max(now.wall - since.wall, now.boot - since.boot, 0.0)
