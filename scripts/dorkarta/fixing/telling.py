"""What the fix has to say."""

import difflib
from collections.abc import Iterator

from dorkarta.fixing.deed import told
from dorkarta.fixing.mending import Mended
from dorkarta.fixing.project import Plan
from dorkarta.text import numeral


def as_diff(mended: Mended) -> str:
    """The changed lines of a file as a patch."""
    before, after = (text.splitlines(keepends=True) for text in (mended.before, mended.after))
    lines = difflib.unified_diff(before, after, f"a/{mended.file}", f"b/{mended.file}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def in_words(plan: Plan, *, written: bool) -> Iterator[str]:
    """What is done file by file, or would be, and what is not."""
    for mended in plan.mended:
        yield f"{mended.file}: {'исправлено' if written else 'исправить'}: {told(mended.done)}"
    for file in plan.refused:
        yield f"{file}: не исправлен: после правки в записях появилась бы ошибка; исправьте его вручную."
    if not plan.mended:
        yield "Исправлять нечего." if not plan.refused and not plan.unread else "Больше исправлять нечего."
    elif written:
        yield f"Исправлено: {_files(plan)}. Просмотрите правку: git diff."
    else:
        yield f"Можно исправить: {_files(plan)}. Исправит команда dorkarta fix."


def _files(plan: Plan) -> str:
    return numeral(len(plan.mended), "файл", "файла", "файлов")
