"""The language of generated sentences: ``content/narrative.yaml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """How running text speaks of an indicator: `life expectancy at birth` … `70.2 years`."""

    indicator: str
    noun: str
    unit: str = ""
    """What follows the figure, if anything."""
    clause: str = ""
    """How one would say the figure, `Exports equalled {value} of {owner} output in {year}`; made of the noun where empty."""
    ends: tuple[str, str] = ("highest figure", "lowest figure")
    """What the two ends of a ranking are called: `largest area`, `smallest area`."""
    plural: bool = False
    """Whether the noun takes `were`."""
    compared: bool = True
    """Whether the figure may be held against the median of all countries: not where it is a total or said elsewhere."""
    records: bool = True
    """Whether a highest or lowest figure is worth a word: not where nearly every country's latest one is."""
    years: tuple[tuple[int, str], ...] = ()
    """What running text calls a year that is not like others: `the pandemic year 2020`."""
    doubtful: frozenset[str] = frozenset()
    """Codes of countries whose figures are shown, but not put into a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What each section's sentence may speak of, and how names behave in a sentence."""

    sections: tuple[tuple[str, tuple[Phrase, ...]], ...] = ()
    """Section ids, each with its phrases."""
    definite: frozenset[str] = frozenset()
    """Codes of countries that take an article."""
    plural: frozenset[str] = frozenset()
    """Codes of countries whose possessive is a bare apostrophe."""
    definite_regions: frozenset[str] = frozenset()
