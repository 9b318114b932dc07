"""What a PDF carries inside for machines: the record as it lies in git, and its JSON twin."""

from pathlib import Path

from dorkarta.documents.paper import Attachment
from dorkarta.feeds.api import record_json
from dorkarta.records.plan import Plan


def originals(plan: Plan, path: str, project: Path) -> tuple[Attachment, ...]:
    """The YAML and the JSON of a roadmap or a report.

    Arguments:
        plan: All activities.
        path: The identity of the record.
        project: The folder that the files of records are relative to.

    Raises:
        KeyError: there is no such record.
    """
    corpus = plan.corpus
    record = corpus.roadmaps[path] if path in corpus.roadmaps else corpus.reports[path]
    name = path.rpartition("/")[2]
    return (
        Attachment(
            name=f"{name}.yaml",
            media_type="application/yaml",
            description="Запись, из которой сделан документ",
            data=(project / record.file).read_bytes(),
        ),
        Attachment(
            name=f"{name}.json",
            media_type="application/json",
            description="Та же запись для программ",
            data=record_json(plan, path),
        ),
    )
