"""Feeds as files: the elements of Atom (RFC 4287), filled from the records of `pages.feeds`."""

from lxml import etree

from generator.pages.feeds import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACES: dict[str | None, str] = {None: ATOM}


def render_feed(feed: Feed) -> bytes:
    """Return the feed's XML."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=NAMESPACES)  # type: ignore[arg-type]  # the stubs forget the default namespace
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _texts(root, (("id", feed.id), ("title", feed.title), ("updated", _instant(feed.updated))))
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=feed.self_url)
    etree.SubElement(root, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=feed.home)
    _author(root, feed.author)
    for entry in feed.entries:
        _entry(etree.SubElement(root, f"{{{ATOM}}}entry"), entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entry(element: etree._Element, entry: Entry) -> None:
    when = _instant(entry.day)
    _texts(element, (("id", entry.id), ("title", entry.title), ("updated", when), ("published", when)))
    etree.SubElement(element, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=entry.url)
    for name in entry.authors:
        _author(element, name)
    _texts(element, (("summary", entry.summary),))


def _author(parent: etree._Element, name: str) -> None:
    _texts(etree.SubElement(parent, f"{{{ATOM}}}author"), (("name", name),))


def _texts(parent: etree._Element, pairs: tuple[tuple[str, str], ...]) -> None:
    for tag, text in pairs:
        etree.SubElement(parent, f"{{{ATOM}}}{tag}").text = text


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
