"""What libyaml complains about, in an editor's Russian."""

from typing import Final

OPENINGS: Final = (
    "found unexpected end of stream",
    "found unexpected document indicator",
    "did not find expected ',' or",
)
"""Problems that are found far behind their cause; editors want the quote or bracket that was opened."""

AFTER_BRACKET: Final = "text after a bracket"
AFTER_QUOTE: Final = "text after a quotation"
CONFLICT: Final = "marks of a conflict"
QUOTE_CLOSED_LATE: Final = "a quotation goes on in the next line"
SHIFTED: Final = "a field goes on the text above"
STRANGE_SPACE: Final = "a strange space in the indentation"
TAB: Final = "found a tab character"
"""Names of ours for what libyaml says in too general words."""

_KNOWN: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "mapping values are not allowed",
        "Двоеточие стоит там, где его не ждут.",
        'Если двоеточие – часть текста, заключите весь текст в кавычки: title: "Срок: май".',
    ),
    (
        "could not find expected ':'",
        "Здесь ожидалось имя поля, а за ним двоеточие и пробел.",
        "Пишите «deadline: май 2021»; если это продолжение текста выше, начните строку с большего отступа.",
    ),
    (
        "did not find expected key",
        "Строка не на своём месте: ожидалось имя поля.",
        "Проверьте отступ этой строки и кавычки в строках выше.",
    ),
    (
        AFTER_QUOTE,
        "После закрывающей кавычки стоит ещё текст.",
        "Если кавычки – часть текста, пишите «ёлочки» или заключите весь текст в 'одинарные кавычки'.",
    ),
    (
        AFTER_BRACKET,
        "После закрывающей скобки стоит ещё текст.",
        'Если скобки – часть текста, заключите весь текст в кавычки: title: "[проект] План работы".',
    ),
    (
        QUOTE_CLOSED_LATE,
        "Открытая здесь кавычка закрылась не там: её конец в одной из следующих строк, и за ней стоит ещё текст.",
        "Закройте кавычку в конце своего текста.",
    ),
    (
        SHIFTED,
        "Строка сдвинута вправо и читается как продолжение текста выше.",
        "Поставьте её вровень с другими полями этой записи; если она уже вровень, в строке выше не хватает двоеточия.",
    ),
    (
        STRANGE_SPACE,
        "В отступе стоит неразрывный или другой особый пробел; обычно он попадает из Word или с веб-страницы.",
        "Удалите отступ и наберите его заново клавишей пробела.",
    ),
    (
        CONFLICT,
        "В файле остались пометки git: две правки одного места не сведены в одну.",
        "Оставьте верные строки, а строки с «<<<<<<<», «=======» и «>>>>>>>» удалите.",
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
        "found unexpected document indicator",
        "Кавычка открыта и до строки с «---» или «...» не закрыта.",
        "Закройте кавычку.",
    ),
    (
        "did not find expected node content",
        "Здесь ожидался текст, список или запись, а стоит знак препинания.",
        "Уберите лишнюю запятую или заключите текст в кавычки.",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "Текст начинается со знака «*» или «&», у которого в YAML особое значение.",
        'Заключите весь текст в кавычки: "* по согласованию".',
    ),
    (
        "did not find expected comment or line break",
        "После «|» или «>» в той же строке стоит текст.",
        "Начните текст с новой строки с отступом или заключите его весь в кавычки.",
    ),
    (
        "found undefined tag handle",
        "Текст начинается со знака «!», у которого в YAML особое значение.",
        "Заключите весь текст в кавычки.",
    ),
    (
        "did not find expected tag URI",
        "Текст начинается со знака «!», у которого в YAML особое значение.",
        "Заключите весь текст в кавычки.",
    ),
    (
        "did not find expected whitespace or line break",
        "Текст начинается со знака «!», у которого в YAML особое значение.",
        "Заключите весь текст в кавычки.",
    ),
    (
        "mapping keys are not allowed",
        "Знак «?» в начале строки здесь стоять не может.",
        "Заключите весь текст в кавычки.",
    ),
    (
        "did not find expected hexdecimal number",
        "После «\\x» или «\\u» стоит не шестнадцатеричное число.",
        "Внутри двойных кавычек пишите «\\\\» или возьмите одинарные кавычки.",
    ),
    (
        "found character that cannot start any token",
        "С этого знака текст начинаться не может.",
        "Отступы делаются пробелами, не табуляцией; текст со знаками @, ` или % заключайте в кавычки.",
    ),
    (
        TAB,
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
