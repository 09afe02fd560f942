"""The pictures of the smaller charts of a page as one SVG, one below the other.

`charts.svg#strip-area` shows one alone.
"""

from collections.abc import Iterable, Mapping

from generator.cache import Cache
from generator.charts.chart import Chart
from generator.charts.svg.elements import NAMESPACE
from generator.charts.svg.picture import FONT, Picture, in_colours, plan_picture
from generator.charts.svg.render import ID

ALONE = ":root:has(>:target)>svg:not(:target){display:none}:root>:target{y:0}"
"""The style that shows the picture an address names, and no other."""


def sheet_svg(charts: Iterable[Chart], palette: Mapping[str, str], address: str, cache: Cache) -> str:
    """Return one picture below the other, each an element with the id of its chart."""
    pictures = {chart.id: plan_picture(chart, address, cache) for chart in charts}
    width = max(picture.width for picture in pictures.values())
    height = sum(picture.height for picture in pictures.values())
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    sheet = f'<svg xmlns="{NAMESPACE}" {size} font-family="{FONT}"><style>{ALONE}</style>{"".join(_placed(pictures))}</svg>\n'
    return in_colours(sheet, palette)


def _placed(pictures: Mapping[str, Picture]) -> Iterable[str]:
    top = 0
    for name, picture in pictures.items():
        yield picture.element(f'id="{name}" y="{top}"').replace(ID, name)
        top += picture.height
