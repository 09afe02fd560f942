"""The layout of a new project's profiles: the world's, as far as its indicators are chosen."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ruamel.yaml import YAML

from generator.starter.world import World

KEY_FIGURES = 4
CHARTS = 2
"""Charts of a section that the world's layout does not have."""

Section = dict[str, Any]
HEAD = """\
# What every profile shows: its key figures, its sections in this order, the charts of each.
# Commentary goes below the heading with the same id, as in `## People {#people}`.
"""


def usual_indicators(world: World) -> tuple[str, ...]:
    """Return the indicators that the world's layout shows."""
    layout = _read(world.text("content/profile.yaml"))
    charts = [chart for section in layout["sections"] for chart in section.get("charts", ())]
    shown = [*layout["key_figures"], *(name for chart in charts for name in _names(chart))]
    return tuple(dict.fromkeys(shown))


def layout_text(world: World, series: Collection[str]) -> str:
    """Return the text of `content/profile.yaml` for some indicators."""
    layout = _read(world.text("content/profile.yaml"))
    sections = [section for each in layout["sections"] if (section := _fitted(each, series))["charts"]]
    shown = {name for section in sections for chart in section["charts"] for name in _names(chart)}
    _add(sections, world, [name for name in series if name not in shown])
    key_figures = [name for name in layout["key_figures"] if name in series] or list(series)[:KEY_FIGURES]
    return HEAD + "".join(_lines(key_figures, sections))


def _read(text: str) -> dict[str, Any]:
    return YAML(typ="safe", pure=True).load(text)  # type: ignore[no-any-return]  # YAML has any values


def _names(chart: Mapping[str, Any]) -> tuple[str, ...]:
    return (chart["indicator"], *chart.get("parts", ()))


def _fitted(section: Section, series: Collection[str]) -> Section:
    """Return a section with the charts whose indicators are all chosen; lists are not taken."""
    charts = [chart for chart in section.get("charts", ()) if all(name in series for name in _names(chart))]
    return {"id": section["id"], "title": section["title"], "charts": charts}


def _add(sections: list[Section], world: World, left: Collection[str]) -> None:
    """Add trends of the indicators that no chart shows to the section of their topic, or to a new one."""
    titles = {key: entry["title"] for key, entry in _read(world.text("data/catalog/topics.yaml")).items()}
    for name in left:
        topic = _read(world.indicators[name])[name]["topic"]
        section = next((each for each in sections if topic in each["id"].split("-")), None)
        if section is None:
            section = {"id": topic, "title": titles[topic], "charts": [], "new": True}
            sections.append(section)
        if "new" in section and len(section["charts"]) < CHARTS:
            section["charts"].append({"kind": "trend", "indicator": name})


def _lines(key_figures: Collection[str], sections: Collection[Section]) -> Iterator[str]:
    yield f"key_figures: [{', '.join(key_figures)}]\nsections:\n"
    for section in sections:
        yield f"  - id: {section['id']}\n    title: {json.dumps(section['title'], ensure_ascii=False)}\n    charts:\n"
        for chart in section["charts"]:
            yield f"      - {{{', '.join(f'{key}: {_written(value)}' for key, value in chart.items())}}}\n"


def _written(value: object) -> str:
    """Return a value as YAML within braces: `population`, `[a, b]`, `"GDP per head, all"`."""
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return str(value) if str(value).replace("_", "").isalnum() else json.dumps(value, ensure_ascii=False)
