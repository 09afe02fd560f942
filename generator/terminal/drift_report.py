"""Reports of drift: as text, as Markdown for a pull request, as JSON."""

import json
from collections.abc import Sequence

from generator.drift.prose import Drift
from generator.terminal.report import DriftFormat


def render_drift(found: Sequence[Drift], style: DriftFormat) -> str:
    """Return the report, ending with a line break."""
    return {DriftFormat.TEXT: _text, DriftFormat.MARKDOWN: _markdown, DriftFormat.JSON: _json}[style](found)


def _summary(found: Sequence[Drift]) -> str:
    false = sum(not drift.holds for drift in found)
    if not found:
        return "No sentence, rank or chart is touched by the change of the data."
    return f"{len(found)} {'place' if len(found) == 1 else 'places'} touched, {false} to be rewritten or read again."


def _verdict(drift: Drift) -> str:
    if drift.drawn:
        return "read again"
    return "still holds" if drift.holds else "no longer holds"


def _text(found: Sequence[Drift]) -> str:
    blocks = [
        f"{d.location}: {_verdict(d)} ({', '.join(d.authors) or 'no author'})\n"
        f"    {d.sentence}\n    {d.subject}: {d.old} → {d.new}\n"
        for d in found
    ]
    return "".join(blocks) + _summary(found) + "\n"


def _markdown(found: Sequence[Drift]) -> str:
    rows = [
        f"| `{d.location}` | {'read again' if d.drawn else 'yes' if d.holds else '**no**'} | {_cell(d.sentence)} | {_cell(d.subject)} | {_cell(d.old)} "
        f"| {_cell(d.new)} | {_cell(', '.join(d.authors))} |"
        for d in found
    ]
    head = ["| place | holds | sentence | figure | old | new | author |", "| --- | --- | --- | --- | --- | --- | --- |"]
    return (
        "\n".join(["## What the data change in the prose", "", _summary(found), "", *(head + rows if found else [])])
        + "\n"
    )


def _cell(text: str) -> str:
    """Return text that cannot end a table's cell or become markup."""
    for character in "\\|<>`*_[]":
        text = text.replace(character, f"\\{character}")
    return text


def _json(found: Sequence[Drift]) -> str:
    records = [
        {
            "path": d.location.path,
            "line": d.location.line,
            "column": d.location.column,
            "authors": list(d.authors),
            "sentence": d.sentence,
            "subject": d.subject,
            "old": d.old,
            "new": d.new,
            "holds": d.holds,
            "drawn": d.drawn,
        }
        for d in found
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
