"""The bar in which the preview tells what is wrong: at the top of each page, before anything else."""

from collections.abc import Sequence
from html import escape

from generator.diagnostics import Diagnostic

FOLDER = "/_preview"
GALLERY = "/_components/"
"""The addresses of what no site has: the preview's own files, and below the site's the components."""
HEAD = f'<link rel="stylesheet" href="{FOLDER}/bar.css"><script src="{FOLDER}/bar.js" type="module"></script>'


def problem_bar(problems: Sequence[Diagnostic], *, stopped: bool) -> str:
    """Return the bar with the first problem, and all of them to unfold; nothing where nothing is wrong.

    `stopped` says that the page below is the last good one.
    """
    if not problems:
        return ""
    count = f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}"
    state = f"{count}; this is the last good page." if stopped else f"{count}."
    more = "".join(f"<li>{_problem(problem)}</li>" for problem in problems)
    unfold = f"<details><summary>All problems</summary><ol>{more}</ol></details>" if len(problems) > 1 else ""
    return (
        f'<aside id="preview-errors" aria-label="Problems"{" data-stopped" if stopped else ""}>'
        f'<p role="status"><b>{state}</b> {_problem(problems[0])}</p>{unfold}<p role="status"></p></aside>'
    )


def _problem(problem: Diagnostic) -> str:
    place = escape(str(problem.location))
    button = f'<button type="button" value="{place}" title="Copy">{place}</button>'
    rule = f"<code>{problem.rule.value}</code>"  # `profiles explain` takes it
    return f"{button} {rule} {escape(problem.message)} <i>{escape(problem.hint)}</i>"
