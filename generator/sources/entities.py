"""What a site has pages of: countries, or the regions, districts or cities of one."""

import re
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from generator.messages import OF_COUNTRIES, Wording, article_of
from generator.sources.shapes import CODE, NonEmpty, StrictModel

TAKEN = frozenset(
    [
        "about",
        "assets",
        "briefs",
        "compare",
        "data",
        "essays",
        "groups",
        "indicators",
        "indices",
        "methods",
        "pagefind",
        "search",
        "topics",
    ]
)
"""First parts of addresses that other pages of a site have."""

CODES = {
    "ISO 3166-1 alpha-3": (r"[A-Z]{3}", "three capital letters of ISO 3166, as KAZ"),
    "ISO 3166-2": (r"[A-Z]{2}-[A-Z0-9]{1,3}", "a code of ISO 3166-2, as KZ-ALA"),
    "NUTS": (r"[A-Z]{2}[A-Z0-9]{0,3}", "a code of NUTS, as DE21"),
}
"""Lists of codes whose form is known: the form, and a hint for what has another."""

ANY_CODE = (CODE, "up to 12 capital letters, digits and hyphens, as DE-BY")

Word = Annotated[NonEmpty, StringConstraints(pattern=r"^[^{}'`<>\n]+$", max_length=40)]


class EntityKind(StrictModel):
    """The words, the addresses and the codes of what a site has pages of."""

    one: Word = OF_COUNTRIES.one
    """The word for one of them, within a sentence."""
    many: Word = OF_COUNTRIES.many
    """The word for several."""
    article: Literal["a", "an"] | None = None
    """The article before `one`; without it the first letter decides."""
    path: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)] = "countries"
    """The first part of their pages' addresses, as `regions` in `/regions/almaty/`."""
    codes: NonEmpty = "ISO 3166-1 alpha-3"
    """The list that codes are from: `ISO 3166-1 alpha-3`, `ISO 3166-2`, `NUTS`, or a name of another."""
    whole: Word | None = None
    """What all of them make up, as a country's name; without it `all regions`."""
    area: Word | None = None
    """The word for a part of the whole that groups them; `region`, or `area` where they are regions."""
    areas: Word | None = None
    """The word for several of these parts."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """Return the record; raises ValueError for words of another kind without an address, and the reverse."""
        if self.path in TAKEN:
            raise ValueError(f"'/{self.path}/' is the address of other pages", "Choose another path.")
        if (self.one == OF_COUNTRIES.one) != (self.many == OF_COUNTRIES.many):
            raise ValueError("'one' and 'many' belong together", "Write both: one: region, many: regions.")
        if (self.area is None) != (self.areas is None):
            raise ValueError("'area' and 'areas' belong together", "Write both: area: district, areas: districts.")
        return self

    @property
    def wording(self) -> Wording:
        """The words that strings for readers take."""
        if self.one == OF_COUNTRIES.one:
            return OF_COUNTRIES
        area, areas = ("area", "areas") if self.one == OF_COUNTRIES.area else (OF_COUNTRIES.area, OF_COUNTRIES.areas)
        return Wording(
            one=self.one,
            many=self.many,
            article=self.article or article_of(self.one),
            area=self.area or area,
            areas=self.areas or areas,
            whole=self.whole or f"all {self.many}",
        )

    @property
    def of_states(self) -> bool:
        """Whether these are the countries of ISO 3166-1, of which more is known."""
        return self.codes == "ISO 3166-1 alpha-3"

    @property
    def code_hint(self) -> str:
        """A hint for a code of another form: `three capital letters of ISO 3166, as KAZ`."""
        return CODES.get(self.codes, ANY_CODE)[1]

    @property
    def pattern(self) -> str:
        """The form of codes, as a regular expression."""
        return CODES.get(self.codes, ANY_CODE)[0]

    def is_code(self, text: str) -> bool:
        """Whether a text has the form of a code."""
        return re.fullmatch(self.pattern, text) is not None


class Entities(EntityKind):
    """What a site has pages of, and the parts of each that have pages too."""

    parts: EntityKind | None = None
    """What the parts are, as the regions of each country: rows with a `parent`."""

    @model_validator(mode="after")
    def _apart(self) -> Self:
        """Return the record; raises ValueError for parts at the address of the whole."""
        if self.parts and self.parts.path == self.path:
            raise ValueError(f"'/{self.path}/' is the address of both", "Give the parts a path of their own.")
        return self

    def kind_of(self, parent: str) -> EntityKind:
        """What an entry with that parent is; without a parent it is none of the parts."""
        return self.parts if parent and self.parts else self


COUNTRIES = Entities()
"""What a site has pages of where it does not say so."""
