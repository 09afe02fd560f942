"""Scripts, styles and handlers within a template, which browsers ignore by the policy of the pages."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.diagnostics import Diagnostic, Location
from generator.render.bare import JINJA
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, THEME, Source, Sources

SCRIPTS, STYLES = "script-src", "style-src"
"""What a policy says of scripts and of styles begins with this."""
BASE = "base.html"
_POLICY = re.compile(r"""Content-Security-Policy["']?\s+content\s*=\s*"([^"]*)""")
_MAY_ALLOW = re.compile(r"'(?:unsafe|nonce|sha)|\{\{(?!\s*page\.frame\.json_ld_hash\s*\}\})")
"""Words that may allow what stands in a page; the hash of the theme is that of its data alone."""
_REMARK = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_UNKNOWN = "\1"
"""What stands for a value of Jinja."""
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s/>"'=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_RUN = re.compile(r"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma|live|j)script[\d.]*")
"""Kinds of scripts that are not data."""
_HANDLER = re.compile(
    "on(?:animation|before|canplay|drag|focus|key|load|mouse|play|pointer|scroll|select|touch|transition)[a-z]*"
    "|on(?:after|before)?print|on(?:abort|auxclick|blur|cancel|change|click|close|contextmenu|copy|cut|dblclick|drop)"
    "|on(?:ended|error|hashchange|input|invalid|message|offline|paste|pause|popstate|reset|resize|submit|toggle|wheel)"
)
"""What browsers take for a handler, but `ononline` and others that nobody writes."""
_SCRIPT = 'a file, templates/scripts/ours.js, and load that: `<script src="{{ scripts.ours }}"></script>`.'

Fault = tuple[int, str, str, str]
"""Where it begins, what of the policy forbids it, what it is, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a tag: its name, its value, and where it begins in the tag."""

    name: str
    value: str | None
    at: int


class _Tags(HTMLParser):
    """Collects each tag with its line and the characters before it in that line."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, tuple[int, int]]] = []
        with suppress(AssertionError):  # so older parsers refuse `<![name[`, which begins nothing
            self.feed(text)
            self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - they have no place
        """Add a tag as it is written."""
        self.found.append((tag, self.get_starttag_text() or "", self.getpos()))


def check_inline(source: Source, sources: Sources) -> Iterator[Diagnostic]:
    """Yield a warning for each script, style and handler in a template that its pages forbid."""
    policy = _policy(source, sources)
    forbidden = {each for each in (SCRIPTS, STYLES) if _forbids(policy, each)}
    for tag, written, (line, before) in _Tags(_plain(_text(source))).found if forbidden else ():
        for at, kind, what, hint in _faults(tag, written):
            if kind in forbidden:
                message = f"The policy of the pages forbids {what}, so browsers ignore this."
                where = Location(
                    path=source.path, line=line + written.count("\n", 0, at), column=_column(written, at, before)
                )
                yield Diagnostic(rule=Rule.INLINE_IGNORED, location=where, message=message, hint=hint)


def _column(written: str, at: int, before: int) -> int:
    """Return the column of what stands in a tag, which may have several lines; `before` it are characters."""
    begin = written.rfind("\n", 0, at)
    return at - begin + (before if begin < 0 else 0)


def _policy(source: Source, sources: Sources) -> dict[str, str]:
    """Return what the policy of a template's pages says of each kind: its own if it is a whole page.

    Nothing is known of it where the project has whole pages of another name, in which the template may stand.
    """
    frames = (source, *(() if _has_others(sources) else (sources.template(BASE), sources.template(f"{THEME}{BASE}"))))
    page = next((text for frame in frames if frame and "<html" in (text := _REMARK.sub("", _text(frame)))), "")
    found = _POLICY.search(page)
    words = (each.split(None, 1) for each in found[1].split(";") if each.strip()) if found else ()
    return {name: " ".join(rest) for name, *rest in words}


def _has_others(sources: Sources) -> bool:
    own = (each for each in sources.under(OWN_TEMPLATES, ".html") if not each.path.startswith(THEME))
    return any("<html" in _text(each) for each in own if each.path != f"{OWN_TEMPLATES}{BASE}")


def _forbids(policy: dict[str, str], kind: str) -> bool:
    """Whether a policy forbids what stands in a page; it is not sure of words that it cannot read."""
    said = [words for name, words in policy.items() if name.startswith(kind)]
    said = said or [words for name, words in policy.items() if name == "default-src"]
    return bool(said) and not any(map(_MAY_ALLOW.search, said))


def _text(source: Source) -> str:
    return source.data.decode("utf-8", "replace")


def _plain(text: str) -> str:
    """Return a template with signs in place of its values, and spaces in place of blocks and remarks."""
    return JINJA.sub(lambda found: re.sub(r"[^\n]", _UNKNOWN if found[0].startswith("{{") else " ", found[0]), text)


def _faults(tag: str, written: str) -> Iterator[Fault]:
    """Yield what is forbidden of a tag: itself, or attributes."""
    attributes = tuple(_attributes(written, len(tag) + 1))
    if tag == "script" and _is_within(attributes):
        yield 0, SCRIPTS, "scripts within them", f"Write it to {_SCRIPT}"
    if tag == "style":
        yield 0, STYLES, "styles within them", "Write its rules to templates/styles/own.css."
    for each in attributes:
        yield from _of_attribute(each)


def _attributes(written: str, begin: int) -> Iterator[Attribute]:
    for found in _ATTRIBUTE.finditer(written, begin):
        value = next((each for each in found.groups()[1:] if each is not None), None)
        yield Attribute(found["name"].lower(), value, found.start())


def _is_within(attributes: tuple[Attribute, ...]) -> bool:
    """Whether a script stands in the page and is no data; with unknown attributes it may have a file."""
    values = {each.name: each.value or "" for each in attributes}
    known = "src" not in values and not any(_UNKNOWN in name for name in values)
    return known and bool(_RUN.fullmatch(values.get("type", "").strip().lower()))


def _of_attribute(each: Attribute) -> Iterator[Fault]:
    if each.value is None:
        return
    if each.name == "style":
        hint = "Give the tag a class, and that a rule in templates/styles/own.css."
        yield each.at, STYLES, "the attribute 'style'", hint
    elif _HANDLER.fullmatch(each.name):
        hint = f'Write `addEventListener("{each.name.removeprefix("on")}", …)` to {_SCRIPT}'
        yield each.at, SCRIPTS, f"the attribute '{each.name}'", hint
