"""Every reference of a report to an activity or a roadmap leads to one."""

from collections.abc import Iterator

from dorkarta.checks.rule import Finding, Rule, place
from dorkarta.records.corpus import Corpus
from dorkarta.records.walk import activities
from dorkarta.text import perhaps


def find(corpus: Corpus) -> Iterator[Finding]:
    """References that lead nowhere; into a roadmap that could not be read nobody can see."""
    known = {
        f"{path}#{chain[-1].id}"
        for path, record in corpus.roadmaps.items()
        for _, _, chain in activities(record.content)
    }
    unread = {file.path for file in corpus.files if file.content is None}
    for report in corpus.reports.values():
        if report.content.roadmap and report.content.roadmap not in {*corpus.roadmaps, *unread}:
            hint = perhaps(report.content.roadmap, corpus.roadmaps)
            yield place(report, "roadmap"), f"Дорожная карта «{report.content.roadmap}» не найдена.", hint
        for row, entry in enumerate(report.content.entries):
            if entry.activity and entry.activity not in known and entry.activity.partition("#")[0] not in unread:
                hint = perhaps(entry.activity, known)
                yield (
                    place(report, "entries", row, "activity"),
                    f"Мероприятие «{entry.activity}» не найдено.",
                    hint or "Пишите путь карты и номер: krasnodar-krai/roadmap-2020-2021#36.",
                )


RULE = Rule(
    code="E206",
    title="Каждая ссылка отчёта на мероприятие или карту ведёт к ним.",
    why="Исполнение считается по этим ссылкам.",
    find=find,
)
