"""The HTML allowed in documents; anything else is a located error, no silent loss."""

import re
from collections import Counter
from collections.abc import Iterator

import nh3
from lxml import html as lxml_html

from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic
from generator.rules import Rule

TAGS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "var",
    ]
)
SCHEMES = frozenset(("http", "https", "mailto"))
ATTRIBUTES = {"*": {"id", "class"}, "a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}
_FIRST_HEADING = r"^#(?!#)|<h1|^(?=[^\n]+\n=+[ \t]*$)"


def sanitise(made: str) -> str:
    """Return HTML with nothing but the allowed elements, attributes and schemes."""
    return nh3.clean(made, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None, url_schemes=set(SCHEMES))


def check_html(made: str, source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each element or attribute that sanitising would remove."""
    if not made.strip():
        return
    seen: Counter[str] = Counter()
    for element in lxml_html.fragment_fromstring(made, create_parent="div").iterdescendants():
        if not isinstance(element.tag, str):
            continue  # a comment, which shows nothing
        if element.tag not in TAGS:
            yield _element(element.tag, source_map, seen)
            continue
        for name in sorted(set(element.attrib) - ATTRIBUTES["*"] - ATTRIBUTES.get(element.tag, set())):
            yield _attribute(name, source_map, seen)
        if scheme := _foreign(element.get("href", "")):
            yield _link(scheme, source_map, seen)


def _foreign(address: str) -> str:
    """Return the scheme of an address as a browser reads it if it is forbidden, else empty."""
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address))
    return "" if found is None or found[1].lower() in SCHEMES else found[1]


def _link(scheme: str, source_map: SourceMap, seen: Counter[str]) -> Diagnostic:
    where = source_map.search(r"<a\b[^>]*\bhref\s*=\s*[\"']?\s*" + re.escape(scheme[0]), seen[f"{scheme}:"])
    seen[f"{scheme}:"] += 1
    message = f"The scheme '{scheme}:' is not allowed."
    return Diagnostic(rule=Rule.LINK_SCHEME, location=where, message=message, hint="Write [text](https://…)")


def _element(tag: str, source_map: SourceMap, seen: Counter[str]) -> Diagnostic:
    where = source_map.search(_FIRST_HEADING if tag == "h1" else rf"<{re.escape(tag)}\b", seen[tag])
    seen[tag] += 1
    hint = "Use Markdown; headings begin at ##." if tag == "h1" else "Use Markdown instead of this element."
    message = f"The element <{tag}> is not allowed."
    return Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint=hint)


def _attribute(name: str, source_map: SourceMap, seen: Counter[str]) -> Diagnostic:
    where = source_map.search(rf"\b{re.escape(name)}\s*=", seen[f"{name}="])
    seen[f"{name}="] += 1
    message = f"The attribute '{name}' is not allowed."
    return Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint="Only id and class may be set.")


def check_ids(anchors: list[str], source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each repeated id."""
    for name, count in sorted(Counter(anchors).items()):
        if count > 1:
            where = source_map.search(r"\{[^}\n]*#" + re.escape(name) + r"\b", 1)
            message = f"The id '{name}' stands here twice."
            yield Diagnostic(rule=Rule.HEADING_DUPLICATE, location=where, message=message, hint="Give one another id.")
