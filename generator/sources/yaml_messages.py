"""Messages and hints for wrong values in YAML."""

import re
from collections.abc import Mapping

from pydantic_core import ErrorDetails

from generator.diagnostics import suggest
from generator.sources.yaml_nodes import SHOWN

EXAMPLES = (
    "KAZ",
    "gdp_per_head",
    "south-korea",
    "67.3",
    "/old/address/",
    "https://example.org/profiles/",
    "data/geo/shapes.json",
    "data/geo/points.csv",
    "Some words.",
    "#1a2b3c",
    "static/logo.svg",
    "A",
)
"""Examples of forms of text; the first that matches the form is shown."""
_WORDS = {
    "#1a2b3c": "Write a colour as #1a2b3c, with six digits from 0 to f",
    "static/logo.svg": "Write a picture of the project, an SVG or a PNG, as static/logo.svg",
    "A": "Write one capital letter, as A",
}
"""What is said of an example that does not speak for itself."""

_MESSAGES = {
    "missing": "this key is missing",
    "string_type": "expected a text",
    "int_type": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "bool_type": "expected true or false",
    "tuple_type": "expected a list",
    "list_type": "expected a list",
    "dict_type": "expected a mapping of names to values",
    "model_type": "expected a mapping of names to values",
    "model_attributes_type": "expected a mapping of names to values",
    "date_type": "expected a date, as 2026-11-24",
    "date_from_datetime_parsing": "expected a date, as 2026-11-24",
    "date_parsing": "expected a date, as 2026-11-24",
    "string_too_short": "this text is empty",
    "too_short": "this list is empty",
}


def message_of(detail: ErrorDetails) -> str:
    """Return the message for a value, with the value found."""
    text = _MESSAGES.get(detail["type"]) or _plain(detail)
    given = detail["input"]
    shown = (
        f", found '{str(given)[:SHOWN]}'"
        if isinstance(given, (str, int, float, bool)) and detail["type"] not in {"missing", "value_error"}
        else ""
    )
    return f"{text}{shown}."


def _plain(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if "error" in context:
        return str(context["error"].args[0])
    if detail["type"] == "union_tag_invalid":
        return f"'{context['tag']}' is none of {context['expected_tags']}"
    if detail["type"] == "union_tag_not_found":
        return f"the key {context['discriminator']} is missing"
    if "expected" in context:
        return f"expected {context['expected']}"
    if "pattern" in context:
        return "this is not of the expected form"
    return str(detail["msg"])[:1].lower() + str(detail["msg"])[1:]


_HINTS = {
    "string_type": "Put it into quotes to make it a text.",
    "tuple_type": "Write a list, as [one, two].",
    "list_type": "Write a list, as [one, two].",
    "int_type": "Write it in digits, as 2.",
    "int_from_float": "Write it without decimals, as 2.",
    "float_type": "Write it in digits, as 2.5.",
    "bool_type": "Write true or false, without quotes.",
    "string_too_short": "Write it, or remove the key.",
    "too_short": "Name at least one.",
}


def hint_of(detail: ErrorDetails) -> str:
    """Return the hint."""
    if detail["type"] == "missing":
        return f"Add '{detail['loc'][-1]}: …'."
    if detail["input"] is None:
        return "Write it after the colon, or remove the key."
    if detail["type"].startswith("date_"):
        return "Write a day of the calendar: year-month-day."
    asked = _asked(detail["input"], detail.get("ctx", {}))
    return asked or _HINTS.get(detail["type"], "Write keys and values, as title: Text.")


def _asked(given: object, context: Mapping[str, object]) -> str:
    """Return what the model asks for: its own message, a choice, a form, a limit; may be empty."""
    if isinstance(error := context.get("error"), ValueError):
        return str(error.args[-1])
    if "expected_tags" in context:
        return suggest(
            str(context["tag"]), re.findall(r"'([^']+)'", str(context["expected_tags"])), "Write one of these."
        )
    if "expected" in context:
        return suggest(str(given), re.findall(r"'([^']+)'", str(context["expected"])), "Write one of these.")
    if "pattern" in context:
        return _like(str(context["pattern"]), str(given))
    limits = [str(context[name]) for name in ("ge", "gt", "le", "lt") if name in context]
    return f"The limit is {limits[0]}." if limits else ""


def _like(pattern: str, given: str) -> str:
    """Return an example of a form, if possible the value itself; the form where none of ours fits."""
    if given.startswith("www.") and re.search(pattern, f"https://{given}"):
        return f"Write https://{given}"
    example = next((text for text in EXAMPLES if re.search(pattern, text)), None)
    return _WORDS.get(example, f"Write it like this: {example}") if example else f"The form is {pattern}"
