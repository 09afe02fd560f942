"""The state of the preview: the last good site, and the present problems."""

from __future__ import annotations  # start-up time: until the project is read, nothing that reads it is loaded

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.output import Output, RenderFaultError
from generator.preview.bar import GALLERY, problem_bar
from generator.preview.kept import KeptFiles, Read, Shown, digests_read
from generator.sources.read import read_sources
from generator.urls import output_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.diagnostics import Diagnostic
    from generator.outputs.plan import SiteFiles
    from generator.prepare import Prepared

EMPTY_PAGE = (
    b"<!doctype html><html lang=en><head><title>Preview</title><link rel=icon href=data:,></head><body></body></html>"
)
"""Where no page is known, problems are shown on this one; its empty icon keeps browsers from asking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a request: a file of the site with its bytes, or where the address has moved."""

    status: int = 200
    name: str = ""
    body: bytes = b""
    moved: str = ""


class Preview:
    """The last good state of the site, and the present problems."""

    def __init__(
        self,
        make: Callable[[], Prepared],
        *,
        badges: bool = False,
        kept: KeptFiles | None = None,
        read: Read = read_sources,
    ) -> None:
        self._make, self.badges, self._kept, self._read_files = make, badges, kept, read
        self._root = Path()
        self._digests: Mapping[str, str] = {}
        """Of each file of the project and of the theme as it was read last."""
        self.changed: frozenset[str] = frozenset()
        """The paths that the last build read otherwise than the one before."""
        self.shown: Shown | None = None
        """What is shown until the project has been read."""
        self.files: SiteFiles | None = None
        self.gallery: Mapping[str, Output] = {}
        """Pages of components, which the site does not have."""
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.base = ""
        self._bases: set[str] = set()
        self.builds = 0
        self.stopped = False
        self.sent: dict[str, int] = {}
        """The number of builds when a path was last requested."""
        self._replies: dict[str, Reply] = {}
        """Pages by path as they were sent since the last build."""

    def begin(self, root: Path) -> bool:
        """Show what was sent last of the project at `root`, if it is as it was then; whether it is."""
        self._root = root
        self.shown = self._kept.look(root, self._read_files) if self._kept and not self.badges else None
        self.base = self.shown.base if self.shown else self.base
        return self.shown is not None

    def sent_before(self, path: str) -> Reply | None:
        """Return what was sent last for a path, until the project has been read."""
        found = self._kept.find(self.shown.project, path) if self._kept and self.shown and not self.builds else None
        self.sent |= {path: 0} if found else {}
        return Reply(name=found[0], body=found[1]) if found else None

    @property
    def is_outdated(self) -> bool:
        """Whether a page was sent that is older than the last build."""
        return any(build < self.builds for build in self.sent.values())

    def rebuild(self) -> str:
        """Prepare the site anew and return a line for the terminal; faults keep the last good outputs.

        Nothing is said where nothing has changed, and no build is counted: one save may be heard of twice.
        """
        from generator.terminal.report import Format, render_diagnostics  # start-up time: loads rich

        start = time.perf_counter()
        made = self._make()
        before, self._digests = self._digests, digests_read(made.sources)
        if (self._digests, made.diagnostics) == (before, self.diagnostics):
            return ""
        self.changed = frozenset(path for path, _digest in before.items() ^ self._digests.items())
        self.builds += 1
        self._replies.clear()
        self.diagnostics, self.stopped = made.diagnostics, made.site is None
        if made.site is None:
            self.base = self.base or made.base_path
            return render_diagnostics(made.diagnostics, made.sources, Format.TEXT)
        self._bases.add(self.base)
        self.base = made.base_path
        self.gallery = self._gallery(made)
        first, self.files = self.files is None, made.files
        self._turn(made)
        return _ready(len(made.site.planned), first=first, seconds=time.perf_counter() - start)

    @property
    def is_styles_only(self) -> bool:
        """Whether the last build differs from the one before in styles, and in nothing else."""
        return bool(self.changed) and all(path.endswith(".css") for path in self.changed)

    def catch_up(self) -> str:
        """Prepare the site anew if the project is another than was read last, as no watch had begun then."""
        return "" if self._digests == digests_read(self._read_files(self._root)[0]) else self.rebuild()

    def later(self) -> Iterator[Callable[[], None]]:
        """Yield what is done for the next start once the first page can be sent: its rows are kept."""
        from generator.data.packed import at_hand, keep_read  # start-up time: loads what reads data

        if self._kept and self.files:
            dataset = self.files.site.dataset
            for name, columns in at_hand(dataset.observations):
                yield partial(keep_read, self._kept.state, name, dataset.rows[name], columns)

    @staticmethod
    def _gallery(made: Prepared) -> Mapping[str, Output]:
        from generator.preview.gallery import plan_gallery  # start-up time: loads the renderer

        return plan_gallery(made)

    def _turn(self, made: Prepared) -> None:
        """Keep what is sent from now on; what was sent before the first build may be of the same project."""
        if self._kept is None:
            return
        now = Shown(
            project=self._kept.digest(made.sources), base=self.base, bar=problem_bar(self.diagnostics, stopped=False)
        )
        self.sent = dict.fromkeys(self.sent, self.builds) if self.builds == 1 and now == self.shown else self.sent
        self._kept.turn(now)

    def reply(self, path: str) -> Reply:
        """Return the answer to a request for a path, `/country-profiles/essays/x/`."""
        if path in self._replies:
            self.sent[path] = self.builds
            return self._replies[path]
        if moved := self.moved(path):
            return Reply(moved=moved)
        self.sent[path] = self.builds
        found = self.find(path.removeprefix(f"{self.base}/")) if path.startswith(f"{self.base}/") else None
        if found is None:
            return self._rendered(self.find("404.html"), 404)
        reply = self._rendered(found, 200)
        if reply.body is not EMPTY_PAGE:
            self._keep(path, reply)
        return reply

    def _keep(self, path: str, reply: Reply) -> None:
        """Keep a page for whoever asks again; and a file for the next start, if the project has no error."""
        if reply.name.endswith(".html"):
            self._replies[path] = reply
        if self._kept and not self.stopped:
            self._kept.keep(path, reply.name, reply.body)

    def _rendered(self, found: Output | None, status: int) -> Reply:
        name = found.path if found else "404.html"
        try:
            return Reply(status=status, name=name, body=found.render() if found else EMPTY_PAGE)
        except RenderFaultError as fault:
            self.diagnostics = (fault.diagnostic,)
            return Reply(status=status, name=name, body=EMPTY_PAGE)

    def bar(self) -> str:
        """Return the problems as a bar of HTML, or nothing."""
        if self.shown and not self.builds:
            return self.shown.bar
        return problem_bar(self.diagnostics, stopped=self.stopped)

    def badge(self, path: str, page: bytes) -> str:
        """Return what the page at a path has, as a badge of HTML; nothing where no badge is asked for."""
        site = self.files.site if self.files and self.badges else None
        planned = site.by_url.get(path.removeprefix(self.base)) if site else None
        if site is None or planned is None:
            return ""
        from generator.preview.badge import page_badge  # start-up time: loads lxml

        source = next((d for d in site.project.documents.values() if site.project.url_of(d) == planned.url), None)
        problems = [each for each in self.diagnostics if source and each.location.path == source.path]
        return page_badge(page, problems, self._bytes_of, draft=bool(source and source.draft))

    def _bytes_of(self, address: str) -> bytes:
        found = self.find(address.removeprefix(f"{self.base}/"))
        return found.render() if found else b""

    def moved(self, path: str) -> str:
        """Return where a path leads that lacks its last slash or has the base path of before.

        With the base path `/new`, `/old/essays/x` leads to `/new/essays/x/`, and `/_components/` to
        `/new/_components/`; empty where the path is right as it is.
        """
        if self.base and self._is_below(path, GALLERY.rstrip("/")):
            return f"{self.base}{path}"
        if not self._is_below(path, self.base):
            bases = sorted((base for base in self._bases if self._is_below(path, base)), key=len)
            return f"{self.base}/{path[len(bases[-1]) :].lstrip('/')}" if bases else ""
        if path == self.base:
            return f"{path}/"
        rest = path.removeprefix(f"{self.base}/")
        return f"{path}/" if rest and self.find(rest) is None and self.find(f"{rest}/") else ""

    @staticmethod
    def _is_below(path: str, base: str) -> bool:
        return path == base or path.startswith(f"{base}/")

    def find(self, path: str) -> Output | None:
        """Return the output of a URL below the base path; an outdated style sheet means the present one."""
        name = output_path(f"/{path}")
        found = self.gallery.get(name) or (self.files.find(name) if self.files else None)
        return self._present_sheet(path) if found is None and path.endswith(".css") else found

    def _present_sheet(self, path: str) -> Output | None:
        sheet = f"{path.partition('.')[0]}."
        sheets = self.files.assets if self.files else ()
        return next((o for o in sheets if o.path.endswith(".css") and o.path.startswith(sheet)), None)


def _ready(pages: int, *, first: bool, seconds: float) -> str:
    if first:
        return f"Ready in {seconds:.2f} s: {pages} pages, each made when it is asked for\n"
    return f"Rebuilt in {seconds:.2f} s\n"
