"""Sentences made from data; a sentence with a missing value is not made."""

from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.formatting import format_amount
from generator.messages import gettext as _

POPULATION = "population"
INCOME = "gdp_per_head_ppp"
LIFE = "life_expectancy"


def country_sentence(dataset: Dataset, country: str) -> str:
    """Return the headline sentence: people, income per head against the median, length of life; parts unknown are left out."""
    name = dataset.countries[country].name
    people = _prose(dataset, dataset.latest(POPULATION, country)) if POPULATION in dataset.catalog.indicators else ""
    region = dataset.countries[country].region
    if not people:
        return ""
    first = _("{name}, in {region}, is home to {people} people.").format(name=name, region=region, people=people)
    return " ".join(part for part in (first, _second(dataset, country)) if part)


def _second(dataset: Dataset, country: str) -> str:
    income, life = _income(dataset, country), _life(dataset, country)
    if income and life:
        return _("{income}, and {life}.").format(income=_capital(income), life=life)
    return f"{_capital(income or life)}." if income or life else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _income(dataset: Dataset, country: str) -> str:
    observation = dataset.latest(INCOME, country) if INCOME in dataset.catalog.indicators else None
    median = dataset.median(INCOME, observation.year) if observation else None
    if observation is None or observation.value is None or not median:
        return ""
    amount = _prose(dataset, observation)
    return _("output per head was {amount} in {year}, {comparison} the median of the countries here").format(
        amount=amount, year=observation.year, comparison=_against(observation.value / median)
    )


def _against(ratio: float) -> str:
    """Return how a value compares with a median in words whose bounds lie halfway between their neighbours."""
    steps = (
        (0.42, _("well under half")),
        (0.58, _("about half")),
        (0.9, _("below")),
        (1.1, _("close to")),
        (1.75, _("above")),
        (2.25, _("about twice")),
    )
    return next((words for bound, words in steps if ratio < bound), _("more than twice"))


def _life(dataset: Dataset, country: str) -> str:
    observation = dataset.latest(LIFE, country) if LIFE in dataset.catalog.indicators else None
    if observation is None:
        return ""
    years = _prose(dataset, observation)
    return _("a child born in {year} could expect to live {years}").format(year=observation.year, years=years)


def _prose(dataset: Dataset, observation: Observation | None) -> str:
    if observation is None or observation.decimal is None:
        return ""
    indicator = dataset.indicator(observation.indicator)
    unit = indicator.unit
    symbol = "" if unit.kind.value == "count" else unit.symbol
    return format_amount(observation.decimal, kind=unit.kind, symbol=symbol, decimals=indicator.decimals, style="prose")


def indicator_sentence(dataset: Dataset, indicator_id: str) -> str:
    """Return who is first and last in the ranking, with the median; empty where there is no ranking."""
    ranking = dataset.ranking(indicator_id)
    if ranking is None:
        return ""
    highest = max(ranking.rows, key=lambda row: row.observation.value or 0.0).observation
    lowest = min(ranking.rows, key=lambda row: row.observation.value or 0.0).observation
    if highest.value == lowest.value:
        return ""
    return _(
        "Among {count} countries in {year}, {high_name} has the highest figure, {high}, and {low_name} the lowest, {low}."
    ).format(
        count=len(ranking.rows),
        year=ranking.year,
        high_name=dataset.countries[highest.country].name,
        high=_prose(dataset, highest),
        low_name=dataset.countries[lowest.country].name,
        low=_prose(dataset, lowest),
    )
