"""What was worked out from names is not worked out twice, and forgotten when it is time."""

from app.domain import remembered


def test_an_answer_is_remembered_until_all_are_forgotten():
    asked = []

    @remembered.remembered(2)
    def shout(name):
        asked.append(name)
        return name.upper()

    assert [shout("mio"), shout("mio")] == ["MIO", "MIO"]
    assert asked == ["mio"]
    remembered.forget()
    assert shout("mio") == "MIO"
    assert asked == ["mio", "mio"]
