"""The files of one page: its HTML and the files of its charts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.charts.chart import Chart
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.files import ChartFiles
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Digests, Made, digests_of, taken_over
from generator.outputs.traces import Same, pack_asked
from generator.pages.records.page import Page
from generator.pages.site import PlannedPage, Site
from generator.render.environment import Drawers, Renderer
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

    def made(self) -> Made:
        """Return what a later build has to know."""
        files = {output.path: output.key_digest for output in self.outputs}
        return Made(files=files, drawings=self.drawings, asked=self.asked)


@dataclass(frozen=True, kw_only=True)
class PageMaker:
    """Plans the files of any page of a site; `kept` are those of the last build."""

    site: Site
    renderer: Renderer
    drawers: Drawers
    chart_files: ChartFiles
    memo: Memo
    kept: Mapping[str, Made]
    same: Same
    """Whether what a page asked of the data has the same answers."""

    def files(self, planned: PlannedPage) -> PageFiles:
        """Return the files of a page; it is planned only if it depends on something else than last time."""
        name = self._name(planned)
        made = self._kept(planned, name)
        if made is None:
            return self._planned(planned, name)
        outputs = taken_over(made, lambda: self._planned(planned, name).outputs)
        return PageFiles(name=name, outputs=outputs, page=None, drawings=made.drawings, asked=made.asked)

    def is_kept(self, planned: PlannedPage) -> bool:
        """Whether a page depends on the same things as in the last build."""
        return self._kept(planned, self._name(planned)) is not None

    def _kept(self, planned: PlannedPage, name: str) -> Made | None:
        made = self.kept.get(name) if name else None
        return made if made and self.same(planned.url, made.asked) else None

    def html(self, page: Page) -> Output:
        """Return the file of a page itself."""
        return Output(
            path=output_path(page.frame.url),
            key=self.memo.of(page, self.renderer.fingerprint, lambda: self.renderer.key(page)),
            render=lambda: self.renderer.render(page, self.drawers).encode(),
        )

    def _planned(self, planned: PlannedPage, name: str) -> PageFiles:
        page, for_page = self.site.asking(planned)
        beside, for_files = self.chart_files.asking(page)
        drawings = digests_of(specs_of(self.site.charts_on(page)))
        questions = pack_asked(self.site.dataset, for_page | for_files)
        return PageFiles(
            name=name,
            outputs=(self.html(page), *beside),
            page=page,
            drawings=drawings,
            asked=digest_of(questions),
            questions=questions,
        )

    def _name(self, planned: PlannedPage) -> str:
        digest = self._digests.of(planned.lasting)
        return digest and key_of(digest, planned.url, self.renderer.fingerprint, self.chart_files.lasting)

    @cached_property
    def _digests(self) -> Digests:
        return Digests()


def specs_of(charts: tuple[Chart, ...]) -> tuple[str, ...]:
    """Return the specifications of charts, each once."""
    return tuple(dict.fromkeys(drawing.spec for chart in charts for drawing in chart.drawings))
