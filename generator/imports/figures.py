"""Producers' figures in our form: the same digits, a decimal point, no separators."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from generator.data.observations import NUMBER

MISSING = frozenset(("", "..", "...", ":", "n/a", "na", "n.a.", "no data", "nan", "null", "none", "–", "—"))
"""How producers say that they have no figure; `-` is not among them: to some it is a nil."""

_ZEROS = re.compile(r"^(-?)0+(?=[0-9])")


class FigureError(ValueError):
    """A text that is no figure, with the reason and the remedy."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def figure_of(
    text: str | None, *, scale: int = 0, decimal: str = ".", thousands: str = "", missing: Collection[str] = ()
) -> str | None:
    """Return the figure's digits as text, or None where there is none; raises FigureError.

    `figure_of("1 234,5", decimal=",", thousands=" ", scale=3)` is `1234500`. A sign that separates thousands,
    or a point beside a decimal comma, is never a decimal mark.
    """
    if text is None or (plain := _plain(text)).casefold() in MISSING or plain in missing:
        return None
    written = plain.replace("−", "-").removeprefix("+")
    if thousands:
        written = _ungrouped(written, decimal, thousands)
    is_foreign = bool(thousands and thousands in written) or (decimal == "," and "." in written)
    written = written.replace(",", ".") if decimal == "," else written
    written = _ZEROS.sub(r"\1", f"0{written}" if written.startswith(".") else written.replace("-.", "-0."))
    if written.endswith(".") and written[:-1].lstrip("-").isdigit():
        written = written[:-1]
    if is_foreign or not NUMBER.fullmatch(written):
        raise FigureError(f"'{plain[:40]}' is no number.", _hint(plain, decimal, thousands))
    return written if not scale else shifted(written, scale)


def shifted(text: str, scale: int) -> str:
    """Return a figure times a power of ten, exactly: `15542.6` and 9 give `15542600000000`."""
    sign, digits, exponent = Decimal(text).as_tuple()
    return f"{Decimal((sign, digits, int(exponent) + scale)):f}"


def _plain(text: str) -> str:
    """Return the text without spaces around it; a narrow or fixed space within counts as a space."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip()


def _ungrouped(text: str, decimal: str, thousands: str) -> str:
    """Return a number without its separators, if they stand where they may; otherwise the text as it is."""
    mark, decimals = re.escape(thousands), "" if decimal == thousands else rf"(?:{re.escape(decimal)}[0-9]+)?"
    if re.fullmatch(rf"-?[0-9]{{1,3}}(?:{mark}[0-9]{{3}})+{decimals}", text):
        return text.replace(thousands, "")
    return text


_ADVICE = (
    (r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", ",", ".", "points separate thousands"),
    (r"-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", ".", ",", "commas separate thousands"),
    (r"-?[0-9]{1,3}( [0-9]{3})+,[0-9]+", ",", " ", "spaces separate thousands"),
    (r"-?[0-9]{1,3}( [0-9]{3})+\.[0-9]+", ".", " ", "spaces separate thousands"),
    (r"-?[0-9]{1,3}(\.[0-9]{3})+", "", ".", "points separate thousands"),
    (r"-?[0-9]{1,3}(,[0-9]{3})+", "", ",", "commas separate thousands"),
    (r"-?[0-9]{1,3}( [0-9]{3})+", "", " ", "spaces separate thousands"),
    (r"-?[0-9]+,[0-9]+", ",", "", "the comma is a decimal comma"),
    (r"-?[0-9]+\.[0-9]+", ".", "", "the point is a decimal point"),
)
"""Forms of numbers: the mark before decimals, if any, the one between thousands, and what they mean."""


def _hint(text: str, decimal: str, thousands: str) -> str:
    for form, point, mark, means in _ADVICE:
        said = marks_of(point or (decimal if decimal != mark else _other(mark)), mark)
        if re.fullmatch(form, text) and said != marks_of(decimal, thousands):
            keys = " and ".join(f'`{name}: "{sign}"`' for name, sign in said.items())
            return f"If {means}, write {keys} into the contract ({as_options(said)})."
    if text.rstrip("*+abcdefp ") != text and NUMBER.fullmatch(text.rstrip("*+abcdefp ")):
        return "A mark stands with the number; take it out of the file and into a column of flags."
    return "Choose a column of numbers; if this text means that there is none, name it in `missing:`."


def _other(mark: str) -> str:
    return "," if mark == "." else "."


def marks_of(decimal: str, thousands: str) -> dict[str, str]:
    """Return the keys of a contract that say how figures are written; a point needs none beside thousands."""
    if not thousands:
        return {"decimal": decimal}
    return {**({"decimal": decimal} if decimal != "." else {}), "thousands": thousands}


def as_options(marks: Mapping[str, str]) -> str:
    """Return keys of a contract as options of `import`: `--decimal "," --thousands "."`."""
    return " ".join(f'--{name} "{mark}"' for name, mark in marks.items())
