"""What libyaml complains about, in an editor's Russian."""

from typing import Final

_KNOWN: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "mapping values are not allowed",
        "Двоеточие стоит там, где его не ждут.",
        'Если двоеточие — часть текста, заключите весь текст в кавычки: title: "Срок: май".',
    ),
    (
        "could not find expected ':'",
        "После имени поля не найдено двоеточие.",
        "Проверьте, что строка выше закончена и что после имени поля стоит «: ».",
    ),
    (
        "did not find expected key",
        "Строка не на своём месте: ожидалось имя поля.",
        "Проверьте отступ этой строки и кавычки в строках выше.",
    ),
    (
        "did not find expected '-' indicator",
        "Ожидался пункт списка, который начинается с «- ».",
        "Проверьте отступ этой строки.",
    ),
    (
        "did not find expected ',' or ']'",
        "Список в квадратных скобках не закрыт или в нём нет запятой.",
        "Разделяйте пункты запятыми и закройте скобку «]».",
    ),
    (
        "did not find expected ',' or '}'",
        "Запись в фигурных скобках не закрыта или в ней нет запятой.",
        "Разделяйте поля запятыми и закройте скобку «}».",
    ),
    (
        "found unexpected end of stream",
        "Кавычка открыта и до конца файла не закрыта.",
        "Закройте кавычку.",
    ),
    (
        "found character that cannot start any token",
        "С этого знака текст начинаться не может.",
        "Отступы делаются пробелами, не табуляцией; текст со знаками @, ` или % заключайте в кавычки.",
    ),
    (
        "found a tab character",
        "В отступе стоит табуляция.",
        "Замените её пробелами.",
    ),
    (
        "found unknown escape character",
        "После обратной косой черты стоит незнакомый знак.",
        "Внутри двойных кавычек пишите «\\\\» или возьмите одинарные кавычки.",
    ),
    (
        "block sequence entries are not allowed",
        "Пункт списка «- » здесь стоять не может.",
        "Начните список с новой строки под именем поля.",
    ),
    (
        "did not find expected <document start>",
        "Ожидалось начало записи.",
        "Проверьте отступы: все поля одной записи стоят на одном уровне.",
    ),
)


def in_russian(problem: str) -> tuple[str, str | None]:
    """The message and the hint for a problem of libyaml; an unknown one is quoted."""
    for beginning, message, hint in _KNOWN:
        if problem.startswith(beginning):
            return message, hint
    return f"Файл не разобран как YAML ({problem or 'причина не названа'}).", None
