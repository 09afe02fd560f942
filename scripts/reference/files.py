"""Every YAML file of a project with an example, and the meaning of columns of single CSV files."""

from collections.abc import Mapping

from generator.config import SiteConfig
from generator.content.briefs import IssueShape
from generator.content.front_matter import CountryMeta, EssayMeta, PageMeta
from generator.content.layout import LayoutShape
from generator.content.narrative import NarrativeShape
from generator.content.redirects import Address, OldAddress
from generator.data.loading.catalog_shapes import IndicatorShape, OriginShape, TopicShape, WithheldShape
from generator.data.loading.groups import GroupShape
from generator.data.loading.statements import ScorecardShape, StatementShape
from generator.images.credits import ImageCredit
from generator.imports.contract import ContractShape as ImportShape
from generator.indices.shapes import ContractShape
from generator.sources.shapes import IndicatorId, Slug
from scripts.reference.keys import YamlFile

SITE = """title: Our profiles
description: Eight countries in figures and commentary.
publisher: {name: Our institute, repository: "https://github.com/our-institute/country-profiles"}
base_url: https://our-institute.github.io/country-profiles/
edition: 2026-11-24
reference_year: 2024
colours: {accent: "#8a1538"}
imprint: /imprint/
profiles: [EST, FIN, LTU, LVA]
"""
LAYOUT = """key_figures: [population, life_expectancy]
sections:
  - id: people
    title: People
    charts:
      - {kind: trend, indicator: population, compare: all, years: [2000, 2024]}
      - {kind: strip, indicator: life_expectancy}
"""
NARRATIVE = """sections:
  health:
    - {indicator: life_expectancy, noun: life expectancy at birth, unit: years, years: {2020: the pandemic year 2020}}
definite: [GBR, USA]
"""
COUNTRY = """country: EST
authors: [A. Author]
updated: 2026-11-01
summary: A small country that does much on the net.
draft: true
"""
ESSAY = """title: Eight countries, one sea
date: 2026-11-01
authors: [A. Author]
countries: [EST, LVA]
summary: What the shores of the Baltic have in common.
"""
PAGE = """title: Imprint
summary: Who answers for this site.
"""
ISSUE = """title: News of January
date: 2026-01-31
summary: Short items.
source: A bulletin.
briefs:
  - id: estonian-poll
    date: 2026-01-12
    countries: [EST]
    theme: politics
    headline: A survey
    summary: A survey was published.
    figures:
      in-favour: {title: In favour, value: "67.3", unit: "% of respondents", period: January 2026}
    source: {publisher: A paper, date: 2026-01-12}
"""
IMAGES = """port.jpg:
  credit: "Photo: A. Author"
  licence: CC BY 4.0
"""
INDICATORS = """forest_area:
  title: Forest area
  short_title: Forest
  description: Land under trees, as a share of all land.
  topic: environment
  unit: {kind: percent, symbol: "%"}
  decimals: 1
  direction: neutral
  kind: official
  origins: [wdi]
  minimum: 0
  maximum: 100
"""
ORIGINS = """wdi:
  producer: World Bank
  title: World Development Indicators
  vintage: of October 2025
  year: 2025
  url: https://databank.worldbank.org/
  license: CC BY 4.0
  license_url: https://creativecommons.org/licenses/by/4.0/
  redistribution: "yes"
  retrieved_from: github.com/owner/name
  transformation: None.
"""
TOPICS = """environment: {title: Environment and energy, description: "Land, air, water and power."}
"""
WITHHELD = """press_freedom:
  title: Press freedom
  producer: A producer
  license: All rights reserved
  reason: Nobody else may publish it.
  url: https://example.org/
"""
GROUPS = """baltic:
  title: Baltic states
  short: Baltics
  kind: organisation
  members: [EST, LTU, LVA]
  others: [{country: FIN, role: observer}]
  source: https://example.org/members
"""
INDEX = """id: good-life
title: A good life
version: "1.0"
countries: profiles
years: [2022]
normalisation: {method: min_max}
nodes:
  good_life: {title: A good life}
indicators:
  life_expectancy: {parent: good_life}
  internet_users: {parent: good_life, weight: 0.5}
"""
REDIRECTS = """/countries/burma/: /countries/myanmar/
/estonia.html: /countries/estonia/
"""
CLAIMS = """est-visitors-2019:
  subject: Estonia
  country: EST
  title: Guests in hotels
  value: "3790000"
  unit: guests
  state: value
  period: "2019"
  attributed_to: Statistics Estonia
  source: An essay on the shores of the Baltic
  check: {result: agrees, value: "3790000", source: Statistics Estonia}
"""
SCORECARD = """id: attractiveness
title: Attractiveness
description: What brings people to a country.
source: An essay on the shores of the Baltic
rows:
  - id: visitors
    title: Visitors
    indicator: visitor_arrivals
    note: The series counts every visitor at the border.
    statements: {EST: [est-visitors-2019]}
  - id: correspondents
    title: Foreign correspondents
    unavailable: no-source
"""
IMPORT = """reader: sdmx-csv
url: "https://sdmx.oecd.org/public/rest/data/OECD.STI.STP,DSD_MSTI%40DF_MSTI/all?format=csvfile"
area: REF_AREA
where: {FREQ: A, UNIT_MEASURE: PT_B1GQ}
years: [1990, 2024]
series:
  research_spending: {where: {MEASURE: G}}
"""

YAML_FILES = (
    YamlFile(
        name="site",
        path="site.yaml",
        model=SiteConfig,
        about="What a publisher decides about the whole site.",
        example=SITE,
    ),
    YamlFile(
        name="profile",
        path="content/profile.yaml",
        model=LayoutShape,
        about="What every profile shows: key figures, sections, charts.",
        example=LAYOUT,
    ),
    YamlFile(
        name="narrative",
        path="content/narrative.yaml",
        model=NarrativeShape,
        about="The words of sentences that are made from data; without the file none are made but the headline.",
        example=NARRATIVE,
    ),
    YamlFile(
        name="country",
        path="the front matter of content/countries/<slug>.md",
        model=CountryMeta,
        about="What stands between the two lines `---` at the head of a commentary on a country.",
        example=COUNTRY,
    ),
    YamlFile(
        name="essay",
        path="the front matter of content/essays/<slug>.md",
        model=EssayMeta,
        about="What stands between the two lines `---` at the head of an essay.",
        example=ESSAY,
    ),
    YamlFile(
        name="page",
        path="the front matter of content/pages/<slug>.md",
        model=PageMeta,
        about="What stands between the two lines `---` at the head of a page.",
        example=PAGE,
    ),
    YamlFile(
        name="images",
        path="content/images.yaml",
        model=dict[str, ImageCredit],
        about="Who made the images of `content/images/`, each with its path there.",
        example=IMAGES,
        entries="Each key is the path of an image, each value {type}.",
    ),
    YamlFile(
        name="redirects",
        path="content/redirects.yaml",
        model=dict[OldAddress, Address],
        about="Old addresses of pages that moved; readers and search engines are led on.",
        example=REDIRECTS,
        entries="Each key is an address that no page has now (`/countries/burma/`, or `/burma.html` of an older site), each value ({type}) the\n"
        "address of a page: `/countries/myanmar/`.",
    ),
    YamlFile(
        name="briefs",
        path="content/briefs/<issue>.yaml",
        model=IssueShape,
        about="An issue of news briefs.",
        example=ISSUE,
    ),
    YamlFile(
        name="indicators",
        path="data/catalog/indicators/<topic>.yaml",
        model=dict[IndicatorId, IndicatorShape],
        about="The indicators, each with its id; its figures are in `data/observations/<id>.csv`.",
        example=INDICATORS,
    ),
    YamlFile(
        name="origins",
        path="data/catalog/origins.yaml",
        model=dict[str, OriginShape],
        about="Where figures are from, each origin with its id.",
        example=ORIGINS,
    ),
    YamlFile(
        name="topics",
        path="data/catalog/topics.yaml",
        model=dict[str, TopicShape],
        about="The topics of indicators in order, each with its id.",
        example=TOPICS,
    ),
    YamlFile(
        name="withheld",
        path="data/catalog/withheld.yaml",
        model=dict[str, WithheldShape],
        about="Series that may not be shown, with the reason that readers get.",
        example=WITHHELD,
    ),
    YamlFile(
        name="claims",
        path="data/claims/<name>.yaml",
        model=dict[Slug, StatementShape],
        about="Figures that somebody states and that are no series here, with what a check found; texts bind them as `claim:<id>`.",
        example=CLAIMS,
        entries="Each key is an id, in one file only; each value {type}.",
    ),
    YamlFile(
        name="scorecard",
        path="data/scorecards/<id>.yaml",
        model=ScorecardShape,
        about="A list of rows that is asked of every country; `scorecard` in `content/profile.yaml` names the one that profiles show.",
        example=SCORECARD,
    ),
    YamlFile(
        name="import",
        path="data/imports/<origin>.yaml",
        model=ImportShape,
        about="How figures of an origin are fetched and read; the file has the origin's id. [The guide](../imports.md) says how to go about it.",
        example=IMPORT,
    ),
    YamlFile(
        name="groups",
        path="data/groups.yaml",
        model=dict[Slug, GroupShape],
        about="Regions and organisations, each with its id.",
        example=GROUPS,
    ),
    YamlFile(
        name="index",
        path="data/indices/<id>.yaml",
        model=ContractShape,
        about="The contract of a composite index; [the guide](../indices.md) says how to go about it.",
        example=INDEX,
    ),
)

CODES = "codes, with semicolons between"
CSV_COLUMNS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "data/countries.csv": {
        "code": ("the code by which everything else names the country", "`KAZ`"),
        "alpha2": ("the code of two letters", "`KZ`"),
        "m49": ("the number of the United Nations, three digits", "`398`"),
        "name": ("the English name", "`Kazakhstan`"),
        "slug": ("its part of addresses", "`kazakhstan`"),
        "official_name": ("the name in full", "`Republic of Kazakhstan`"),
        "native_names": ("names in its own languages, each with the language", "`kk: Қазақстан; ru: Казахстан`"),
        "aliases": ("other names by which it is found", "`Kazakstan; KZ`"),
        "capital": ("its capital", "`Astana`"),
        "region": ("its region, by the names of M49", "`Central Asia`"),
        "income_group": ("its income group", "`Upper middle income`"),
        "income_group_year": ("the year of that", "`2024`"),
        "area_km2": ("its area", "`2724900`"),
        "languages": ("its languages", "`Kazakh; Russian`"),
        "currencies": ("its currencies, each with its code", "`KZT: Kazakhstani tenge`"),
        "neighbours": (f"those it has a land border with: {CODES}", "`CHN; KGZ; RUS; TKM; UZB`"),
        "parent": ("of a region in a site of countries and their regions, its country; else left out", "`KAZ`"),
    },
    "data/observations/<indicator>.csv": {
        "lower": ("the lower end of the figure's interval; the two columns may be left out", "`19.9`"),
        "upper": ("the upper end of it", "`21.3`"),
    },
    "data/lists/world_heritage.csv": {
        "number": ("UNESCO's number of the entry", "`1103`"),
        "name": ("its name", "`Mausoleum of Khoja Ahmed Yasawi`"),
        "category": ("`cultural`, `natural` or `mixed`", "`cultural`"),
        "shared": ("`yes` where other countries share it", "`no`"),
    },
    "data/lists/olympic_medals.csv": {
        "team": ("the team, if it is none of a country", "`Australasia`"),
        "season": ("`summer` or `winter`", "`summer`"),
        "place": ("where the games were", "`London`"),
        "gold": ("gold medals", "`1`"),
        "silver": ("silver medals", "`2`"),
        "bronze": ("bronze medals", "`1`"),
    },
}
"""What columns of single files mean, and an example."""
