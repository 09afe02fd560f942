"""The page `/data/reading/`: how the files of data are read, with examples to copy."""

from generator.messages import gettext as _
from generator.pages.frame.frame import data_link, plan_frame
from generator.pages.project import Project
from generator.pages.records.page import ReadingPage
from generator.pages.records.parts import Example, Link
from generator.urls import canonical, indicator_url

PANDAS = """\
import pandas as pd

options = {{"keep_default_na": False, "na_values": {{"value": [""]}}}}  # or pandas takes Namibia's NA for a gap
series = pd.read_csv("{indicator}data.csv", **options)
print(series[series["country"] == "{country}"].tail(3))

everything = pd.read_csv("{data}all.csv.gz", **options)
{many} = pd.read_csv("{data}{path}.csv", dtype=str, keep_default_na=False)
table = everything.merge({many}, on="country")
print(table.pivot_table(index=["name", "year"], columns="indicator", values="value").tail(3))
"""
CURL = """\
curl --fail --silent --show-error --remote-name {indicator}data.csv
head -n 3 data.csv
curl --fail --silent --show-error {data}all.csv.gz | gunzip | grep '^{country},{id},' | tail -n 3
"""
R = """\
series <- read.csv("{indicator}data.csv", na.strings = "")
tail(subset(series, country == "{country}"), 3)

everything <- read.csv(gzcon(url("{data}all.csv.gz", "rb")), na.strings = "")
{many} <- read.csv("{data}{path}.csv", na.strings = "", colClasses = "character")
table <- merge(everything, {many}, by = "country")
"""
SHEETS = '=IMPORTDATA("{indicator}data.csv")\n'
PACKAGE = """\
frictionless validate {data}datapackage.json
"""


def reading_link() -> Link:
    """Return the link to the page."""
    return Link(text=_("How to read the data"), url="/data/reading/")


def plan_reading(project: Project) -> ReadingPage:
    """Return the page, its examples with addresses of this site."""
    link = reading_link()
    summary = _("From a spreadsheet, from pandas, from R and from the command line, with examples to copy.")
    return ReadingPage(
        frame=plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(data_link(), link)),
        title=link.text,
        summary=summary,
        examples=_examples(project),
    )


def _examples(project: Project) -> tuple[Example, ...]:
    names = _names(project)
    spreadsheet = _(
        "In Excel, choose Data, then From Text/CSV, and give the address of a file; in LibreOffice, Sheet, then "
        "External Links. Say that the comma separates cells and the point is the decimal sign: a spreadsheet set to "
        "German or French reads 1.234 as more than a thousand otherwise. Google Sheets reads an address by a formula:"
    )
    pandas = _("Values are numbers; an empty one is missing for the reason that its status gives.")
    packed = _("Base R reads packed files as they come.")
    shell = _("Nothing but curl is needed; a file that is not there is an error, and no page in place of it.")
    package = _(
        "The Data Package has the digest of each file, the type of each column and the licence of each table; "
        "frictionless checks a copy against it:"
    )
    return (
        Example(id="spreadsheet", title=_("A spreadsheet"), text=spreadsheet, code=SHEETS.format(**names)),
        Example(id="pandas", title="pandas", text=pandas, code=PANDAS.format(**names)),
        Example(id="r", title="R", text=packed, code=R.format(**names)),
        Example(id="curl", title="curl", text=shell, code=CURL.format(**names)),
        Example(id="package", title=_("Data Package"), text=package, code=PACKAGE.format(**names)),
    )


def _names(project: Project) -> dict[str, str]:
    """Return what the examples name: an indicator with figures, a country that has one, addresses."""
    dataset, base = project.dataset, project.config.base_url
    first = next((i for i in dataset.catalog.indicators if dataset.coverage(i)), "")
    country = next((c for c in dataset.profiles if dataset.points(first, c)), "") if first else ""
    return {
        "id": first,
        "country": country,
        "path": dataset.entities.path,
        "many": dataset.entities.path.replace("-", "_"),
        "indicator": canonical(base, indicator_url(first)),
        "data": canonical(base, "/data/"),
    }
