"""Groups in a chart: how their figures are made, whose they are, and the figures they rest on."""

from collections.abc import Iterator
from dataclasses import replace

from generator.charts.chart import Chart, DrawnData
from generator.data.aggregates import members_of
from generator.data.catalog import sources_in_line
from generator.data.dataset import Dataset
from generator.data.group_rows import group_origins, named_group
from generator.data.methods import method_text
from generator.messages import gettext as _


def with_methods(chart: Chart, dataset: Dataset, names: tuple[str, ...]) -> Chart:
    """Return a chart that says how the figures of its groups are made, and offers those of all members."""
    groups = {name: group for name in names if (group := named_group(dataset, name)) is not None}
    indicator = dataset.indicator(chart.indicator)
    titles = tuple(dataset.group_title(group) for group in groups.values())
    note = _("{groups}: {method}.").format(groups=", ".join(titles), method=method_text(dataset, indicator))
    used = dict.fromkeys(o for group in groups.values() for o, _i in group_origins(dataset, indicator.id, group))
    origins = [dataset.catalog.origins[origin] for origin in used]
    sources = dict.fromkeys((*chart.source.split("; "), *(origin.attribution for origin in origins)))
    return replace(
        chart,
        note=" ".join(filter(None, (note, chart.note))),
        source=sources_in_line(tuple(sources)),
        license="; ".join(dict.fromkeys((*chart.license.split("; "), *(origin.license for origin in origins)))),
        figures=tuple(_of_members(chart, dataset, groups)),
    )


def _of_members(chart: Chart, dataset: Dataset, groups: dict[str, str]) -> Iterator[DrawnData]:
    """Yield the data drawn with each group's members in its place, and the weights of means."""
    weight = next(
        (i for g in groups.values() for _o, i in group_origins(dataset, chart.indicator, g) if i != chart.indicator), ""
    )
    for drawn in chart.figures:
        codes = tuple(
            dict.fromkeys(
                each
                for code in drawn.countries
                for each in (members_of(dataset, groups[code]) if code in groups else (code,))
            )
        )
        yield replace(drawn, countries=codes)
        if weight:
            members = tuple(dict.fromkeys(each for group in groups.values() for each in members_of(dataset, group)))
            yield DrawnData(indicator=weight, countries=members, first=drawn.first, last=drawn.last)
