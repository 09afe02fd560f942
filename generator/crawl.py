"""The finished site read as a browser would: every link, anchor and asset must exist."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.urls import output_path

LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("use", "href"))


def check_site(site: Path, base: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the HTML below `site`, published under the path `base`."""
    pages = {p.relative_to(site).as_posix(): html.parse(str(p)).getroot() for p in sorted(site.rglob("*.html"))}
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    anchors = {path: [str(i) for i in root.xpath("//@id")] for path, root in pages.items()}
    found = (d for path, root in pages.items() for d in _check_page(path, root, base, files, anchors))
    return tuple(found)


def _check_page(
    path: str, root: html.HtmlElement, base: str, files: set[str], anchors: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    for name in sorted({i for i in anchors[path] if anchors[path].count(i) > 1}):
        yield _fault(path, f"The id '{name}' stands twice on the page.")
    for tag, attribute in LINKS:
        for element in root.iter(tag):
            address = element.get(attribute)
            if address is not None and not (tag == "link" and element.get("rel") == "canonical"):
                yield from _check_link(path, address, base, files, anchors)


def _check_link(
    path: str, address: str, base: str, files: set[str], anchors: Mapping[str, list[str]]
) -> Iterator[Diagnostic]:
    parts = urlsplit(address)
    if parts.scheme in {"http", "https", "mailto"}:
        return
    if parts.scheme or parts.netloc:
        yield _fault(path, f"The link '{address}' has an address that no page may have.")
        return
    target = _target(path, unquote(parts.path), base)
    if target is None or target not in files:
        yield _fault(path, f"The link '{address}' leads nowhere.")
    elif parts.fragment and parts.fragment not in anchors.get(target, ()):
        yield _fault(path, f"The link '{address}' leads to a part of the page that does not exist.")


def _target(path: str, link: str, base: str) -> str | None:
    """Return the file a link leads to, or None where it leaves the site."""
    if not link:
        return path
    if not link.startswith("/"):
        return output_path("/" + normpath(join(dirname(path), link)) + ("/" if link.endswith("/") else ""))
    return output_path(link[len(base) :]) if link.startswith(f"{base}/") else None


def _fault(path: str, message: str) -> Diagnostic:
    hint = "A template or a document makes this link; find it by the page named here."
    return Diagnostic(rule=Rule.LINK_BROKEN, location=Location(path=f"site/{path}"), message=message, hint=hint)
