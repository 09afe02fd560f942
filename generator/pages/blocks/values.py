"""Observations as readers see them: value, status, attribution, sparkline."""

from decimal import Decimal

from generator.charts.sparkline import Spark, plan_spark
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.formatting import format_amount
from generator.messages import gettext as _

MISSING = ".."
"""The mark of a value that is not available."""

NONE = "–"
"""The mark of a true nil."""


def value_text(indicator: Indicator, observation: Observation | None, style: str = "table") -> str:
    """Return the formatted value, `8,515,000`, `–` for a true nil, `n/a` or `..` for a gap."""
    if observation is None:
        return MISSING
    if observation.decimal is None:
        return "n/a" if observation.status == "M" else MISSING
    if indicator.zero and observation.decimal == 0:
        return NONE
    text = _amount(indicator, observation.decimal, style)
    if style != "table" or not observation.lower:
        return text
    lower, upper = _ends(indicator, observation, style)
    return _("{value} ({lower} to {upper})").format(value=text, lower=lower, upper=upper)


def interval_text(indicator: Indicator, observation: Observation) -> str:
    """Return the interval of a figure, `58.1 to 67.0`; empty where its producer gives none."""
    if not observation.lower:
        return ""
    lower, upper = _ends(indicator, observation, "prose")
    return _("{lower} to {upper}").format(lower=lower, upper=upper)


def _ends(indicator: Indicator, observation: Observation, style: str) -> tuple[str, str]:
    lower, upper = (_amount(indicator, Decimal(end), style) for end in (observation.lower, observation.upper))
    return lower, upper


def _amount(indicator: Indicator, value: Decimal, style: str) -> str:
    kind, symbol = indicator.unit.kind.value, indicator.unit.symbol
    alone = style == "prose" and kind not in {"currency", "percent", "share"}
    return format_amount(
        value,
        kind=kind,
        symbol="" if alone else symbol,
        decimals=indicator.decimals,
        style=style,
    )


def status_mark(observation: Observation | None) -> str:
    """Return the SDMX status as a lower-case mark, empty for a normal value or none."""
    if observation is None or not observation.text or observation.status == "A":
        return ""
    return observation.status.lower()


def kind_mark(indicator: Indicator) -> str:
    """Return `*` for a composite index, `†` for a survey, else nothing."""
    return {"composite": "*", "survey": "†"}.get(indicator.kind.value, "")


def attribution(dataset: Dataset, observation: Observation | None) -> str:
    """Return the attribution of an observation: `World Bank (2026)`."""
    if observation is None:
        return ""
    origin = dataset.catalog.origins[observation.origin]
    return origin.attribution


def not_applicable(dataset: Dataset, indicator: str, country: str) -> str:
    """Return why an indicator cannot apply to a country, in the words of the data."""
    observations = dataset.series(indicator, country).observations
    note = next((o.note for o in observations if o.status == "M" and o.note), "")
    return f"{note[:1].upper()}{note[1:].rstrip('.')}." if note else ""


def unlisted(dataset: Dataset, indicator: str, country: str) -> bool:
    """Whether a country is missing in the complete list behind a count, and so has none.

    Where nobody looked, or there can be none, the data have a row that says so.
    """
    counted = dataset.indicator(indicator).counted_from is not None
    return counted and not dataset.series(indicator, country).observations


@memoised
def spark_of(dataset: Dataset, indicator: str, country: str) -> Spark | None:
    """Return the sparkline of a country's series, or None below two values."""
    rows = dataset.preferred(indicator)
    seen, later = rows.curve(country) if rows else ((), ())
    if not seen or len(seen) + len(later) == 1:
        return None
    return plan_spark(seen, indicator=dataset.indicator(indicator), later=later)
