"""Questions to unchanging data: each is answered once; who asked and which rows were read is noted.

A question is the name of a function with its arguments, `("Dataset.latest", ("population", "KAZ"))`. Only a question
from outside counts as asked, not those that are asked to answer it.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import update_wrapper
from itertools import islice
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from weakref import WeakKeyDictionary

from generator.data import facts

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
FACT = "fact"
"""The name of the question what an entry or a setting says: `("fact", "settings/title")`."""

Question = tuple[Hashable, ...]
"""Name, arguments, and named arguments as pairs where there are any."""

Asked = frozenset[Question]
"""Questions that were asked from outside."""


class Answer:
    """The answer to a question, and what was read for it."""

    __slots__ = ("found", "known", "noted", "question", "rows")

    def __init__(self, question: Question, found: object, rows: frozenset[str], known: frozenset[str]) -> None:
        self.question, self.found = question, found
        self.rows, self.known = rows, known
        self.noted = facts.NOBODY
        """Where it was asked last: whoever is being made asks it once (`facts.Reading`)."""


class Memory:
    """The answers to questions so far, and for each the indicators whose rows were read for it."""

    def __init__(self) -> None:
        self.answers: dict[Question, Answer] = {}
        self.made: dict[Question, tuple[Any, Asked]] = {}
        """What is made once, and what is asked for it."""
        self.asked: list[Answer] = []
        """What has been asked so far from outside, or for the question that is being answered."""
        self.rows: set[str] = set()
        """The indicators whose rows have been read for that question by itself."""
        self.depth = 0
        """How many questions are being answered, each for the one before."""
        self.beneath: Callable[[str], object] | None = None
        """Asks for an indicator's rows those data that these were made from within a page."""
        self.sets: dict[frozenset[str], frozenset[str]] = {frozenset(): frozenset()}
        """Each set of indicators, or of facts, once."""
        self.differing: WeakKeyDictionary[Memory, frozenset[str]] = WeakKeyDictionary()
        """The indicators and facts in which these data differ from others, by their memory."""

    def inherit(self, before: "Memory", changed: frozenset[str], questions: Iterable[Question]) -> None:
        """Take over answers that other data gave to questions, of which no rows or facts have changed."""
        same = {names for names in before.sets if names.isdisjoint(changed)}
        for question in questions:
            answer = before.answers[question]
            if answer.rows in same and answer.known in same and question not in self.answers:
                self.answers[question] = Answer(question, answer.found, answer.rows, answer.known)
        self.sets |= {names: names for names in same}

    def recall(self, question: Question, found: object, rows: frozenset[str], known: frozenset[str]) -> None:
        """Know the answer that equal rows and facts gave to a question."""
        if question not in self.answers:
            self.answers[question] = Answer(question, found, self._one(rows), self._one(known))

    def read(self, question: Question) -> frozenset[str]:
        """Return the indicators whose rows were read for a question that has an answer."""
        return self.answers[question].rows

    def depends(self, question: Question) -> frozenset[str]:
        """Return the indicators and facts that a question with an answer depends on."""
        answer = self.answers[question]
        return answer.rows | answer.known

    def reads(self, indicator: str) -> None:
        """Note that the rows of an indicator are read."""
        self.rows.add(indicator)

    def answer(self, question: Question, find: Callable[[], Any]) -> Answer:
        """Return the answer to a question that was not asked before."""
        asked, rows = self.asked, self.rows
        self.asked, self.rows, self.depth = [], set(), self.depth + 1
        facts.begin()
        try:
            found = find()
        finally:
            read = self._read_now()
            self.asked, self.rows, self.depth = asked, rows, self.depth - 1
            known = facts.end()
        made = self.answers[question] = Answer(question, found, read, self._one(known))
        return made

    def _read_now(self) -> frozenset[str]:
        """Return the indicators whose rows have been read for the question that is being answered."""
        read = {each.rows for each in self.asked}
        if len(read) == 1 and not self.rows:  # most questions are about one indicator
            return read.pop()
        return self._one(frozenset(self.rows.union(*read)))

    def _one(self, names: frozenset[str]) -> frozenset[str]:
        return self.sets.setdefault(names, names)

    def forget(self, names: frozenset[str], known: int) -> None:
        """Forget all but the first `known` answers to questions of these names; who needs one asks anew.

        What was made once asks its questions again for everybody, so their answers stay.
        """
        latest = islice(reversed(self.answers), len(self.answers) - known)  # not a look at each since the first share
        later = [each for each in latest if each[0] in names]
        needed = frozenset[Question]().union(*(asked for _made, asked in self.made.values())) if later else ()
        later = [each for each in later if each not in needed]
        for question in later:
            del self.answers[question]

    def know(self, fact: str) -> Question:
        """Return the question what a fact says, which reads no rows and whose answer is in no memory."""
        question = (FACT, fact)
        if question not in self.answers:
            self.answers[question] = Answer(question, None, frozenset(), frozenset())
        return question

    def note(self, answer: Answer) -> None:
        """Note that an answer is asked for, from outside or to answer another; once by each who asks."""
        reading = facts.OPEN[-1]
        if answer.noted == reading.number:
            return
        answer.noted = reading.number
        if reading.number == facts.NOBODY:
            return
        reading |= answer.known
        self.asked.append(answer)
        if self.beneath and not self.depth:
            for indicator in answer.rows:
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
        answer = memory.answers.get(question)
        if answer is None:
            answer = memory.answer(question, lambda: method(self, *args, **kwargs))
        if answer.noted != facts.OPEN[-1].number:
            memory.note(answer)
        return answer.found  # type: ignore[return-value]  # what this method put there

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
    before, memory.asked = memory.asked, []
    depth, memory.depth = memory.depth, 0
    facts.begin()
    try:
        made = make()
    finally:
        found = {each.question for each in memory.asked}
        asked = frozenset((*found, *map(memory.know, facts.end())))
        memory.asked, memory.depth = before, depth
    note_all(data, asked)
    return made, asked


def note_all(data: HasMemory, asked: Asked) -> None:
    """Ask again what has an answer already, all at once."""
    memory, reading = data.memory, facts.OPEN[-1]
    if reading.number == facts.NOBODY:
        return
    for question in asked:
        if question[0] == FACT:
            reading.add(str(question[1]))
        else:
            memory.note(memory.answers[question])


def once(data: HasMemory, name: Question, make: Callable[[], T]) -> T:
    """Return what is made once for several who need it; each of them has asked what was asked for it."""
    memory = data.memory
    if name not in memory.made:
        memory.made[name] = traced(data, make)
    made, asked = memory.made[name]
    note_all(data, asked)
    return made  # type: ignore[no-any-return]  # what was put there
