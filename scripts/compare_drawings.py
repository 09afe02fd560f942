"""Draw every chart of the project directly and by way of Vega.

They are equal to the byte, or this fails and says where.

Run from the root: `python -m scripts.compare_drawings`. With `--every 20` only each twentieth chart is compared.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.cache import MemoryCache
from generator.charts.direct.draw import draw_direct
from generator.charts.svg.render import render_svg
from generator.diagnostics import failed
from generator.prepare import prepare


def main() -> int:
    """Compare the drawings and print the outcome."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    specs = _specifications()[:: parser.parse_args().every]
    direct, quick = _timed(draw_direct, specs)
    by_vega, slow = _timed(render_svg, specs)
    refused = sum(svg is None for svg in direct)
    unequal = [n for n, (svg, other) in enumerate(zip(direct, by_vega, strict=True)) if svg not in {None, other}]
    print(
        f"{len(specs)} charts: {len(specs) - refused - len(unequal)} equal, {refused} left to Vega, {len(unequal)} unequal"
    )
    print(f"CPU of a chart: directly {quick / len(specs) * 1000:.2f} ms, {quick / slow:.3f} of the way by Vega")
    for n in unequal:
        print(f"unequal: {specs[n]}", file=sys.stderr)
    return bool(unequal)


def _specifications() -> tuple[str, ...]:
    prepared = prepare(Path.cwd(), base_url=None, cache=MemoryCache())
    if prepared.site is None or failed(prepared.diagnostics, strict=False):
        raise SystemExit("The project has problems: run `make check`.")
    return prepared.site.drawings


def _timed(draw: Callable[[str], str | None], specs: Sequence[str]) -> tuple[list[str | None], float]:
    start = time.process_time()
    return [draw(spec) for spec in specs], time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
