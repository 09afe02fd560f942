"""The HTML allowed in documents; anything else is a located error, no silent loss."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from html import unescape

import nh3
from lxml import html as lxml_html

from generator.content.documents import DocumentKind
from generator.content.markdown.page_ids import is_own
from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic, Location
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

_MARKS = re.compile(r"\{[^{}\n]*\}")
_MARKED = re.compile(r"(?<=[\s:{]\.)[^\s}=]+")
_CLASSES = re.compile(r"""\bclass\s*=\s*(?P<names>"[^"<>]*"|'[^'<>]*'|[^\s"'<>}]+)""", re.IGNORECASE)
_WORD = re.compile(r"""[^\s"']+""")


def sanitise(made: str) -> str:
    """Return HTML with nothing but the allowed elements, attributes and schemes."""
    return nh3.clean(made, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None, url_schemes=set(SCHEMES))


def check_html(made: str, anchors: Collection[str], source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for what sanitising would remove, and for each link within the site."""
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
            yield _attribute(element, name, source_map, seen)
        if element.tag == "a" and not element.get("href", "#fn").startswith("#fn"):  # notes are checked by themselves
            yield from _check_address(element.get("href", ""), anchors, source_map, seen)


def _check_address(
    address: str, anchors: Collection[str], source_map: SourceMap, seen: Counter[str]
) -> Iterator[Diagnostic]:
    """Yield the problem of an address in HTML: its scheme, or a place only Markdown can name."""
    scheme = _foreign(address)
    written = re.escape(address[:1] if scheme else address.partition("&")[0])
    where = partial(_place, rf"<a\b[^<>]*\bhref\s*=\s*[\"']?\s*{written}", f"a {written}", source_map, seen)
    if scheme:
        message = f"The scheme '{scheme}:' is not allowed."
        yield Diagnostic(rule=Rule.LINK_SCHEME, location=where(), message=message, hint="Write [text](https://…)")
    elif not re.match(r"(?i)https?:|mailto:", address.strip()) and address.removeprefix("#") not in anchors:
        message, hint = (
            f"The address '{address}' of this HTML leads nowhere.",
            "Write [text](../essays/name.md#heading).",
        )
        yield Diagnostic(rule=Rule.LINK_BROKEN, location=where(), message=message, hint=hint)


def _foreign(address: str) -> str:
    """Return the scheme of an address as a browser reads it if it is forbidden, else empty."""
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", address))
    return "" if found is None or found[1].lower() in SCHEMES else found[1]


def _place(pattern: str, what: str, source_map: SourceMap, seen: Counter[str]) -> Location:
    """Return the place of the next piece of HTML that a pattern finds."""
    seen[what] += 1
    return source_map.search(pattern, seen[what] - 1)


def _element(tag: str, source_map: SourceMap, seen: Counter[str]) -> Diagnostic:
    where = _place(_FIRST_HEADING if tag == "h1" else rf"<{re.escape(tag)}\b", tag, source_map, seen)
    hint = "Use Markdown; headings begin at ##." if tag == "h1" else "Use Markdown instead of this element."
    message = f"The element <{tag}> is not allowed."
    return Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint=hint)


def _attribute(element: lxml_html.HtmlElement, name: str, source_map: SourceMap, seen: Counter[str]) -> Diagnostic:
    within = rf"(?:<{element.tag}\b[^<>]*?|\{{:?[^}}\n]*?)(?<![\w-])"
    where = _place(rf"{within}(?P<at>{re.escape(name)})(?![\w-])", f"{element.tag} {name}", source_map, seen)
    message = f"The attribute '{name}' is not allowed."
    return Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint="Only id and class may be set.")


def written_classes(clean: str, source_map: SourceMap) -> Iterator[tuple[str, Location]]:
    """Yield each class that an author has written, as `{: .note}` or `class="note"`, with its place."""
    lists = re.findall(r'<[a-z][^<>]*\bclass="([^"]*)"', clean)
    names = {name for each in lists for name in unescape(each).split()}
    for found in _names_of_classes(source_map.prose) if names else ():
        if found[0] in names:
            yield found[0], source_map.location(found.start())


def _names_of_classes(text: str) -> Iterator[re.Match[str]]:
    for found in _MARKS.finditer(text):
        yield from _MARKED.finditer(text, *found.span())
    for found in _CLASSES.finditer(text):
        yield from _WORD.finditer(text, *found.span("names"))


def check_ids(anchors: list[str], source_map: SourceMap, kind: DocumentKind) -> Iterator[Diagnostic]:
    """Yield a problem for each id that stands twice, or that the page has itself."""
    for name, count in sorted(Counter(anchors).items()):
        written = rf"\{{[^}}\n]*#{re.escape(name)}(?![\w-])|\bid\s*=\s*[\"']?{re.escape(name)}(?![\w-])"
        if is_own(name, kind):
            message = f"The page has a part '{name}' of its own."
            where = source_map.search(written)
            yield Diagnostic(rule=Rule.HEADING_DUPLICATE, location=where, message=message, hint="Give it another id.")
        elif count > 1:
            message = f"The id '{name}' stands here twice."
            where = source_map.search(written, 1)
            yield Diagnostic(rule=Rule.HEADING_DUPLICATE, location=where, message=message, hint="Give one another id.")
