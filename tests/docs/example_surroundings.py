"""What stands around the examples of docs/rules.md in a small project."""

from collections.abc import Mapping
from pathlib import Path

from generator.rules import Rule

HEAD = "---\ntitle: A test\ndate: 2026-01-01\nauthors: [A. Author]\ncountries: [KAZ]\nsummary: A test.\n---\n\n"
COUNTRY = "---\ncountry: KAZ\nauthors: [A. Author]\nupdated: 2026-01-01\nsummary: A test.\n---\n\n"
PROFILE, ESSAY = "content/countries/kazakhstan.md", "content/essays/test.md"
COLUMNS = "country,year,value,status,origin,note\n"
ENTRY = {
    "title": "Extra",
    "short_title": "Extra",
    "description": "A count.",
    "topic": "people",
    "unit": '{kind: count, symbol: "people"}',
    "decimals": "0",
    "direction": "neutral",
    "kind": "official",
    "origins": "[wdi]",
}
"""An indicator in the catalog, key by key."""
ORIGINS = "".join(
    f"""
{name}:
  producer: "A producer"
  title: "A dataset"
  vintage: "of 2025"
  year: 2025
  url: "https://example.org/"
  license: "CC BY 4.0"
  license_url: "https://creativecommons.org/licenses/by/4.0/"
  redistribution: yes
  retrieved_from: "example.org"
  transformation: "None."
"""
    for name in ("wdi", "unesco_list")
)
POINTS = "KAZ,48,68\nKGZ,41,75\nUZB,41,64\n"
SHAPES = (
    '{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},"objects":{"countries":{"type":"GeometryCollection",'
    '"geometries":[{"type":"Polygon","id":"398","properties":{"name":"Kazakhstan"},"arcs":[[0]]}]}},'
    '"arcs":[[[64,45],[0,6],[6,0],[0,-6],[-6,0]]]}'
)
GEOMETRY = "geometry: {file: data/geo/shapes.json, points: data/geo/points.csv, note: A note.}\n"
HERITAGE = (
    "country,year,number,name,category,shared,origin",
    "KAZ,2003,1103,Mausoleum,cultural,no,unesco_list",
    "KAZ,2004,1145,Petroglyphs,cultural,no,unesco_list",
    "KAZ,2008,1102,Steppe,natural,no,unesco_list",
    "KAZ,2014,1442,Silk Roads,cultural,yes,unesco_list",
    "KAZ,2016,1490,Tien-Shan,natural,yes,unesco_list",
)
WITHHELD = """press_freedom:
  title: "Press freedom"
  producer: "A producer"
  license: "All rights reserved"
  reason: "Nobody else may publish it."
  url: "https://example.org/"
"""
BRIEFS = """title: News
date: 2021-01-03
summary: Short items.
source: A bulletin.
briefs:
- id: kyrgyz-poll
  date: 2020-12-29
  countries: [KGZ]
  theme: politics
  headline: A survey
  summary: A survey was held.
  figures:
    presidential: {title: For a presidential system, value: "67.3", unit: "% of respondents", period: December 2020}
  source: {publisher: Kabar, date: 2020-12-29}
"""
WORK = "@book{%s, author = {Author, An}, title = {A book}, publisher = {House}, year = {2020}}\n"
CLAIM = """kaz-visitors-2019:
  subject: "Kazakhstan"
  country: "KAZ"
  title: "Tourists in 2019"
  value: "979781"
  unit: "visitors"
  unit_kind: count
  state: value
  period: "2019"
  attributed_to: ""
  source: "An essay"
  check: {result: not-checked, value: "", source: "", note: ""}
"""
AROUND: Mapping[Rule, Mapping[str, str]] = {
    Rule.BRIEF_UNKNOWN: {"content/briefs/2021.yaml": BRIEFS},
    Rule.CLAIM_UNKNOWN: {"data/claims/test.yaml": CLAIM},
    Rule.CITATION_UNUSED: {"content/references.bib": WORK % "unread"},
    Rule.CITATION_UNKNOWN: {"content/references.bib": WORK % "nye1990"},
    Rule.INLINE_IGNORED: {"templates/scripts/ours.js": 'document.body.classList.add("ours");\n'},
    Rule.LINK_BROKEN: {"content/essays/kazakhstan-soft-power.md": f"{HEAD}Power.\n"},
}
"""What an example refers to."""

SIGNS = {"␍": "\r", "␊": "\n", "␀": "\0", "␛": "\x1b"}
"""Pictures of characters that a document cannot show."""
NUMBERS = {"one": 1, "two": 2, "three": 3, "five": 5}


def put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode())


def pictured(text: str) -> str:
    for picture, sign in SIGNS.items():
        text = text.replace(picture, sign)
    return text


def unbound(root: Path) -> None:
    """Take away the texts of the project, whose figures the example's data are not."""
    for path in (*root.glob("content/essays/*"), *root.glob("content/countries/*")):
        path.unlink()
