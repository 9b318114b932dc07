"""Telling telephones and e-mail addresses from the other numbers and signs of documents."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dorkarta.checks.contact_named import emails, phones

DIGITS = st.text("0123456789", min_size=7, max_size=7)
GAPS = st.sampled_from(["", " ", "-", "\u00a0", " – "])


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("тел. 8 (918) 123-45-67", "8 (918) 123-45-67"),
        ("по телефону +7 (861) 232-85-78, доб. 2", "+7 (861) 232-85-78"),
        ("8-918-123-45-67", "8-918-123-45-67"),
        ("+79181234567", "+79181234567"),
        ("Звонить: 89181234567.", "89181234567"),
        ("8 – 918 – 123 – 45 – 67", "8 – 918 – 123 – 45 – 67"),
        ("8 (8612) 32-85-78", "8 (8612) 32-85-78"),
        ("8 (86132) 5-12-34", "8 (86132) 5-12-34"),
        ("приёмная: (861) 232-85-78", "(861) 232-85-78"),
        ("тел. 2-34-56", "2-34-56"),
        ("Факс: 232-85-78", "232-85-78"),
    ],
)
def test_phone(text: str, phone: str) -> None:
    """However it is written, a number is found, once and without the words around it."""
    assert list(phones(text)) == [phone]


@pytest.mark.parametrize(
    "text",
    [
        "Письмо № 47-01-13-12345/20",
        "от 12.08.2020 № 8-918-123-45-67",
        "№89181234567",
        "письмо Рособрнадзора от 20.04.2021 № 08-70",
        "ИНН 2310012345, КПП 231001001",
        "ИНН 231001234567",
        "ОГРН 1022301234567",
        "СНИЛС 123-456-789 00",
        "счёт 40102810945370000010",
        "84 000 000 000 рублей",
        "8 классы 2020-2021 учебного года",
        "5-9 классы, 2020-2021, 2021-2022 годы",
        "в 8 931 2020 2021",
        "детский телефон доверия: 8-800-2000-122",
        "тел. 8 (800) 555-35-35",
        "телефон 112",
        "тел. 01.02.2021",
        "МБОУ ЦО №№ 17, 24, 29, 32, 47, 55, 57",
        "15.01.2021-25.01.2021",
    ],
)
def test_no_phone(text: str) -> None:
    """Numbers of documents, codes, sums, years and free lines are no telephones."""
    assert list(phones(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ivanova@example.org", ["ivanova@example.org"]),
        ("Пишите на иванова@школа.рф.", ["иванова@школа.рф"]),
        ("o.ivanova+shnor@mail.example.org, zav@example.org", ["o.ivanova+shnor@mail.example.org", "zav@example.org"]),
        ("https://vk.com/@iro-kk", []),
        ("@iro_kk", []),
        ("отношение 3@4", []),
        ("вход @ выход . рф", []),
    ],
)
def test_email(text: str, found: list[str]) -> None:
    """An address has a name and a domain, in whatever letters; a mention in a network is none."""
    assert list(emails(text)) == found


@given(code=st.sampled_from(["918", "861", "495", "383"]), rest=DIGITS, gap=GAPS, start=st.sampled_from(["8", "+7"]))
def test_any_number(code: str, rest: str, gap: str, start: str) -> None:
    """Any number of ten digits behind 8 or +7 is found, with or without gaps; as the number of a document it is not."""
    number = gap.join((f"{start}{gap}{code}", rest[:3], rest[3:5], rest[5:]))
    assert list(phones(f"Звоните {number}, спросите методиста")) == [number]
    assert list(phones(f"письмо № {number}")) == []


@given(day=st.dates(), number=st.integers(1, 99_999), part=st.integers(1, 99))
def test_any_document(day: str, number: int, part: int) -> None:
    """The number and the date of any document are no telephone, however they are put together."""
    assert list(phones(f"Приказ от {day:%d.%m.%Y} № {part:02}-{part:02}-{number}/{part}")) == []
    assert list(phones(f"Письмо {part:02}-{number} от {day:%d.%m.%Y}; {day:%d-%m-%Y} {day:%Y}-{day:%Y}")) == []


@given(st.text())
@example("8" * 5_000)
@example("8-" * 5_000)
@example("a" * 5_000 + "@" + "a." * 5_000)
def test_any_text(text: str) -> None:
    """What is found stands in the text."""
    assert all(each in text for each in (*emails(text), *phones(text)))
