"""What pages asked of the data: while the answers are the same, so are the pages.

Of a page the state file has its questions, grouped by the indicators whose rows were read for the answer, and of each
indicator the rows of the last build. If rows have changed, the questions about them are asked of both.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.cache import Cache, read_json
from generator.charts.sparkline import Spark
from generator.data.columns import PreferredRows
from generator.data.dataset import Dataset
from generator.data.memoised import FACT, Asked, Question, ask
from generator.data.observations import Observation
from generator.data.packed import STATE_KEY, kept_digests, kept_rows, rows_entry, with_rows
from generator.data.peers import Reason
from generator.indices.ranges import pack_ranges, unpack_ranges
from generator.outputs.data.keys import countries_apart, key_of, rows_apart
from generator.outputs.kept import Digests
from generator.pages.noted import facts_of
from generator.pages.project import Project
from generator.pages.records.parts import Field, MovedText, RankText, SourceBlock
from generator.pages.records.rows import IndicatorRow
from generator.state.manifest import digest_of
from generator.state.records import Records

FACTS = "/facts"
"""What questions about entries and settings stand under, and the name of digests of all these."""

DEAR = frozenset(("row_of_table", "rank_text", "medians_of", "spark_of", "peers_of", "source_block", "Dataset.latest"))
"""Questions for whose answers more is read than a country's rows of a few indicators."""
RECORDS = Records(IndicatorRow, RankText, MovedText, Spark, Reason, SourceBlock, Field, Observation)
"""What their answers consist of."""
_ENCODER = json.JSONEncoder(separators=(",", ":"), check_circular=False)

Grouped = Mapping[str, Iterable[Question]]
"""Questions by the indicators that were read for the answer, joined by spaces."""


def pack_asked(dataset: Dataset, asked: Asked) -> bytes:
    """Return the questions of a page as bytes; none if one of them cannot be written down."""
    facts, groups = list[Question](), defaultdict[frozenset[str], list[Question]](list)
    for question in asked:
        if question[0] == FACT:
            facts.append(question)
            continue
        if question not in dataset.memory.answers:  # asked of equal data, in an earlier run of a preview
            ask(dataset, question)
        groups[dataset.memory.read(question)].append(question)
    named = (*(((FACTS, facts),) if facts else ()), *((" ".join(sorted(read)), some) for read, some in groups.items()))
    try:
        lines = (f"{read}\t{_ENCODER.encode(questions)}" for read, questions in named)
        return zlib.compress("\n".join(lines).encode(), 1)
    except TypeError:
        return b""


def unpack_asked(data: bytes, wanted: Callable[[str], bool] = bool) -> Grouped | None:
    """Return questions from bytes, those whose group is wanted; None where they cannot be read."""
    try:
        lines = [line.partition("\t") for line in zlib.decompress(data).decode().splitlines()]
        return {read: tuple(map(_question, read_json(found))) for read, _tab, found in lines if wanted(read)}
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _question(written: list[object]) -> Question:
    """Return a question as it was asked: lists are tuples again."""
    return tuple(_tuples(part) for part in written)


def _tuples(value: object) -> str | int | tuple[object, ...] | None:
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(value)


def pack_answers(dataset: Dataset, asked: Asked) -> bytes:
    """Return the answers to the dear questions of a page; none if one cannot be written down."""
    memory = dataset.memory
    found = (memory.answers[question] for question in asked if question[0] in DEAR)
    try:
        packed = RECORDS.pack(tuple((each.question, each.found, each.rows, each.known) for each in found))
    except (TypeError, RecursionError):
        return b""
    return zlib.compress(packed, 1)


def entries_of(
    dataset: Dataset, pages: Mapping[str, bytes], state: Cache, facts: Mapping[str, str]
) -> dict[str, bytes]:
    """Return what is kept of a build: rows that changed since the last, facts, pages' questions."""
    known, now = kept_digests(state), dataset.rows
    fresh = {name: dataset.observations[name] for name, digest in now.items() if known.get(name) != digest}
    rows = dict(rows_entry(name, now[name], columns) for name, columns in fresh.items())
    ranges = {
        _ranges_of(name): pack_ranges(dataset.rank_intervals[name], dataset.rows[name])
        for name in fresh
        if name in dataset.rank_intervals
    }
    asked = {_of_page(url): data for url, data in pages.items()}
    kept = {STATE_KEY: json.dumps(dict(now)).encode(), FACTS: json.dumps(dict(facts)).encode()}
    return {**rows, **ranges, **asked, **kept}


def name_of(rows: Mapping[str, str], facts: Mapping[str, str]) -> str:
    """Return a name of data by the digests of their rows and facts.

    Two builds at once keep one after the other: who reads the entries of both takes no page of one for the other's.
    """
    return key_of(*(json.dumps(sorted(each.items())) for each in (rows, facts)))


def answers_entries(pages: Mapping[str, tuple[str, bytes]], around: str) -> dict[str, bytes]:
    """Return the entries of answers: for each URL a digest of the page's questions, and the answers.

    `around` has all they depend on besides rows and facts.
    """
    return {_answered(url): key_of(around, asked).encode() + packed for url, (asked, packed) in pages.items()}


def _ranges_of(index: str) -> str:
    return f"intervals of {index}"


def _of_page(url: str) -> str:
    return f"asked by {url}"


def _answered(url: str) -> str:
    return f"answered to {url}"


class NoAnswers:
    """What is known of the answers of a last build where there was none."""

    def are_same(self, _url: str, _asked: str) -> bool:
        """Return False: no page is known to have asked what now has the same answers."""
        return False

    def has_same_rows(self, _country: str) -> bool:
        """Return False: no country is known to have the rows of before."""
        return False

    def differing(self, _url: str) -> tuple[str, ...]:
        """Return nothing that differs."""
        return ()

    def rows_apart(self, _indicator: str) -> tuple[tuple[str, int], ...]:
        """Return no row that differs."""
        return ()

    def fetch(self, urls: Iterable[str]) -> None:
        """Read nothing."""

    def recall(self, url: str, asked: str, around: str) -> None:
        """Let the data know nothing."""


NO_ANSWERS = NoAnswers()


@dataclass(frozen=True, kw_only=True)
class Answers(NoAnswers):
    """The answers of the present data beside those of the last build, which the state file has."""

    dataset: Dataset
    state: Cache
    facts: Mapping[str, str] = field(default_factory=dict)
    """Digests of entries and settings by name."""
    _same: dict[Question, bool] = field(default_factory=dict)
    _pages: dict[tuple[str, str], bool] = field(default_factory=dict)
    """What was found of a page, by its URL and the digest of its questions: a build asks several times."""
    _fetched: dict[str, bytes] = field(default_factory=dict)
    """What the data answered to pages in the last build, as bytes by URL."""

    def are_same(self, url: str, asked: str) -> bool:
        """Whether all that a page asked has the answer that it had; `asked` is the digest of its questions."""
        if not self._changed and not self._others:
            return True
        if (url, asked) not in self._pages:
            self._pages[url, asked] = self._are_same(url, asked)
        return self._pages[url, asked]

    def _are_same(self, url: str, asked: str) -> bool:
        data = self.state.get(_of_page(url)) or b""
        return digest_of(data) == asked and self.hold(data)

    def hold(self, asked: bytes) -> bool:
        """Whether all that was asked in the last build, packed, has the answer that it had then."""
        if not self._changed and not self._others:
            return True
        groups = unpack_asked(asked, self._is_doubtful)
        return groups is not None and all(self._is_same(question) for found in groups.values() for question in found)

    def recall(self, url: str, asked: str, around: str) -> None:
        """Let the data know their answers to a page in the last build, but for other rows or facts.

        `asked` is the digest of its questions, `around` has all else that answers depend on.
        """
        if url not in self._fetched:
            self.fetch((url,))
        data, head = self._fetched.pop(url), key_of(around, asked).encode()
        if data.startswith(head):
            for question, found, rows, known in _answers(data[len(head) :]):
                if self._changed.isdisjoint(rows) and self._others.isdisjoint(known):
                    self.dataset.memory.recall(question, found, rows, known)

    def fetch(self, urls: Iterable[str]) -> None:
        """Read what the data answered to pages: a process that inherits this must not read the state file."""
        found = {url: self.state.get(_answered(url)) or b"" for url in urls}
        self._fetched.update(found if self._is_last_still() else dict.fromkeys(found, b""))

    def differing(self, url: str) -> tuple[str, ...]:
        """Return the facts that a page read and that are not as they were; empty for answers about rows."""
        found = unpack_asked(self.state.get(_of_page(url)) or b"", self._is_doubtful) or {}
        other = (question for questions in found.values() for question in questions if not self._is_same(question))
        return tuple(sorted({str(question[1]) if question[0] == FACT else "" for question in other}))

    def _is_doubtful(self, read: str) -> bool:
        return bool(self._others) if read == FACTS else not self._changed.isdisjoint(read.split())

    @cached_property
    def _others(self) -> frozenset[str]:
        """The facts that are not those of the last build, or of which that cannot be known."""
        last, now = self._last_facts, self.facts
        return frozenset(name for name in {*last, *now} if not now.get(name, "-") or now.get(name) != last.get(name))

    @cached_property
    def _changed(self) -> frozenset[str]:
        """The indicators whose rows are not those of the last build."""
        return frozenset(name for name, digest in self.dataset.rows.items() if self._last.get(name) != digest)

    def have_changed(self, indicators: Iterable[str]) -> bool:
        """Whether the rows of any of these indicators are not those of the last build."""
        return not self._changed.isdisjoint(indicators)

    def has_same_rows(self, country: str) -> bool:
        """Whether the preferred rows of a country are those of the last build, as far as that is known."""
        return not self._changed or (self._apart is not None and country not in self._apart)

    def rows_apart(self, indicator: str) -> tuple[tuple[str, int], ...]:
        """Return country and year of the rows of an indicator that the last build had otherwise, if known."""
        pair = self._pair(indicator) if indicator in self._changed else None
        return tuple(rows_apart(*pair)) if pair else ()

    @cached_property
    def _apart(self) -> frozenset[str] | None:
        """The countries with other rows than in the last build; None where that is not known."""
        pairs = [self._pair(name) for name in self._changed]
        return None if None in pairs else frozenset().union(*(countries_apart(*pair) for pair in pairs if pair))

    def _pair(self, indicator: str) -> tuple[PreferredRows | None, PreferredRows | None] | None:
        """Return the preferred rows of the last build and of now; None where those of the last are not known.

        They may be of origins that the catalog has no more.
        """
        try:
            return (self._before.preferred(indicator), self.dataset.preferred(indicator)) if self._before else None
        except LookupError:
            return None

    @cached_property
    def last(self) -> str:
        """The name of the data of the last build: what was made of others cannot be compared with these."""
        return name_of(self._last, self._last_facts)

    @property
    def present(self) -> str:
        """The name of the present data."""
        return name_of(self.dataset.rows, self.facts)

    def _is_last_still(self) -> bool:
        """Whether no other build has kept its own since this one began: they answer to other data."""
        return name_of(kept_digests(self.state), kept_digests(self.state, FACTS)) == self.last

    @cached_property
    def _last(self) -> Mapping[str, str]:
        return kept_digests(self.state)

    @cached_property
    def _last_facts(self) -> Mapping[str, str]:
        return kept_digests(self.state, FACTS)

    @cached_property
    def _before(self) -> Dataset | None:
        """The data with the rows of the last build; None where some are missing."""
        rows = {name: kept_rows(self.state, name, self._last.get(name, "")) for name in self._changed}
        found = {name: columns for name, columns in rows.items() if columns}
        if len(found) < len(rows):
            return None
        ranges = {
            name: unpack_ranges(self.state.get(_ranges_of(name)) or b"", self._last.get(name, "")) for name in rows
        }
        intervals = {**self.dataset.rank_intervals, **ranges}
        return replace(self.dataset, observations=with_rows(self.dataset.observations, found), rank_intervals=intervals)

    def _is_same(self, question: Question) -> bool:
        if question[0] == FACT:
            return question[1] not in self._others
        if question not in self._same:
            self._same[question] = self._compare(question)
        return self._same[question]

    def _compare(self, question: Question) -> bool:
        """Return whether a question has the answer that it had, read from the same rows and facts.

        What was read is kept with a page that is taken over, and decides whether it is asked about again.
        """
        before, now = self._before, self.dataset
        if before is None:
            return False
        try:
            same = bool(ask(before, question) == ask(now, question))
            return same and before.memory.depends(question) == now.memory.depends(question)
        except (LookupError, TypeError, ValueError):
            return False


def _answers(packed: bytes) -> tuple[tuple[Question, object, frozenset[str], frozenset[str]], ...]:
    """Return questions with answers, rows and facts; none where they cannot be read."""
    try:
        found: tuple[tuple[Question, object, frozenset[str], frozenset[str]], ...] = RECORDS.unpack(
            zlib.decompress(packed)
        )
    except (zlib.error, ValueError):
        return ()
    return found


def digests_of_facts(project: Project) -> Mapping[str, str]:
    """Return digests of all entries and settings, by name, empty if unnamed; `project` notes nothing."""
    digests = Digests()
    return {name: digests.of((value,)) for name, value in facts_of(project)}
