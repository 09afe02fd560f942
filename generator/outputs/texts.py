"""Bound texts in the state file: bound anew where the document, or an answer of the data, is another."""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing, DrawnData, Table, TableRow
from generator.charts.map.plan import Dot, WorldMap
from generator.claims.bound import BoundCitation, BoundLink, BoundValue
from generator.content.documents import DocumentSection, DropIfMissing
from generator.content.references import Reference, Scheme
from generator.data.dataset import Dataset
from generator.data.memoised import traced
from generator.data.packed import kept_digests
from generator.diagnostics import Diagnostic, Location
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Digests
from generator.outputs.traces import Answers, digests_of_facts, pack_asked
from generator.pages.project import Project
from generator.pages.prose.bind import BoundDocument
from generator.pages.prose.texts import Key, Text
from generator.pages.records.parts import ImageFigure, Note, WorkCited
from generator.rules import Rule
from generator.state.manifest import digest_of
from generator.state.records import Records
from generator.state.sound import Sound

STATE_KEY = "texts"
"""What stands in the state file under this name: digests of the entries of the last build, by path."""
DATA = "/data"
"""Stands for a path where the data of that build are named."""
RECORDS = Records(
    *(BoundDocument, DocumentSection, DropIfMissing, Reference, Scheme, BoundValue, BoundLink, BoundCitation),
    *(Chart, Drawing, DrawnData, Table, TableRow, WorldMap, Dot, ImageFigure, Note, WorkCited),
    *(Diagnostic, Location, Rule),
)
"""What a bound text consists of."""
Bind = Callable[[], BoundDocument]


def texts_in(sound: Sound, project: Project, dataset: Dataset) -> "KeptTexts | None":
    """Return the texts in the state file; `project` notes nothing, `dataset` notes what is read of it."""
    if sound.state is None:
        return None
    answers = Answers(dataset=dataset, state=sound.state, facts=digests_of_facts(project))
    return KeptTexts(state=sound.state, program=sound.program, answers=answers)


def no_texts(_sound: Sound, _project: Project, _dataset: Dataset) -> None:
    """Find none."""


@dataclass(frozen=True, kw_only=True)
class KeptTexts:
    """The texts of the last build: only what that had is looked at, as only its answers are known."""

    state: Cache
    program: str
    answers: Answers
    """Those of now beside those of the last build."""
    _digests: Digests = field(default_factory=Digests)
    _names: dict[str, str] = field(default_factory=dict)
    """Digests of the entries of now by path."""
    _fresh: dict[str, bytes] = field(default_factory=dict)

    def of(self, path: str, key: Key, dataset: Dataset, bind: Bind, /) -> Text:
        """Return a text as it was kept, or bound now."""
        digest = self._digests.of(key)
        made_of = key_of(self.program, digest) if digest else ""
        return self._kept(path, made_of, bind) or self._bound(path, made_of, dataset, bind)

    def entries(self) -> Mapping[str, bytes]:
        """Return the entries that are new, and the digests of all."""
        return {**self._fresh, STATE_KEY: json.dumps({DATA: self.answers.present, **self._names}).encode()}

    def _kept(self, path: str, made_of: str, bind: Bind) -> Text | None:
        data = self.state.get(_of_text(path)) or b""
        head, asked, packed = _parts(data)
        name = digest_of(data)
        if not made_of or head != made_of or self._last.get(path) != name or not self.answers.hold(asked):
            return None
        self._names[path] = name
        return _packed_text(packed, bind)

    def _bound(self, path: str, made_of: str, dataset: Dataset, bind: Bind) -> Text:
        bound, questions = traced(dataset, bind)
        asked, packed = pack_asked(dataset, questions), _pack(bound)
        if made_of and asked and packed:
            entry = b"%s %d\n%s%s" % (made_of.encode(), len(asked), asked, packed)
            self._fresh[_of_text(path)], self._names[path] = entry, digest_of(entry)
        name: Hashable = digest_of(packed) if packed else bound
        return Text(name=name, diagnostics=bound.diagnostics, read=lambda: bound)

    @cached_property
    def _last(self) -> Mapping[str, str]:
        """The digests of the last build; none where others have been kept since."""
        kept = kept_digests(self.state, STATE_KEY)
        return kept if kept.get(DATA) == self.answers.last else {}


def _of_text(path: str) -> str:
    return f"text {path}"


def _parts(data: bytes) -> tuple[str, bytes, bytes]:
    """Return of an entry a digest of what the text was made of, its questions, and the text."""
    head, _line, rest = data.partition(b"\n")
    made_of, _space, size = head.decode("ascii", "replace").partition(" ")
    at = int(size) if size.isdecimal() else 0
    return made_of, rest[:at], rest[at:]


def _pack(bound: BoundDocument) -> bytes:
    """Return diagnostics and text, each on a line; nothing where it has something that cannot be written."""
    try:
        return b"\n".join((RECORDS.pack(bound.diagnostics), RECORDS.pack(bound)))
    except TypeError:
        return b""


def _packed_text(packed: bytes, bind: Bind) -> Text | None:
    """Return a text of its bytes, which are read when it is needed; None where they cannot be."""
    faults, _line, whole = packed.partition(b"\n")
    try:
        return Text(name=digest_of(packed), diagnostics=RECORDS.unpack(faults), read=partial(_unpacked, whole, bind))
    except ValueError:
        return None


def _unpacked(whole: bytes, bind: Bind) -> BoundDocument:
    try:
        bound: BoundDocument = RECORDS.unpack(whole)
    except ValueError:
        return bind()
    return bound
