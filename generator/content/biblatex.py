"""Entries as BibLaTeX spells them, said in the words of BibTeX: `date`, `journaltitle`, `@report`."""

import re
from collections.abc import Iterator, MutableMapping
from datetime import date

from generator.content.latex import unmarked
from generator.formatting import format_date, format_month

KINDS = {
    "report": "techreport",
    "thesis": "phdthesis",
    "mathesis": "mastersthesis",
    "www": "online",
    "electronic": "online",
    "conference": "inproceedings",
    **dict.fromkeys(("collection", "mvbook", "mvcollection", "reference", "mvreference"), "book"),
    **dict.fromkeys(("inreference", "bookinbook", "suppbook", "suppcollection"), "incollection"),
    "mvproceedings": "proceedings",
    "suppperiodical": "article",
    **dict.fromkeys(("periodical", "standard", "legislation", "jurisdiction", "legal", "letter", "review"), "misc"),
    **dict.fromkeys(("artwork", "audio", "image", "movie", "music", "performance", "video"), "misc"),
}
"""Kinds of BibLaTeX by the kind of BibTeX that is printed alike."""
FIELDS = {
    "journal": ("journaltitle",),
    "address": ("location",),
    "school": ("institution",),
    "institution": ("organization", "publisher"),
    "number": ("issue",),
    "note": ("addendum", "titleaddon", "eventtitle"),
    "howpublished": ("organization", "institution", "publisher"),
    "eprint": ("arxiv",),
}
"""Fields of BibTeX, with the fields of BibLaTeX that are printed in their place."""
_ONLY = {
    "school": frozenset(("phdthesis", "mastersthesis")),
    "institution": frozenset(("techreport",)),
    "howpublished": frozenset(("misc", "online", "dataset", "software", "patent")),
}
_TYPES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
_ALIKE = frozenset(("journaltitle", "location"))
"""Second spellings of one value, which must not differ from the first."""
_DAY = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T\S*)?)?)?(?P<sure>[?~%]?)")
_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_MONTHS = 12


def in_bibtex(fields: MutableMapping[str, str], kind: str) -> Iterator[str]:
    """Change the fields of an entry to those of BibTeX, yielding what contradicts or cannot be read."""
    yield from _date(fields)
    if fields.get("type", "") in _TYPES:
        fields["type"] = _TYPES[fields["type"]]
    for name, others in FIELDS.items():
        for other in others if kind in _ONLY.get(name, {kind}) else ():
            if other in fields and name not in fields:
                fields[name] = fields.pop(other)
            elif other in _ALIKE and other in fields and fields.pop(other) != fields[name]:
                yield f"'{name}' and '{other}' differ"
    if kind == "article" and "volume" not in fields and "number" in fields:
        fields["volume"] = fields.pop("number")  # a journal that counts its issues only
    for name in ("title", "booktitle"):
        if subtitle := fields.pop(name.replace("title", "subtitle"), ""):
            fields[name] = f"{fields.get(name, '')}: {subtitle}"


def _date(fields: MutableMapping[str, str]) -> Iterator[str]:
    """Put the date of an entry, be it of BibLaTeX or of BibTeX, into its year."""
    written = unmarked(fields.pop("date", "")).strip()
    if not written:
        _month(fields)
        return
    read = read_date(written)
    if read is None:
        yield f"the date '{written}' cannot be read: write 2022, 2022-03, 2022-03-04 or 2022/2023"
    elif fields.get("year", "")[:4] not in written:
        yield f"'year' is {fields['year']} and 'date' is {written}"
    else:
        fields["year"] = read
        fields.pop("month", None)


def _month(fields: MutableMapping[str, str]) -> None:
    """Name the month that BibLaTeX writes as a number."""
    number = fields.get("month", "")
    if number.isdigit() and 1 <= int(number) <= _MONTHS:
        fields["month"] = format_month(date(2000, int(number), 1)).split()[0]


def read_date(written: str) -> str | None:
    """Return a date of BibLaTeX in words, `2022-03` as `March 2022`, or None."""
    start, slash, end = written.partition("/")
    days = [_day(each) for each in ((start, end) if slash else (start,))]
    if None in days or not any(days):
        return None
    return (
        "–".join(filter(None, dict.fromkeys(days))) if all(days) else f"{days[0]}–" if days[0] else f"until {days[1]}"
    )


def _day(written: str) -> str | None:
    """Return one day, month, season or year in words; empty for an open end, None for none."""
    if written in {"", ".."}:
        return ""
    found = _DAY.fullmatch(written)
    if found is None:
        return None
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    words = f"{year}"
    if month in _SEASONS and not day:
        words = f"{_SEASONS[month]} {year}"
    elif found["month"]:
        try:
            words = format_date(date(year, month, day)) if found["day"] else format_month(date(year, month, 1))
        except ValueError:
            return None
    return {"": words, "?": f"{words}?", "~": f"c. {words}", "%": f"c. {words}?"}[found["sure"]]
