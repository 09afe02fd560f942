"""What is made of data in one run and lasts while all that was asked for it has the same answers.

A key here names all that a thing is made of except rows and noted entries: the `rest` of the data, never their digest.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from generator.data.dataset import Dataset
from generator.data.memoised import FACT, Asked, Question, ask, traced
from generator.memo import Memo

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made(Generic[T]):
    """What was made, what was asked of which data for it."""

    what: T
    asked: Asked
    data: Dataset


def with_answers(memo: Memo, name: str, dataset: Dataset) -> Dataset:
    """Return a dataset that knows what answers it shares with the last run's; `name` is its stage."""
    around = dataset.rest if dataset.notes else dataset.frame
    found: Dataset = memo.revise((name, around), partial(_taking_over, dataset))
    return found


def _taking_over(dataset: Dataset, before: Dataset | None) -> Dataset:
    if before is not None and before is not dataset and dataset.frame:
        dataset.memory.inherit(before.memory, _differing(before, dataset), before.memory.answers)
    return dataset


def lasting(memo: Memo, key: tuple[Hashable, ...], dataset: Dataset, make: Callable[[], T]) -> tuple[T, Asked]:
    """Return what is made of data, and what is asked for it: of last time where the answers are the same."""
    made = memo.revise(("lasting", *key), partial(_again, dataset, make))
    return made.what, made.asked


def _again(dataset: Dataset, make: Callable[[], T], before: _Made[T] | None) -> _Made[T]:
    if before is not None and _is_same(before, dataset):
        return replace(before, data=dataset)
    what, asked = traced(dataset, make)
    return _Made(what=what, asked=asked, data=dataset)


def _is_same(made: _Made[T], dataset: Dataset) -> bool:
    """Whether all that was asked has the same answer; of rows that are the same nothing is asked again."""
    if made.data is dataset or not dataset.frame:
        return made.data is dataset
    changed, depends = _differing(made.data, dataset), made.data.memory.depends
    if any(question[0] == FACT and question[1] in changed for question in made.asked):
        return False
    dataset.memory.inherit(made.data.memory, changed, made.asked)
    doubtful = (question for question in made.asked if not depends(question).isdisjoint(changed))
    return all(_answer(made.data, question) == _answer(dataset, question) for question in doubtful)


def _answer(dataset: Dataset, question: Question) -> object:
    """Return an answer; one that cannot be given equals no other."""
    try:
        return ask(dataset, question)
    except (LookupError, TypeError, ValueError):
        return object()


def _differing(before: Dataset, dataset: Dataset) -> frozenset[str]:
    """Return the indicators whose rows differ, and the facts that do."""
    known = dataset.memory.differing
    if before.memory not in known:
        rows = _unequal(before.rows, dataset.rows)
        known[before.memory] = rows | _unequal(before.facts, dataset.facts) if dataset.notes else rows
    return known[before.memory]


def _unequal(before: Mapping[str, object], now: Mapping[str, object]) -> frozenset[str]:
    return frozenset(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
