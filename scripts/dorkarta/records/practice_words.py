"""What the parts of a practice are called: of one that is only planned nothing is said to have been done."""

from dorkarta.model.practice import Practice, Proof


def _is_planned(practice: Practice) -> bool:
    return practice.proof is Proof.PLANNED


def done(practice: Practice) -> str:
    """Over what was done."""
    return "Что предусмотрено" if _is_planned(practice) else "Что делали"


def result(practice: Practice) -> str:
    """Over what came of it."""
    return "Ожидаемый результат" if _is_planned(practice) else "Результат"


def measured(practice: Practice) -> str:
    """Over how the result is known."""
    return "Чем измеряется" if _is_planned(practice) else "Чем измерен"


def where(practice: Practice) -> str:
    """Over the territory."""
    return "Где предусмотрено" if _is_planned(practice) else "Где применили"
