"""Countries and groups: ``data/countries.csv`` and ``data/groups.yaml``."""

from dataclasses import dataclass
from enum import StrEnum

from generator.messages import gettext as _
from generator.urls import country_url

__all__ = ("Country", "GroupKind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or economy, as one row of ``data/countries.csv``; in a site of regions, a region.

    `code` is ISO 3166-1 alpha-3 (XKX for Kosovo), or of the list that `entities` names; `neighbours` are codes of land
    neighbours; `region` is the M49 subregion; `area_km2` is in square kilometres, None where unknown.
    """

    code: str
    alpha2: str
    m49: str
    name: str
    slug: str
    official_name: str
    native_names: tuple[tuple[str, str], ...]
    """Pairs of BCP 47 language tag and name, as `("kk", "Қазақстан")`."""
    aliases: tuple[str, ...]
    capital: str
    region: str
    income_group: str
    income_group_year: int | None
    area_km2: int | None
    languages: tuple[str, ...]
    currencies: tuple[str, ...]
    neighbours: tuple[str, ...]
    parent: str = ""
    """The code of what it is a part of; empty for a country."""
    path: str = "countries"
    """The first part of its page's address."""
    definite: bool = False
    """Whether the name takes an article; `content/narrative.yaml` says so, as `plural`."""
    plural: bool = False
    """Whether the possessive of the name is a bare apostrophe."""

    @property
    def url(self) -> str:
        """The address of its page: `/countries/kazakhstan/`."""
        return country_url(self.slug, self.path)

    @property
    def with_article(self) -> str:
        """The name within a sentence: `Kazakhstan`, `the Netherlands`."""
        return _("the {name}").format(name=self.name) if self.definite else self.name

    @property
    def possessive(self) -> str:
        """The name as an owner: `Kazakhstan’s`, `the Netherlands’`."""
        name = self.with_article
        return f"{name}’" if self.plural else _("{name}’s").format(name=name)


class GroupKind(StrEnum):
    """What a group is: a part of the world, or a union of states."""

    REGION = "region"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named set of countries: ``central-asia``, ``eaeu``.

    `members` and `others` (observers, associates, with their role) are codes.
    """

    id: str
    title: str
    short: str
    """Its short name in lists of memberships; by default the id in capitals."""
    kind: GroupKind
    members: tuple[str, ...]
    others: tuple[tuple[str, str], ...] = ()
    source: str = ""
