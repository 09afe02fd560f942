"""The finished site read as a browser would: every link, anchor and asset must exist."""

import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Self, cast
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from generator.cache import Cache, read_json
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.state.modules import modules_digest
from generator.state.stamps import stamps_below
from generator.urls import output_path

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "href"))
FETCHED = (*LINKS[1:], ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src"))
SCALED = ("source", "img")
"""Elements whose addresses may be of several widths."""
TAGS = tuple(dict.fromkeys(tag for tag, _attribute in (*LINKS, *FETCHED)))
"""Elements that may have addresses."""
READ = (".html", ".svg")
"""Endings of the files that are read: pages, and drawings whose parts have addresses."""
LOADING = frozenset(("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"))
STATE_KEY = "seen"
"""What stands in the state file under this name: what was seen of pages."""
FROM_ANYWHERE = ("/", "https:", "http:", "mailto:")
"""What an address begins with that leads to the same from every page."""
Elements = Mapping[str, Sequence[html.HtmlElement]]
"""Elements of a page by tag, in order."""
Known = dict[str, str]
"""What is wrong with addresses that lead to the same from any page, `/a/#b`; empty where nothing is."""
_IDS = etree.XPath("//@id", smart_strings=False)  # texts that know their elements take twice as long
_ID = re.compile(r'\sid="([^"]+)"')
_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')\s]+)|@import\s+[\"']([^\"']+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """What the crawl keeps of a page: ids, repeated ids, and addresses in order of first use."""

    twice: tuple[str, ...] = ()
    ids: frozenset[str] = frozenset()
    addresses: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    """Addresses elsewhere that a browser would fetch with the page."""
    empty: bool = False

    @classmethod
    def of(
        cls,
        twice: tuple[str, ...],
        ids: tuple[str, ...],
        addresses: tuple[str, ...],
        foreign: tuple[str, ...],
        empty: tuple[str, ...],
    ) -> Self:
        """Return the page of its parts."""
        return cls(twice=twice, ids=frozenset(ids), addresses=addresses, foreign=foreign, empty=bool(empty))

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """Return the page as texts."""
        return self.twice, tuple(sorted(self.ids)), self.addresses, self.foreign, ("empty",) * self.empty


Links = Mapping[str, tuple[tuple[str, ...], ...]]
"""What the crawl keeps of pages and drawings, in parts, by the digest of their bytes."""


def read_pages(
    site: Path, made: Mapping[str, tuple[str, str]], state: Cache | None, read: Links | None = None
) -> dict[str, SeenPage]:
    """Return what the crawl keeps of each page and drawing, by path; what is known is not read again.

    `made` has key and digest of each file, `read` what those who wrote pages have read of them.
    """
    known = _known(state) | {digest: SeenPage.of(*parts) for digest, parts in (read or {}).items()}
    digests = {path: digest for path, (_key, digest) in sorted(made.items()) if path.endswith(READ)}
    pages = {path: known.get(digest) or _read(site / path) for path, digest in digests.items()}
    if state is not None:
        seen = {digest: [list(part) for part in pages[path].parts()] for path, digest in digests.items()}
        state.put(STATE_KEY, json.dumps({"program": modules_digest(__name__), "pages": seen}).encode())
    return pages


def _known(state: Cache | None) -> dict[str, SeenPage]:
    """Return the pages in the state file, by the digest of their bytes; none if they cannot be read."""
    try:
        kept = read_json((state and state.get(STATE_KEY)) or b"{}")
        pages = kept["pages"] if kept.get("program") == modules_digest(__name__) else {}
        return {digest: SeenPage.of(*(tuple(map(str, part)) for part in parts)) for digest, parts in pages.items()}
    except (ValueError, AttributeError, TypeError, KeyError):
        return {}


def check_site(site: Path, base: str, pages: Mapping[str, SeenPage] | None = None) -> tuple[Diagnostic, ...]:
    """Return the problems of the HTML below `site`, published under the path `base`.

    `pages` are its pages and drawings as they were read.
    """
    if pages is None:
        pages = {p.relative_to(site).as_posix(): _read(p) for p in sorted(site.rglob("*")) if p.suffix in READ}
    files = set(stamps_below(site, hidden=True))
    anchors = {path: seen.ids for path, seen in pages.items()}
    return (*_check_all(pages, base, files, anchors), *_check_styles(site, files, base))


def check_pages(pages: Mapping[str, SeenPage], base: str, files: Container[str]) -> tuple[Diagnostic, ...]:
    """Return the problems of some pages of a site, by path, before anything is written.

    `files` has the paths of all files; the parts of a page that is not among these are taken to be there.
    """
    return tuple(_check_all(pages, base, files, {path: seen.ids for path, seen in pages.items()} | {"": _Anything()}))


def see_page(text: bytes) -> SeenPage:
    """Return what the crawl keeps of a page that is not written yet."""
    return _seen(html.fromstring(text)) if text.strip() else SeenPage(empty=True)


class _Anything:
    """The parts of a page that nobody looked at."""

    def __contains__(self, name: object) -> bool:
        return True


def _check_all(
    pages: Mapping[str, SeenPage], base: str, files: Container[str], anchors: Mapping[str, Container[str]]
) -> Iterator[Diagnostic]:
    known: Known = {}
    return _once(d for path, seen in pages.items() for d in _check_page(path, seen, base, files, anchors, known))


def _once(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield each problem once, at its first page, with the number of others: a template makes it."""
    pages: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        pages.setdefault(problem.message, []).append(problem)
    for message, (first, *others) in pages.items():
        more = f" So it is on {len(others)} more {'page' if len(others) == 1 else 'pages'}." if others else ""
        yield replace(first, message=f"{message}{more}")


def _check_styles(site: Path, files: set[str], base: str) -> Iterator[Diagnostic]:
    """Yield a problem for each address in a style sheet that is no file of the site."""
    for path in sorted(files):
        if not path.endswith(".css"):
            continue
        for wrong, _at in astray(path, (site / path).read_text("utf-8"), base, files):
            yield _fault(path, wrong)


def astray(path: str, sheet: str, base: str, files: Container[str]) -> Iterator[tuple[str, int]]:
    """Yield what is wrong with addresses in the style sheet at a path, and where each stands in it."""
    for found in _STYLE_ADDRESS.finditer(sheet):
        address = found[1] or found[2]
        if not address.startswith(("data:", "#")) and _target(path, address, base) not in files:
            place = found.start(1) if found[1] else found.start(2)
            yield f"The style sheet loads '{address}', which is no file of the site.", place


def _read(page: Path) -> SeenPage:
    return SeenPage.of(*read_links(page.name, page.read_bytes()))


def read_links(path: str, data: bytes) -> tuple[tuple[str, ...], ...]:
    """Return links and ids of a page, of a drawing its ids, in parts; none of any other file.

    A tree is dropped, as all fill the memory.
    """
    if path.endswith(".svg"):
        return SeenPage(ids=frozenset(_ID.findall(data.decode("utf-8", "replace")))).parts()
    if not path.endswith(READ):
        return ()
    root = html.parse(BytesIO(data)).getroot() if data.strip() else None
    return (SeenPage(empty=True) if root is None else _seen(root)).parts()


def _seen(root: html.HtmlElement) -> SeenPage:
    ids, elements = Counter(cast("list[str]", _IDS(root))), _by_tag(root)
    return SeenPage(
        twice=tuple(sorted(i for i, count in ids.items() if count > 1)),
        ids=frozenset(ids),
        addresses=tuple(dict.fromkeys(_addresses(elements))),
        foreign=tuple(dict.fromkeys(_foreign(elements))),
    )


def _by_tag(root: html.HtmlElement) -> Elements:
    """Return the elements that may have addresses, found in one walk over the page."""
    found: dict[str, list[html.HtmlElement]] = {tag: [] for tag in TAGS}
    for element in root.iter(*TAGS):
        found[element.tag].append(element)
    return found


def _foreign(elements: Elements) -> Iterator[str]:
    """Yield the addresses on other hosts from which the page would load something."""
    for tag, attribute in FETCHED:
        for element in elements[tag]:
            address = str(element.get(attribute, ""))
            fetched = tag != "link" or not LOADING.isdisjoint(str(element.get("rel", "")).split())
            if fetched and address.startswith(("http:", "https:", "//")):
                yield address


def _addresses(elements: Elements) -> Iterator[str]:
    for tag, attribute in LINKS:
        for element in elements[tag]:
            address = element.get(attribute)
            if address is not None and not (tag == "link" and element.get("rel") == "canonical"):
                yield str(address)
    for element in chain.from_iterable(elements[tag] for tag in SCALED):
        yield from (each.split()[0] for each in str(element.get("srcset", "")).split(",") if each.strip())


def _check_page(
    path: str, seen: SeenPage, base: str, files: Container[str], anchors: Mapping[str, Container[str]], known: Known
) -> Iterator[Diagnostic]:
    if seen.empty:
        yield _fault(path, "The page is empty.")
    for address in seen.foreign:
        yield _fault(path, f"The page loads '{address}' from elsewhere.")
    for name in seen.twice:
        yield _fault(path, f"The id '{name}' stands twice on the page.")
    for address in seen.addresses:
        if address[:1] == "#" and address[1:] in seen.ids:
            continue
        from_anywhere = address.startswith(FROM_ANYWHERE)
        wrong = known.get(address) if from_anywhere else None
        if wrong is None:
            wrong = _wrong_with(path, address, base, files, anchors)
            if from_anywhere:
                known[address] = wrong
        if wrong:
            yield _fault(path, wrong)


def _wrong_with(
    path: str, address: str, base: str, files: Container[str], anchors: Mapping[str, Container[str]]
) -> str:
    """Return what is wrong with an address on a page, empty where nothing is."""
    parts = urlsplit(address)
    if parts.scheme in {"http", "https", "mailto"}:
        return ""
    if parts.scheme or parts.netloc:
        return f"The link '{address}' has an address that no page may have."
    target = _target(path, unquote(parts.path), base)
    if target is None or target not in files:
        return f"The link '{address}' leads nowhere."
    if parts.fragment and parts.fragment not in anchors.get(target, anchors.get("", ())):
        return f"The link '{address}' leads to a part of the page that does not exist."
    return ""


def _target(path: str, link: str, base: str) -> str | None:
    """Return the file a link leads to, or None where it leaves the site."""
    if not link:
        return path
    if not link.startswith("/"):
        within = normpath(join(dirname(path), link))
        return output_path("/" if within == "." else f"/{within}/" if link.endswith("/") else f"/{within}")
    return output_path(link[len(base) :]) if link.startswith(f"{base}/") else None


def _fault(path: str, message: str) -> Diagnostic:
    hint = "A template or a document makes this link; find it by the page named here."
    return Diagnostic(rule=Rule.LINK_BROKEN, location=Location(path=f"site/{path}"), message=message, hint=hint)
