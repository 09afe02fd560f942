"""The state of the preview: the last good site, and the present problems."""

import time
from collections.abc import Callable, Mapping

from generator.build import Prepared
from generator.diagnostics import Diagnostic
from generator.output import Output
from generator.preview.bar import problem_bar
from generator.preview.gallery import GALLERY, plan_gallery
from generator.terminal.report import Format, render_diagnostics
from generator.urls import output_path


class Preview:
    """The last good state of the site, and the present problems."""

    def __init__(self, make: Callable[[], Prepared]) -> None:
        self._make = make
        self.outputs: dict[str, Output] = {}
        self.gallery: Mapping[str, Output] = {}
        """Pages of components, which the site does not have."""
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.base = ""
        self._bases: set[str] = set()
        self.builds = 0
        self.stopped = False
        self.sent: dict[str, int] = {}
        """The number of builds when a path was last requested."""

    def rebuild(self) -> str:
        """Prepare the site anew and return a line for the terminal; faults keep the last good outputs."""
        start = time.perf_counter()
        made = self._make()
        self.builds += 1
        self.diagnostics, self.stopped = made.diagnostics, made.site is None
        if self.stopped:
            self.base = self.base or made.base_path
            return render_diagnostics(made.diagnostics, made.sources, Format.TEXT)
        self._bases.add(self.base)
        self.base = made.base_path
        self.gallery = plan_gallery(made)
        before, self.outputs = self.outputs, {output.path: output for output in made.outputs}
        return _told(before, self.outputs, time.perf_counter() - start)

    def bar(self) -> str:
        """Return the problems as a bar of HTML, or nothing."""
        return problem_bar(self.diagnostics, stopped=self.stopped)

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
        found = self.outputs.get(name) or self.gallery.get(name)
        if found is None and path.endswith(".css"):
            sheet = path.partition(".")[0]
            return next(
                (o for name, o in self.outputs.items() if name.endswith(".css") and name.startswith(f"{sheet}.")), None
            )
        return found


def _told(before: Mapping[str, Output], now: Mapping[str, Output], seconds: float) -> str:
    """Say how many files a new state changed, added or removed; of the first, how many it has."""
    if not before:
        return f"Ready in {seconds:.2f} s: {len(now)} files, each rendered when it is asked for\n"
    keys = {path: output.key for path, output in before.items()}
    changed = sum(keys.get(path) != output.key for path, output in now.items()) + len(keys.keys() - now.keys())
    return f"Rebuilt in {seconds:.2f} s: {changed} {'file' if changed == 1 else 'files'} changed\n"
