"""Which backups stay: 12 days, 10 weeks, 9 months, whatever the clock does."""

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import backup
from app.store.thinning import Made, going
from tests.store.conftest import at

NINE = time(9)
clocks = st.times().map(lambda clock: clock.replace(microsecond=0))
stamps = st.builds(Made, st.dates(date(2024, 11, 1), date(2027, 3, 1)), clocks, st.integers(1, 3))
# Dense ones, so that days, weeks and months fill up; and a few far off.
dense = st.builds(
    Made,
    st.integers(0, 200).map(lambda n: date(2025, 10, 1) + timedelta(days=n)),
    st.sampled_from((NINE, time(20))),
)
copies = st.sets(st.one_of(dense, dense, dense, stamps), min_size=1, max_size=200)
relaxed = settings(max_examples=300)


def following(first, count):
    """So many days."""
    return [first + timedelta(days=n) for n in range(count)]


def week(made):
    """The Monday of its week."""
    return made.day - timedelta(days=made.day.weekday())


def model(group, made):
    """Whether a copy stays among those of a group, said by counting."""
    for count, span in (
        (3, lambda m: m),
        (12, lambda m: m.day),
        (10, week),
        (9, lambda m: (m.day.year, m.day.month)),
    ):
        is_newest = not any(span(m) == span(made) and m > made for m in group)
        later = {span(m) for m in group if span(m) > span(made)}
        if is_newest and len(later) < count:
            return True
    return False


@relaxed
@given(copies, st.data())
def test_what_goes_is_what_the_model_says(there, data):
    last = data.draw(st.one_of(st.sampled_from(sorted(there)), st.just(max(there))))
    gone = going(there, last)
    for made in there:
        group = [m for m in there if (m > last) == (made > last)]
        assert (made in gone) is not model(group, made)
    assert last not in gone
    assert max(there) not in gone
    assert len(there - gone) <= 2 * 34


@relaxed
@given(copies)
def test_copy_by_copy_leaves_what_thinning_all_at_once_leaves(there):
    left = set()
    for made in sorted(there):
        left.add(made)
        left -= going(left, made)
    assert left == there - going(there, max(there))


@relaxed
@given(copies, stamps)
def test_a_copy_made_while_the_clock_is_wrong_costs_four_at_most(there, wrong):
    """The one of the last three, the day, the week and the month whose place it takes; no more when
    the clock is right again.
    """
    there -= going(there, max(there))
    with_wrong = (there | {wrong}) - going(there | {wrong}, wrong)
    assert wrong in with_wrong
    assert len(there - with_wrong) <= 4
    last = max(there)._replace(number=9)
    after = (with_wrong | {last}) - going(with_wrong | {last}, last)
    usual = (there | {last}) - going(there | {last}, last)
    assert last in after
    assert len(usual - after) <= 4


def test_a_clock_set_back_crowds_nobody_out():
    future = {Made(day, NINE) for day in following(date(2030, 1, 1), 400)}
    left = future - going(future, max(future))
    days = [Made(day, NINE) for day in following(date(2026, 1, 1), 40)]
    for made in days:
        left.add(made)
        left -= going(left, made)
    assert set(days[-12:]) <= left
    assert future - going(future, max(future)) <= left
    # The twin, which takes all copies as one row: what was just made goes at once.
    assert days[-1] in going(left, max(left))


def test_over_the_end_of_a_year_weeks_are_whole():
    """29 December 2025 to 4 January 2026 is one week, of two years."""
    there = {Made(day, NINE) for day in following(date(2025, 11, 3), 80)}
    left = {made.day for made in there - going(there, max(there))}
    assert max(left) == date(2026, 1, 21)
    days = {date(2026, 1, 21) - timedelta(days=n) for n in range(12)}
    weeks = {date(2026, 1, 18) - timedelta(weeks=n) for n in range(9)} | {date(2026, 1, 21)}
    months = {date(2026, 1, 21), date(2025, 12, 31), date(2025, 11, 30)}
    assert left == days | weeks | months


def test_an_hour_that_comes_twice():
    """When the clocks go back 02:30 comes after 02:45; the copy just made stays."""
    night = date(2026, 10, 25)
    first, second = Made(night, time(2, 45)), Made(night, time(2, 30))
    assert going({first, second}, second) == set()
    third = Made(date(2026, 10, 26), NINE)
    fourth, fifth = third._replace(number=2), third._replace(number=3)
    assert going({first, second, third, fourth, fifth}, fifth) == {second}


def test_the_last_three_stay_whatever_their_day():
    """The copy before the first of two imports of one morning."""
    there = [Made(date(2026, 10, 15), time(hour)) for hour in (8, 9, 10, 11)]
    assert going(there, there[-1]) == {there[0]}


# ------------------------------------------------------------------------------------ in the folder


def test_in_the_folder_only_what_is_ours_goes(home):
    home.open().close()
    folder = home.folder.backups
    folder.mkdir(exist_ok=True)
    ours = [f"202609{day:02}-{hour}0000.enishi" for day in range(1, 29) for hour in (10, 20)]
    foreign = [
        "my own.enishi",
        "before-0006-abcd.enishi",
        "20260901-100000.zip",
        "20260901-100000-1.enishi",
        "20260901-100000-02.enishi",
        "20261399-100000.enishi",
        "20260901-246000.enishi",
        "２０２６０９０１-100000.enishi",
        "20260901-100000.enishi.part",
        "x20260901-100000.enishi",
    ]
    for name in (*ours, *foreign):
        (folder / name).write_bytes(name.encode())
    (folder / "20260902-090000.enishi").mkdir()
    (folder / "20260902-090001.enishi").symlink_to(folder / "my own.enishi")
    before = {p.name for p in folder.iterdir()} - set(ours)
    made = backup.automatic(home.folder, home.vault.data_key, at())
    left = {p.name for p in folder.iterdir()}
    days = {f"202609{day}-200000.enishi" for day in range(18, 29)}
    weeks = {f"202609{day}-200000.enishi" for day in ("06", "13")}
    assert left == before | {made.name, "20260928-100000.enishi"} | days | weeks
    assert all((folder / name).read_bytes() == name.encode() for name in foreign)


def test_the_copy_just_made_stays_when_the_clock_went_back(home):
    home.open().close()
    key = home.vault.data_key
    late = [backup.automatic(home.folder, key, at(date(2030, 5, day))) for day in (1, 2)]
    early = [backup.automatic(home.folder, key, at(date(2026, 5, day))) for day in (1, 1, 2, 2, 2)]
    assert backup.listed(home.folder) == [*reversed(late), *early[:0:-1]]


def test_a_name_that_is_free_again_is_not_taken(home):
    home.open().close()
    made = [backup.automatic(home.folder, home.vault.data_key, at()) for _ in range(5)]
    assert len(set(made)) == 5
    assert backup.listed(home.folder) == made[:1:-1]


def test_what_cannot_be_thinned_does_not_cost_the_copy(home, monkeypatch):
    home.open().close()
    key = home.vault.data_key
    first, *more = [backup.automatic(home.folder, key, at()) for _ in range(3)]
    real = type(first).unlink

    def held(path, **rest):
        if path == first:
            raise PermissionError(path)
        return real(path, **rest)

    monkeypatch.setattr(type(first), "unlink", held)
    fourth = backup.automatic(home.folder, key, at())
    assert backup.listed(home.folder) == [fourth, *reversed(more), first]
    monkeypatch.undo()
    fifth = backup.automatic(home.folder, key, at())
    assert backup.listed(home.folder) == [fifth, fourth, more[1]]
