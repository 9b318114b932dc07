"""Telling people from posts and bodies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dorkarta.checks.person_named import looks_like_person, without_persons

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
        "проведено Ириной Сергеевной",
        "ИВАНОВА МАРИЯ ПЕТРОВНА",
        "Петров И.И",
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
        "Программа Основной школы",
    ],
)
def test_no_person(text: str) -> None:
    """Cities, posts, organisations and the names that schools bear are no people."""
    assert not looks_like_person(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Иванова Мария Петровна, начальник УО", ", начальник УО"),
        ("начальник УО Салтыков-Щедрин Михаил Евграфович", "начальник УО "),
        ("Директор Мария Петровна Иванова", "Директор "),
        ("проведено Ивановой Марией Петровной", "проведено "),
        ("проведено Иваном Ильичом Петровым", "проведено "),
        ("Ахмедов Рашид Гасан оглы", ""),
        ("Петров И.И и Сидоров В.В.", " и "),
    ],
)
def test_nothing_of_a_name_is_left(text: str, left: str) -> None:
    """The surname goes with name and patronymic, on whichever side and in whatever case; a post stays."""
    assert without_persons(text) == left


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
