"""What a series is called, out of the name of one gathering."""

import pytest

from app.domain.series_name import series_of


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("第14回 蔵前 異業種交流会", "蔵前 異業種交流会"),
        ("木と暮らしの朝活 #12", "木と暮らしの朝活"),
        ("【第3回】もくもく会", "もくもく会"),
        ("Craft Night vol.3", "Craft Night"),
        ("The 21st Kuramae Meetup", "The Kuramae Meetup"),
        ("第十二回　諏訪の会", "諏訪の会"),
        ("Craft Night", None),
        ("2026年の会", None),
        ("第3回", None),
        ("", None),
    ],
)
def test_series(name, series):
    assert series_of(name) == series
