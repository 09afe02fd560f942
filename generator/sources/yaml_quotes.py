"""Quotes in YAML that nothing closes: the parser notices at the next one, far below where they opened."""

import re
from contextlib import suppress

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StreamMark, YAMLError
from ruamel.yaml.tokens import ScalarToken

_IN_QUOTES = "while scanning a quoted scalar"
_NEXT = re.compile(r"\n[ ]*(?:- |[\w-]+:(?:\s|$))")
"""A key or an item at the beginning of a line: within quotes it is hardly meant."""
_WORDS = re.compile(r"[ \t]*[^\s#,:\]}]")
"""Words in the same line: nothing may stand so behind a text in quotes that ends where it should."""


def open_quote(text: str, error: MarkedYAMLError) -> StreamMark | None:
    """Return the place of the quote that seems to be open where an error is noticed, if one is."""
    if error.context == _IN_QUOTES:
        opened: StreamMark = error.context_mark
        return opened
    token = _quoted_before(text, error.problem_mark.index) if error.problem_mark else None
    if token is None or not _swallows(text, token.start_mark.index, token.end_mark.index):
        return None
    begun: StreamMark = token.start_mark
    return begun


def _swallows(text: str, begun: int, ended: int) -> bool:
    """Whether a text in quotes has a key or an item in it, and ends in the midst of a line."""
    return _NEXT.search(text[begun:ended]) is not None and _WORDS.match(text, ended) is not None


def _quoted_before(text: str, at: int) -> ScalarToken | None:
    """Return the text in quotes that ends last before a place."""
    last = None
    with suppress(YAMLError):  # what comes after the place may be no words at all
        for token in YAML(typ="safe", pure=True).scan(text):
            if token.start_mark.index >= at:
                break
            if isinstance(token, ScalarToken) and token.style in {"'", '"'}:
                last = token
    return last
