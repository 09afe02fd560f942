"""JSON with its numbers as the producer wrote them: `5081769542379.77` never goes through a float."""

import json
from typing import Any

from generator.imports.cells import Reply, invalid, refused

Json = Any
"""What JSON holds; its shape is checked where it is used."""


def load_json(reply: Reply) -> Json:
    """Return the reply's JSON, numbers as text; raises ReplyError where it is a page for people or broken."""
    body = reply.body.decode("utf-8-sig", "replace")
    if body.removeprefix("ï»¿").lstrip().startswith("<"):
        raise refused(f"The producer answered with a page, not with data (HTTP {reply.status}).", _title(body))
    try:
        return json.loads(body, parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise invalid(f"The reply is no JSON: {error}.", "It may have been cut; ask again.") from error


def _title(body: str) -> str:
    """Return the title of a page of HTML."""
    _, _, rest = body.partition("<title>")
    return " ".join(rest.partition("</title>")[0].split())[:120]


def text_of(value: Json) -> str | None:
    """Return a number or string of JSON as text, None for null."""
    return None if value is None else str(value)


def as_list(value: Json) -> list[Json]:
    """Return a list as it is, a single thing as a list of one, nothing as an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def mapping(value: Json, what: str) -> dict[str, Json]:
    """Return a JSON object; raises ReplyError where there is none."""
    if not isinstance(value, dict):
        raise invalid(
            f"The reply has no {what}.", "It may be a reply of another kind; check the address and the reader."
        )
    return value
