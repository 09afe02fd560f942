"""The files of one page: its HTML and the files of its charts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial

from generator.charts.chart import Chart
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.files import ChartFiles
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Digests, Made, Titled, digest_of_standings, digests_of, taken_over
from generator.outputs.traces import NoAnswers, pack_answers, pack_asked
from generator.pages.records.page import CountryPage, Page
from generator.pages.site import PlannedPage, Site
from generator.pages.titles import titles_on, with_titles
from generator.render.environment import Drawers, Renderer, code_digest
from generator.render.spans import Spans, exchanged, is_plain, render_with_spans
from generator.state.manifest import digest_of
from generator.urls import output_path


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFiles:
    """The files of a page; `page` is its record, None where all were taken over and it was not planned."""

    name: str
    """A digest of what the page depends on; empty if it cannot be named."""
    outputs: tuple[Output, ...]
    page: Page | None
    drawings: tuple[str, ...]
    """Digests of the drawings on the page."""
    asked: str = ""
    """A digest of the questions that it asked of the data."""
    questions: bytes | None = None
    """These questions, to be kept; None where all files were taken over."""
    answers: bytes = b""
    """The answers to some of them, if it is a profile."""
    titled: Titled | None = None
    """Its HTML but for titles, if it is a profile."""
    standings: str = ""
    """A digest of what it shows of the results of indices, if it is a profile."""

    def made(self, spans: Mapping[str, Spans]) -> Made:
        """Return what a later build has to know; `spans` are those of files rendered now, by path."""
        files = {output.path: output.key_digest for output in self.outputs}
        found = next((spans[path] for path in files if path in spans), None)
        titled = replace(self.titled, spans=found) if self.titled and found else self.titled
        return Made(files=files, drawings=self.drawings, asked=self.asked, titled=titled, standings=self.standings)


Again = Callable[[], Mapping[str, Output]]
"""Plans the files of a page that was to be taken over, by path."""

OldFile = Callable[[str], bytes | None]
"""Returns a file of the last build by its path; None where it is not as it was made."""


def no_file(_path: str) -> None:
    """Nothing is there of a last build."""


@dataclass(frozen=True, kw_only=True)
class PageMaker:
    """Plans the files of any page of a site; `kept` are those of the last build."""

    site: Site
    renderer: Renderer
    drawers: Drawers
    chart_files: ChartFiles
    memo: Memo
    kept: Mapping[str, Made]
    last: NoAnswers
    """The answers of the data of the last build, beside those of now."""
    old: OldFile
    """Returns a file of the last build."""
    digests: Digests
    """Those of what pages depend on, made once for all."""
    standings: dict[str, str] | None = None
    """Digests of what profiles show of the results of indices, by URL; None where these have not changed."""
    spans: dict[str, Spans] = field(default_factory=dict)
    """Where titles stand in the profiles that were rendered, by path."""

    def files(self, planned: PlannedPage) -> PageFiles:
        """Return the files of a page; it is planned only if it depends on something else than last time."""
        name = self._name(planned)
        made = self._kept(planned, name)
        if made is None:
            return self._planned(planned, name)
        again = cache(lambda: {output.path: output for output in self._planned(planned, name).outputs})
        outputs = taken_over(made, lambda: again().values())
        if made.titled:
            outputs = tuple(self._titled(each, planned, made.titled, again) for each in outputs)
        return PageFiles(
            name=name,
            outputs=outputs,
            page=None,
            drawings=made.drawings,
            asked=made.asked,
            titled=made.titled,
            standings=made.standings,
        )

    def is_kept(self, planned: PlannedPage) -> bool:
        """Whether a page depends on the same things as in the last build."""
        return self._kept(planned, self._name(planned)) is not None

    def _kept(self, planned: PlannedPage, name: str) -> Made | None:
        made = self._answered(planned, name)
        return made if made and self._stands(planned, made) else None

    def is_known(self, planned: PlannedPage) -> bool:
        """Whether the last build made a page of the same but data."""
        return self._name(planned) in self.kept

    def has_answers(self, planned: PlannedPage) -> bool:
        """Whether the data answer to a page as in the last build; of indices more may be shown than it asks."""
        return self._answered(planned, self._name(planned)) is not None

    def _answered(self, planned: PlannedPage, name: str) -> Made | None:
        made = self.kept.get(name) if name else None
        return made if made and _has_titles(made, planned) and self.last.are_same(planned.url, made.asked) else None

    def _stands(self, planned: PlannedPage, made: Made) -> bool:
        """Whether a profile would show the same of the results of indices, of which no question tells."""
        if self.standings is None or planned.standings is None:
            return True
        if planned.url not in self.standings:
            self.standings[planned.url] = digest_of_standings(planned.standings())
        return self.standings[planned.url] == made.standings

    def _titled(self, output: Output, planned: PlannedPage, titled: Titled, again: Again) -> Output:
        """Return the HTML of a profile as it was, or with other titles; any other file as it is."""
        key = titled.key_with(dict(planned.titles))
        if output.path != output_path(planned.url) or output.key_digest == digest_of(key.encode()):
            return output
        return Output(path=output.path, key=key, render=partial(self._exchange, output.path, planned, titled, again))

    def _exchange(self, path: str, planned: PlannedPage, titled: Titled, again: Again) -> bytes:
        """Return a file of the last build with other titles; it is rendered anew if it is not as it was made."""
        old = self.old(path)
        if old is None:
            return again()[path].render()
        text, self.spans[path] = exchanged(old.decode(), titled.spans, dict(planned.titles))
        return text.encode()

    def html(self, page: Page) -> Output:
        """Return the file of a page itself."""
        titled, path = self._titled_of(page), output_path(page.frame.url)
        key = titled.key_with(titles_on(page)) if titled else self._key_of(page)
        return Output(path=path, key=key, render=partial(self._render, page))

    def _titled_of(self, page: Page) -> Titled | None:
        """Return what is known of a profile but for its titles; None for any other page."""
        if not isinstance(page, CountryPage):
            return None
        return Titled(key=self._key_of(page), shown=tuple(titles_on(page)))

    def _key_of(self, page: Page) -> str:
        """Return a digest of all that a page's HTML depends on, but for titles."""
        return self.memo.of(page, self.renderer.fingerprint, lambda: self.renderer.key(with_titles(page, ())))

    def _render(self, page: Page) -> bytes:
        text, spans = render_with_spans(self.renderer, page, self.drawers)
        if spans:
            self.spans[output_path(page.frame.url)] = spans
        return text.encode()

    def _planned(self, planned: PlannedPage, name: str) -> PageFiles:
        if before := self._asked_before.get(output_path(planned.url)):
            self.last.recall(planned.url, before, self.around)
        page, for_page = self.site.asking(planned)
        beside, for_files = self.chart_files.asking(page)
        drawings = digests_of(specs_of(self.site.charts_on(page)))
        asked = for_page | for_files
        questions = pack_asked(self.site.dataset, asked)
        html, titled = self.html(page), self._titled_of(page)
        return PageFiles(
            name=name,
            outputs=(html, *beside),
            page=page,
            drawings=drawings,
            asked=digest_of(questions),
            questions=questions,
            answers=pack_answers(self.site.dataset, asked) if titled else b"",
            titled=titled and replace(titled, spans=self._spans_before.get(html.key_digest, ())),
            standings=digest_of_standings(page.standings) if isinstance(page, CountryPage) else "",
        )

    @property
    def around(self) -> str:
        """All that answers depend on besides rows and facts."""
        return f"{code_digest()} {self.site.dataset.rest}"

    @cached_property
    def _asked_before(self) -> Mapping[str, str]:
        """The digests of the questions that pages asked in the last build, by path."""
        return {path: made.asked for made in self.kept.values() if made.asked for path in made.files}

    @cached_property
    def _spans_before(self) -> Mapping[str, Spans]:
        """Where titles stand in the profiles of the last build, by the digest of their keys."""
        return {
            key: made.titled.spans
            for made in self.kept.values()
            if made.titled
            for path, key in made.files.items()
            if path.endswith("index.html")
        }

    def _name(self, planned: PlannedPage) -> str:
        if planned.url not in self._names:
            self._names[planned.url] = self._named(planned)
        return self._names[planned.url]

    def _named(self, planned: PlannedPage) -> str:
        digest = self.digests.of(planned.fixed)
        return digest and key_of(digest, planned.url, self.renderer.fingerprint, self.chart_files.lasting)

    @cached_property
    def _names(self) -> dict[str, str]:
        """Digests of what pages depend on, by URL: who plans, writes and tells of a page asks for each."""
        return {}


def _has_titles(made: Made, planned: PlannedPage) -> bool:
    """Whether a page in the last build has the titles of now, or can be given them."""
    if not planned.titles:
        return True
    if made.titled is None:
        return False
    titles = dict(planned.titles)
    same = digest_of(made.titled.key_with(titles).encode()) == made.files.get(output_path(planned.url))
    return same or (bool(made.titled.spans) and all(is_plain(titles[name]) for name in made.titled.shown))


def specs_of(charts: tuple[Chart, ...]) -> tuple[str, ...]:
    """Return the specifications of charts, each once."""
    return tuple(dict.fromkeys(drawing.spec for chart in charts for drawing in chart.drawings))
