"""Questions to unchanging data: each is answered once; who asked and which rows were read is noted.

A question is the name of a function with its arguments, `("Dataset.latest", ("population", "KAZ"))`. Only a question
from outside counts as asked, not those that are asked to answer it.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from generator.data import facts

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
UNASKED = object()
FACT = "fact"
"""The name of the question what an entry or a setting says: `("fact", "settings/title")`."""

Question = tuple[Hashable, ...]
"""Name, arguments, and named arguments as pairs where there are any."""

Asked = frozenset[Question]
"""Questions that were asked from outside."""


class Memory:
    """The answers to questions so far, and for each the indicators whose rows were read for it."""

    def __init__(self) -> None:
        self.answers: dict[Question, Any] = {}
        self.read: dict[Question, frozenset[str]] = {}
        self.facts: dict[Question, frozenset[str]] = {}
        """For each question the entries besides rows that were read for the answer."""
        self.asked: set[Question] = set()
        self.open: list[set[str]] = []
        """What each question that is being answered has read so far."""
        self.beneath: Callable[[str], object] | None = None
        """Asks for an indicator's rows those data that these were made from within a page."""
        self.sets: dict[frozenset[str], frozenset[str]] = {}
        """Each set of indicators once."""

    def inherit(self, before: "Memory", changed: frozenset[str], questions: Iterable[Question]) -> None:
        """Take over answers that other data gave to questions, where no rows were read that have changed."""
        same = {read for read in before.sets if read.isdisjoint(changed)}
        for question in questions:
            read = before.read[question]
            if read in same and question not in self.read:
                self.read[question], self.facts[question] = read, before.facts[question]
                self.answers[question] = before.answers[question]
        self.sets |= {read: read for read in same}

    def reads(self, indicator: str) -> None:
        """Note that the rows of an indicator are read."""
        self.open[-1].add(indicator)

    def answer(self, question: Question, answer: Callable[[], T]) -> T:
        """Return the answer to a question that was not asked before."""
        self.open.append(set())
        facts.begin()
        try:
            found = answer()
        finally:
            read, known = frozenset(self.open.pop()), facts.end()
        self.read[question] = self.sets.setdefault(read, read)
        self.facts[question] = self.sets.setdefault(known, known)
        self.answers[question] = found
        return found

    def know(self, fact: str) -> Question:
        """Return the question what a fact says, which reads no rows and whose answer is in no memory."""
        question = (FACT, fact)
        self.read[question] = self.facts[question] = frozenset()
        self.answers[question] = None
        return question

    def note(self, question: Question) -> None:
        """Note that a question with an answer is asked, from outside or to answer another."""
        if known := self.facts[question]:
            facts.note(known)
        if self.open:
            self.open[-1].update(self.read[question])
            return
        self.asked.add(question)
        if self.beneath:
            for indicator in self.read[question]:
                self.beneath(indicator)


class HasMemory(Protocol):
    """An object with room for its answers."""

    @property
    def memory(self) -> Memory:
        """Answers by question."""
        ...


S = TypeVar("S", bound=HasMemory)

QUESTIONS: dict[str, Callable[..., Any]] = {}
"""Every function that is a question, by name."""


def memoised(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Return the method, or function of data, as a question."""
    name = method.__qualname__

    def ask(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        question = (name, args, tuple(kwargs.items())) if kwargs else (name, args)
        memory = self.memory
        found = memory.answers.get(question, UNASKED)
        if found is UNASKED:
            found = memory.answer(question, lambda: method(self, *args, **kwargs))
        memory.note(question)
        return found  # type: ignore[no-any-return]  # what this method put there

    update_wrapper(ask, method)
    QUESTIONS[name] = ask
    return ask


def ask(data: HasMemory, question: Question) -> object:
    """Return the answer of data to a question; raises LookupError or TypeError where it is none."""
    name, args, *named = question
    return QUESTIONS[str(name)](data, *args, **dict(*named))  # type: ignore[misc]  # as a question is made


def traced(data: HasMemory, make: Callable[[], T]) -> tuple[T, Asked]:
    """Return what is made and the questions asked of data while it was."""
    memory = data.memory
    before, memory.asked = memory.asked, set()
    opened, memory.open = memory.open, []
    facts.begin()
    try:
        made = make()
    finally:
        asked = frozenset((*memory.asked, *map(memory.know, facts.end())))
        memory.asked, memory.open = before, opened
    note_all(data, asked)
    return made, asked


def note_all(data: HasMemory, asked: Asked) -> None:
    """Ask again what has an answer already, all at once."""
    memory = data.memory
    facts.note(str(question[1]) for question in asked if question[0] == FACT)
    if memory.open:
        memory.open[-1].update(*(memory.read[question] for question in asked))
        return
    memory.asked.update(asked)
    if memory.beneath:
        for indicator in frozenset[str]().union(*(memory.read[question] for question in asked)):
            memory.beneath(indicator)


def once(data: HasMemory, name: Question, make: Callable[[], T]) -> T:
    """Return what is made once for several who need it; each of them has asked what was asked for it."""
    memory = data.memory
    if name not in memory.answers:
        memory.answers[name] = traced(data, make)
    made, asked = memory.answers[name]
    note_all(data, asked)
    return made  # type: ignore[no-any-return]  # what was put there
