"""What is asked of a file before its record can be judged; reading itself finds the breaches."""

from typing import Final

from dorkarta.checks.rule import Example, Requirement

READING: Final = (
    Requirement(
        code="E001",
        title="Файл записи читается и сохранён в кодировке UTF-8.",
        why="В другой кодировке вместо русских букв видны чужие знаки, и восстановить слова можно не всегда.",
        example=Example(
            bad="title: Äîðîæíàÿ êàðòà øêîë",
            good="title: Дорожная карта школ",
        ),
    ),
    Requirement(
        code="E002",
        title="Файл записан по правилам YAML.",
        why="Программа читает запись по двоеточиям, кавычкам и отступам; одна лишняя кавычка меняет смысл всего, "
        "что стоит ниже.",
        example=Example(
            bad="""
                - id: "1"
                  title: Работа со школами: первый этап
                  activities: []
            """,
            good="""
                - id: "1"
                  title: "Работа со школами: первый этап"
                  activities: []
            """,
        ),
    ),
    Requirement(
        code="E003",
        title="Поле стоит в записи один раз.",
        why="Из двух одинаковых полей программа должна была бы выбрать одно, а второе молча потерять.",
        example=Example(
            bad="""
                title: Отбор школ
                deadline: март 2024
                responsible: [УО]
                deadline: апрель 2024
            """,
            good="""
                title: Отбор школ
                deadline: март 2024
                responsible: [УО]
            """,
        ),
    ),
    Requirement(
        code="E004",
        title="Запись устроена просто: без меток, ссылок и тегов YAML, один документ в файле.",
        why="Запись должна читаться сверху вниз без знания YAML; лишние возможности языка прячут текст.",
        example=Example(
            bad="""
                - {id: "1.1", title: Отбор школ, responsible: &who [УО]}
                - {id: "1.2", title: Выезды, responsible: *who}
            """,
            good="""
                - {id: "1.1", title: Отбор школ, responsible: [УО]}
                - {id: "1.2", title: Выезды, responsible: [УО]}
            """,
        ),
    ),
    Requirement(
        code="E005",
        title="В записи стоят только известные поля.",
        why="Поле с опечаткой в имени никто не прочёл бы, и его текст пропал бы с сайта.",
        example=Example(
            bad="""
                source: {title: Дорожная карта школ Верхнереченска}
                aproved: {by: УО}
            """,
            good="""
                source: {title: Дорожная карта школ Верхнереченска}
                approved: {by: УО}
            """,
        ),
    ),
    Requirement(
        code="E006",
        title="Значение поля имеет вид, который это поле понимает.",
        why="Дату, код или список можно разобрать только в одном виде; из другого получились бы неверные страницы.",
        example=Example(
            bad="""
                source: {title: Дорожная карта школ Верхнереченска}
                approved: {by: УО, date: 15.01.2024}
            """,
            good="""
                source: {title: Дорожная карта школ Верхнереченска}
                approved: {by: УО, date: 2024-01-15}
            """,
        ),
    ),
    Requirement(
        code="E007",
        title="Обязательные поля заполнены.",
        why="Без них запись нельзя показать: неизвестно, что это, к какому времени относится и откуда взято.",
        example=Example(
            bad="""
                level: municipality
                period:
                sections:
            """,
            good="""
                level: municipality
                period: 2024-01-01/2024-12-31
                source: {title: Дорожная карта школ Верхнереченска}
                sections:
            """,
        ),
    ),
    Requirement(
        code="E008",
        title="Файл записи назван и лежит так, как принято.",
        why="По имени файла программа узнаёт, карта это или отчёт, а папка говорит, какой территории запись; отсюда же "
        "берётся адрес страницы.",
        example=Example(
            bad="roadmaps/zarechnaya-oblast/verkhnerechensk/plan-2024.yaml",
            good="roadmaps/zarechnaya-oblast/verkhnerechensk/roadmap-2024.yaml",
        ),
    ),
    Requirement(
        code="E009",
        title="В тексте нет управляющих знаков.",
        why="Таких знаков не видно на экране, но они ломают печать, поиск и файлы Word.",
        example=Example(
            bad="title: Отбор␇ школ",
            good="title: Отбор школ",
        ),
    ),
    Requirement(
        code="E220",
        title="Период кончается не раньше, чем начинается.",
        why="Переставленные даты дают пустой календарь; вероятнее всего, они просто поменялись местами.",
        example=Example(
            bad="""
                level: municipality
                period: 2024-12-31/2024-01-01
            """,
            good="""
                level: municipality
                period: 2024-01-01/2024-12-31
            """,
        ),
    ),
    Requirement(
        code="E301",
        title="Вставка в тексте страницы называет известный блок.",
        why="На место вставки сайт ставит данные; неизвестное имя оставило бы на странице пустое место.",
        example=Example(
            bad="<!-- block: roadmap -->",
            good="<!-- block: roadmaps -->",
        ),
    ),
)
"""By code. The codes themselves are given in `records/` and, for prose, in `site/`."""
