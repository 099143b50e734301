"""What columns mean."""

import pytest

from app.interchange.columns import Field, known, of_header, understand


@pytest.mark.parametrize(
    ("header", "field", "label"),
    [
        ("氏名", Field.FULL, ""),
        ("姓（カタカナ）", Field.READING_FAMILY, ""),
        ("電子メール 2 アドレス", Field.EMAIL, ""),
        ("E-mail Address", Field.EMAIL, ""),
        ("勤務先 電話", Field.PHONE, "work"),
        ("TEL直通", Field.PHONE, "直通"),
        ("代表電話", Field.PHONE, "main"),
        ("ＦＡＸ", Field.PHONE, "fax"),
        ("Business Fax", Field.PHONE, "work fax"),
        ("Home Phone 2", Field.PHONE, "home"),
        ("Telefon (privat)", Field.PHONE, "home"),
        ("Mobile Phone", Field.PHONE, "cell"),
        ("自宅の郵便番号", Field.POSTAL_CODE, "home"),
        ("Business City", Field.CITY, "work"),
        ("名刺交換日", Field.MET_ON, ""),
        ("Connected On", Field.MET_ON, ""),
        ("E-mail 2 - Value", Field.EMAIL, ""),
        ("Address 1 - PO Box", Field.STREET, ""),
        ("Organization 1 - Title", Field.TITLE, ""),
        ("電話番号2", Field.PHONE, ""),
        ("会社電話番号", Field.PHONE, "main"),
        ("e-mail（会社）", Field.EMAIL, "work"),
        ("Phone (Mobile)", Field.PHONE, "cell"),
        ("会社名 / Company", Field.ORGANIZATION, ""),
        ("Address Line 2", Field.STREET, ""),
        ("Shoe size", Field.KEPT, ""),
        ("", Field.KEPT, ""),
    ],
)
def test_headers_of_the_usual_writers(header: str, field: Field, label: str) -> None:
    column = of_header(header)

    assert (column.field, column.label) == (field, label)


def test_a_label_and_its_value_share_a_group() -> None:
    label, value = of_header("Phone 3 - Label"), of_header("Phone 3 - Value")

    assert label.field is Field.LABEL
    assert label.group == value.group
    assert value.group != of_header("Phone 2 - Value").group


def test_what_stands_in_a_column_tells_where_its_header_does_not() -> None:
    columns = understand(
        ["A", "B", "C", "D"], [["a@b.example", "https://a.example", "03-1234-5678", "x"]]
    )

    assert [c.field for c in columns] == [Field.EMAIL, Field.URL, Field.PHONE, Field.KEPT]


def test_one_odd_value_is_enough_to_leave_a_column_as_it_is() -> None:
    (column,) = understand(["A"], [["a@b.example"], ["ask Ken"]])

    assert column.field is Field.KEPT


def test_title_stands_before_the_name_where_there_is_another_column_for_the_job() -> None:
    assert [c.field for c in understand(["Title", "Job Title"], [])] == [Field.PREFIX, Field.TITLE]
    assert [c.field for c in understand(["Title", "Name"], [])] == [Field.TITLE, Field.FULL]


def test_columns_without_a_header_go_on_with_the_address() -> None:
    columns = understand(["住所", "", "", "生年月日"], [["岩手県", "宮古市", "1-2", "1990-01-01"]])

    assert [c.field for c in columns[:3]] == [Field.ADDRESS, Field.STREET, Field.STREET]


@pytest.mark.parametrize(
    ("values", "month_first"),
    [(["13/2/2020", "1/2/2020"], False), (["1/2/2020", "2/13/2020"], True), (["1/2/2020"], None)],
)
def test_a_day_past_the_twelfth_tells_how_dates_are_written(
    values: list[str], month_first: bool | None
) -> None:
    (column,) = understand(["Birthday"], [[value] for value in values])

    assert column.month_first is month_first


def test_how_many_headers_are_known() -> None:
    assert known(["Notes:"]) == 1
    assert known(["First Name", "Last Name", "Shoe size", ""]) == 2


@pytest.mark.parametrize(
    ("header", "field", "label"),
    [
        ("フリガナ (姓)", Field.READING_FAMILY, ""),
        ("フリガナ (名)", Field.READING_GIVEN, ""),
        ("フリガナ (会社名)", Field.KEPT, ""),
        ("会社名カナ", Field.KEPT, ""),
        ("住所カナ", Field.KEPT, ""),
        ("姓よみがな", Field.READING_FAMILY, ""),
        ("お名前（フリガナ）", Field.READING, ""),
        ("宛名姓", Field.FAMILY, ""),
        ("宛名名よみ", Field.READING_GIVEN, ""),
        ("国 (会社)/地域", Field.COUNTRY, "work"),
        ("番地・ビル名", Field.STREET, ""),
        ("建物名", Field.STREET, ""),
        ("住所２", Field.STREET, ""),
        ("自宅住所1", Field.STREET, "home"),
        ("部署名1", Field.DEPARTMENT, ""),
        ("部署名2", Field.DEPARTMENT, ""),
        ("役職1", Field.TITLE, ""),
        ("役職2", Field.KEPT, ""),
        ("氏名2", Field.KEPT, ""),
        ("Mailing Zip/Postal Code", Field.POSTAL_CODE, "mailing"),
        ("Account Name", Field.ORGANIZATION, ""),
        ("ご担当者名", Field.FULL, ""),
    ],
)
def test_headers_of_address_books_and_of_new_year_cards(header, field, label):
    column = of_header(header)
    assert (column.field, column.label) == (field, label)
