"""Telling people from posts and bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.checks.person_named import looks_like_person

CAPITALS = st.sampled_from("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")
SMALL = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=12)


@pytest.mark.parametrize(
    "text",
    [
        "Петров А.И.",
        "Петров А. И.",
        "А. И. Петров",
        "А.И.Петров",
        "Римская-Корсакова Н.П.",
        "директор Иванова О.",
        "отв. Н. П. Кузнецова, УО",
        "УО (Сидоров В.В.)",
        "Смирнова Ольга Петровна",
        "Ольга Петровна",
        "Сергей Ильич, методист",
    ],
)
def test_person(text: str) -> None:
    """Surnames with initials and names with patronymics are people."""
    assert looks_like_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "МКУ «ЦНППМ г. Тулы»",
        "Управление образования администрации г. Краснодара",
        "ИРО КК",
        "МБОУ ЦО № 17",
        "Начальник отдела мониторинга",
        "Лицей имени А. С. Пушкина",
        "МБОУ СОШ № 5 им. Н. А. Некрасова",
        "Центр им. Героя Советского Союза И. Н. Кожедуба",
        "Приказ от 04.03.2021 № 200",
        "Руководители ОО. Кураторы. Тьюторы",
        "Проект «500+». А. Первый этап",
        "В. Новгород",
    ],
)
def test_no_person(text: str) -> None:
    """Cities, posts, organisations and the names that schools bear are no people."""
    assert not looks_like_person(text)


@given(CAPITALS, SMALL, CAPITALS, CAPITALS, st.sampled_from(["", " "]))
def test_any_surname(first: str, rest: str, name: str, patronymic: str, space: str) -> None:
    """Any surname with two initials, on either side of it, is a person."""
    initials = f"{name}.{space}{patronymic}."
    assert looks_like_person(f"{first}{rest} {initials}")
    assert looks_like_person(f"начальник отдела {initials}{space}{first}{rest}")


@given(st.text())
def test_any_text(text: str) -> None:
    """The question has an answer for any text."""
    assert looks_like_person(text) in (True, False)
