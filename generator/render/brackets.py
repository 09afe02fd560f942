"""What nothing closes in a style sheet, and what closes nothing: comments, strings, brackets."""

import re
from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import Node, ParseError

Fault = tuple[Node, str, str]
"""Where it is, what is wrong, what to write instead."""

_END = "\nend-of-the-sheet"
"""A word after the last: it lies within all that nothing closes."""
_CLOSING = {"{} block": "}", "() block": ")", "[] block": "]", "function": ")"}
_OPENING = {"}": "{", ")": "(", "]": "["}


def balance(text: str) -> tuple[list[Node], tuple[Fault, ...]]:
    """Return the words of a sheet, brackets with what is in them, and the faults that leave these unsure."""
    try:
        tokens = tinycss2.parse_component_value_list(text + _END)
    except ValueError:  # Python's limit for digits, the only one that the parser meets
        return [], (_endless(text),)
    return tokens[:-1], tuple(_unreadable(tokens)) or tuple(_unbalanced(tokens))


def _endless(text: str) -> Fault:
    """Return the fault of a number with thousands of digits."""
    found = max(re.finditer("[0-9]+", text), key=lambda digits: len(digits[0]))
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    node = ParseError(line, column, "number", "")
    return node, f"This number has {len(found[0])} digits; no measure has so many.", "Write a shorter one."


def _unreadable(tokens: Sequence[Node]) -> Iterator[Fault]:
    """Yield strings and addresses that do not end where they should; they swallow brackets."""
    for error, _within in _errors(tokens):
        if error.kind in {"bad-string", "eof-in-string"}:
            yield (
                error,
                "The string that begins here does not end in its line.",
                "Close it with the quote it opens with.",
            )
        elif error.kind in {"bad-url", "eof-in-url"}:
            yield error, "What stands in this url(…) is no address.", 'Write it between quotes: url("picture.png").'


def _unbalanced(tokens: Sequence[Node]) -> Iterator[Fault]:
    """Yield the comment or the brackets that nothing closes, and those that close nothing."""
    last, around = _around_end(tokens)
    if last.type == "comment":
        yield (
            last,
            "Nothing closes the comment that begins here; the rest of the sheet is in it.",
            "Write */ at its end.",
        )
        return
    brackets = [node for node in around if node.type != "{} block"]
    for error, within in _errors(tokens):
        if within is not None:
            brackets.append(within)  # a } in it closes no block
        elif error.kind in _OPENING:
            hint = f"Take it away, or write the {_OPENING[error.kind]} that it should close."
            yield error, f"This {error.kind} closes nothing; what comes after it is lost with it.", hint
    for node in brackets[:1] or around:
        yield (
            node,
            f"Nothing closes this {_opens(node)}; what follows is part of it.",
            f"Write {_CLOSING[node.type]} where it ends.",
        )


def _opens(node: Node) -> str:
    """Return what a bracket begins with: `calc(`."""
    return f"{node.name}(" if node.type == "function" else str(node.type[0])


def _errors(tokens: Sequence[Node]) -> Iterator[tuple[Node, Node | None]]:
    """Yield each token that is an error, with the outermost round or square bracket around it."""
    ahead: list[tuple[Node, Node | None]] = [(node, None) for node in reversed(tokens)]
    while ahead:
        node, within = ahead.pop()
        if node.type == "error":
            yield node, within
        bracket = within or (node if node.type in _CLOSING and node.type != "{} block" else None)
        ahead += [(each, bracket) for each in reversed(_inside(node))]


def _around_end(tokens: Sequence[Node]) -> tuple[Node, list[Node]]:
    """Return the last token, which has the end of the sheet in it, and all that is open around it."""
    around: list[Node] = []
    last = tokens[-1]
    while inside := _inside(last):
        around.append(last)
        last = inside[-1]
    return last, around


def _inside(node: Node) -> Sequence[Node]:
    """Return what stands in a bracket; of anything else nothing."""
    if node.type not in _CLOSING:
        return ()
    return tuple(node.arguments if node.type == "function" else node.content)
