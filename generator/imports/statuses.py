"""Producers' flags as letters of SDMX: a table for each family of replies, complete."""

import re
from collections.abc import Mapping

SDMX = {letter: letter for letter in "ABDEFGHIJKLMNOPQSUVWZ"}
WORDS = {
    "normal value": "A",
    "break": "B",
    "break in time series": "B",
    "estimated value": "E",
    "estimate": "E",
    "forecast value": "F",
    "imputed value": "I",
    "missing value": "O",
    "provisional value": "P",
    "low reliability": "U",
}
EUROSTAT = {
    **{letter: letter.upper() for letter in "bepfudn"},
    "c": "Q",
    "i": "I",
    "r": "A",
    "s": "E",
    "z": "M",
}
"""`r`, revised, is a normal value to whoever reads it now.

`s` is Eurostat's own estimate, `z` not applicable.
"""
UIS = {"NAT_EST": "E", "UIS_EST": "E", "RPRT_EST": "E", "GLBL_EST": "E", "NA": "M", "NIL": "A"}

TABLES: Mapping[str, Mapping[str, str]] = {
    "worldbank": {**SDMX},
    "sdmx-json": {**SDMX},
    "sdmx-csv": {**SDMX, **EUROSTAT},
    "json-stat": {**EUROSTAT, **SDMX, "a": "A"},
    "imf-compact": {**SDMX},
    "uis": UIS,
}
_WEIGHT = "QMOLFPEIUSNDVBGHJKWZA"
"""Which letter counts where a producer gives several.

First what says that there is no figure, or that it is not final.
"""
WITHHELD_NOTE = "suppressed by the producer"


class FlagError(ValueError):
    """A flag that no table has."""


def status_of(flag: str, reader: str, own: Mapping[str, str] | None = None) -> tuple[str, str]:
    """Return the letter of a flag, and a note on what the letter leaves out; raises FlagError.

    Both are empty without a flag. `status_of("B; E", "sdmx-json")` is `("E", "also: B")`.
    """
    text = flag.strip()
    if not text:
        return "", ""
    table = {**TABLES.get(reader, {}), **(own or {})}
    letters = sorted({_letter(part, table) for part in _parts(text, table)}, key=_WEIGHT.index)
    others = [letter for letter in letters[1:] if letter != "A"]
    if letters[0] == "Q":
        return "O", WITHHELD_NOTE
    return letters[0], f"also: {', '.join(others)}" if others else ""


def _parts(text: str, table: Mapping[str, str]) -> list[str]:
    if text in table or text.casefold() in WORDS:
        return [text]
    if parts := [part for part in re.split(r"[;,| ]+", text) if part]:
        if all(part in table for part in parts):
            return parts
        if all(letter in table for letter in text):
            return list(text)
    raise FlagError(text)


def _letter(part: str, table: Mapping[str, str]) -> str:
    return table[part] if part in table else WORDS[part.casefold()]
