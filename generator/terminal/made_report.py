"""What a page or file was made of, and why it was or was not made anew in the last build, as text."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.outputs.made_of import OBSERVATIONS, PageStory, Part, Since, Story
from generator.publish.write import Anew
from generator.sources.files import STATIC
from generator.terminal.asked_page import find_file, find_gone, find_page

ENTRIES: Mapping[str, tuple[str, ...]] = {
    "settings/": ("site.yaml",),
    "layout/": ("content/profile.yaml",),
    "narrative/": ("content/narrative.yaml",),
    "catalog/": ("data/catalog/", "data/indices/"),
    "statements/": ("data/claims/",),
}
"""Where the sources of an entry lie, by what its name begins with."""

SOURCES: Mapping[str, tuple[str, ...]] = {
    Part.ADDRESS: ("site.yaml",),
    Part.DATA: ("data/", "site.yaml"),
    Part.ANSWERS: (OBSERVATIONS,),
    Part.ENTRIES: tuple(chain.from_iterable(ENTRIES.values())),
    Part.TITLES: ENTRIES["layout/"],
    Part.MAPS: ("data/geo/",),
    Part.TEXTS: ("content/", "static/"),
    Part.TEMPLATES: ("templates/", "theme:"),
    Part.CODE: (),
}
"""Where the sources of a part lie."""

MEANING: Mapping[str, str] = {
    Part.ADDRESS: "base_url in site.yaml, or --base-url",
    Part.DATA: "countries, groups, lists, scorecards, indices and imports, and the settings that shape data",
    Part.ANSWERS: "what observations answer to the questions that it asks of them",
    Part.ENTRIES: "what it reads of site.yaml, content/profile.yaml, content/narrative.yaml, catalog and statements",
    Part.TITLES: "the titles of its sections in content/profile.yaml, if it is a profile",
    Part.MAPS: "data/geo/",
    Part.TEXTS: "its own text and briefs, and the titles and addresses of those it may lead to",
    Part.TEMPLATES: "all templates, styles and scripts",
    Part.CODE: "the program and its libraries",
}
OF_FILES: Mapping[str, tuple[str, ...]] = {
    Part.DATA: SOURCES[Part.DATA],
    Part.TEMPLATES: (*SOURCES[Part.TEMPLATES], "site.yaml"),
}
"""Where the sources of other files lie: styles have colours of the settings."""

ELSE: Mapping[str, str] = {
    Part.CODE: "this program, or a library",
    Part.ADDRESS: MEANING[Part.ADDRESS],
    "settings/base_url": MEANING[Part.ADDRESS],
}
"""What may have changed where no source has."""
MADE: Mapping[str, str] = {
    Anew.NEW: ": there was none before",
    Anew.CHANGED: " anew, and has changed",
    Anew.SAME: " anew, to the same bytes as before",
    Anew.MENDED: " anew: in site/ it was not as it had been made",
}
"""What is said of a file that was made."""
SAME = ": the same to the byte"
FEW = 8
"""As many of a list are shown on a terminal."""
ALL = "Lists are cut for the terminal, and whole in a file or pipe: add | less."


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list in a line; where it is cut, `more` says how many are left out."""

    items: tuple["Line", ...]
    begin: str = "  "
    between: str = ", "
    more: str = " and {:,} more"
    end: str = ""


Line = str | Listed


def render_story(story: Story, asked: str, since: Since | None = None, *, few: int | None = None) -> str | None:
    """Return the answer to `--explain`, ending with a line break; None if nothing that is known is meant.

    `since` has what is another now, if that is known. Of a list no more than `few` are shown, of all the first.
    """
    if not (answer := tuple(_answer(story, asked, since or Since()))):
        return None
    lines = (*_not_built(since), *answer)
    whole, cut = ("".join(f"{_text(line, most)}\n" for line in lines) for most in (None, few))
    return cut if cut == whole else f"{cut}{ALL}\n"


def _text(line: Line, few: int | None) -> str:
    """Return a line, with as many of a list as are to be shown."""
    if isinstance(line, str):
        return line
    shown = line.between.join(_text(item, few) for item in line.items[:few])
    left = len(line.items[few:]) if few is not None else 0
    return f"{line.begin}{shown}{line.more.format(left) if left else ''}{line.end}"


def _not_built(since: Since | None) -> Iterator[Line]:
    """Yield what the answer does not tell of: what no build has read yet, and builds that left no story."""
    if since == Since():
        yield "No source has changed since the last build that wrote site/."
        yield "A later one that said “Nothing changed” made nothing, and is not meant below."
    elif since:
        yield "Since the last build, of which this tells, have changed:"
        yield from _sources_of(_changed(since.changed))
        yield from (f"  {ELSE[Part.CODE]}",) if since.program else ()
        yield "The next build reads them, and makes anew what becomes another by them."


def _sources_of(changed: tuple[Line, ...]) -> Iterator[Line]:
    """Yield a line with changed sources, if there are any."""
    yield from (Listed(items=changed),) if changed else ()


def _answer(story: Story, asked: str, since: Since) -> Iterator[Line]:
    """Yield the lines of the answer; none if nothing that is known is meant."""
    url, path, source = find_page(story, asked), find_file(story, asked), asked.removeprefix("./")
    if url is not None:
        yield from _of_page(story, url, (path,) if path else story.pages[url].files)
    elif path is not None:
        yield f"{path} is no page's own."
        yield from _of_file(story, path)
    elif gone := find_gone(story, asked):
        yield f"{gone} is no page any more: only the build before had it."
        yield from _since(story)
    if url is None and source in {*story.sources, *story.changed, *since.changed}:
        yield from _of_source(story, source, since)


def _count(files: tuple[str, ...]) -> str:
    return f"{len(files)} {'file' if len(files) == 1 else 'files'}"


def _made_of(parts: Mapping[str, str]) -> Iterator[str]:
    yield "It is made of"
    yield from (f"  {name:<10} {meaning}" for name, meaning in parts.items())


def _of_page(story: Story, url: str, paths: tuple[str, ...]) -> Iterator[Line]:
    """Yield what a page is made of, whether and why it was planned in the last build, and some files."""
    page = story.pages[url]
    yield f"{url} is a page of {_count(page.files)}."
    yield from _made_of(MEANING)
    yield _plan_of(page)
    yield from _reasons(story, page.differs or ())
    yield from _files(story, page, paths)


def _plan_of(page: PageStory) -> Line:
    """Return whether the page was planned in the last build, and why."""
    if not page.planned and page.differs:
        return "The last build did not plan it again: it put other titles of sections in their places."
    if not page.planned:
        return "The last build did not plan it: nothing of these differed from the build before."
    if page.differs is None:
        return "The last build planned it: no build before is known that had it."
    if not page.differs:
        return "The last build planned it, as the site before no longer had all its files; nothing else differed."
    return Listed(items=page.differs, begin="The last build planned it again, because of ", between=" and ", end=":")


def _reasons(story: Story, differs: tuple[str, ...]) -> Iterator[Line]:
    """Yield the parts that differ, each with the sources of its kind that changed."""
    lines = tuple(_reason(part, _changed(story.changed, partial(_is_of, part))) for part in differs)
    yield from (Listed(items=lines, begin="", between="\n", more=""),) if lines else ()


def _reason(part: str, changed: tuple[Line, ...]) -> Line:
    """Return a part with its sources; of several not each need be what the page reads."""
    some = "one or more of " if len(changed) > 1 else ""
    none = ELSE.get(part, "no source of its own changed")
    return Listed(items=changed or (none,), begin=f"  {part:<10} {some}")


def _changed(sources: Mapping[str, str], is_meant: Callable[[str], bool] = bool) -> tuple[Line, ...]:
    """Return the changed sources that are meant: `data/b.csv (new)`, `data/c.csv (gone)`."""
    return tuple(f"{path} ({how})" for path, how in sources.items() if is_meant(path))


def _is_of(part: str, path: str) -> bool:
    sources = SOURCES.get(part) or next((places for begin, places in ENTRIES.items() if part.startswith(begin)), ())
    noted = (*ENTRIES["catalog/"][:1], *ENTRIES["statements/"])
    elsewhere = {Part.TEXTS: (*SOURCES[Part.TITLES], *ENTRIES["narrative/"]), Part.DATA: noted}
    own = path.startswith(sources) and (part == Part.ANSWERS or not path.startswith(OBSERVATIONS))
    return own and not path.startswith(elsewhere.get(Part(part), ()) if part in SOURCES else ())


def _files(story: Story, page: PageStory, paths: Iterable[str]) -> Iterator[str]:
    """Yield of each file whether it was made anew."""
    for path in paths:
        if how := story.anew.get(path):
            yield f"{path} was made{MADE[how]}."
        else:
            why = "what is on it is the same" if page.planned else "nothing it is made of differed"
            yield f"{path} was taken over: {why}."


def _of_file(story: Story, path: str) -> Iterator[Line]:
    """Yield what can be said of a file of data, a style or a feed: its key has its own rows or texts."""
    how = story.anew.get(path)
    if how is None:
        yield "The last build took it over: the rows, texts and code it is made of were the same."
        return
    yield f"The last build made it{MADE[how]}."
    if story.differs is None:
        yield "No build before is known."
    elif how != Anew.MENDED and (reasons := tuple(_reasons_of_file(story, path))):
        yield "Of what such files are made of have changed since the build before:"
        yield from reasons


def _reasons_of_file(story: Story, path: str) -> Iterator[Line]:
    """Yield what has changed of all that a file of its kind is made of."""
    own, kind = f"{STATIC}{path}", story.others[path]
    if own in story.sources:
        yield from _sources_of(_changed(story.changed, own.__eq__))
        return
    yield from _sources_of(_changed(story.changed, partial(_is_below, OF_FILES[kind]) if kind else bool))
    yield from (f"  {ELSE[part]}" for part in (Part.CODE, Part.ADDRESS) if part in (story.differs or ()))


def _is_below(places: tuple[str, ...], path: str) -> bool:
    return path.startswith(places)


def _since(story: Story) -> Iterator[Line]:
    """Yield what has changed since the build before."""
    yield "Since the build before have changed:"
    yield Listed(items=_changed(story.changed) or (ELSE[Part.CODE],))


def _of_source(story: Story, path: str, since: Since) -> Iterator[Line]:
    """Yield how a source has changed, and which pages differed in what sources of its kind say."""
    if how := since.changed.get(path):
        yield f"{path} is a source: {_how_since(how, 'the last build')}."
        yield from (f"Before that: {_state(story, path)}.",) if path in {*story.sources, *story.changed} else ()
    else:
        yield f"{path} is a source: {_state(story, path)}."
    if path in story.changed:
        touched = tuple(sorted(_touched(story, path), key=lambda line: line.endswith(SAME)))
        yield f"{'Pages that' if touched else 'No page'} differed in what such sources say{':' if touched else '.'}"
        yield from (Listed(items=touched, begin="", between="\n", more="\n  and {:,} more"),) if touched else ()


def _touched(story: Story, path: str) -> Iterator[str]:
    """Yield the pages that differed in what sources of the kind of this one say, in their order."""
    for url, page in story.pages.items():
        if any(_is_of(part, path) for part in _differs(page)):
            others = {Anew.NEW, Anew.CHANGED}.intersection(map(story.anew.get, page.files))
            yield f"  {url}{'' if others else SAME}"


def _differs(page: PageStory) -> tuple[str, ...]:
    """Return the parts of a page that differ; of a new one its texts."""
    return (Part.TEXTS,) if page.differs is None else page.differs


def _state(story: Story, path: str) -> str:
    if story.differs is None:
        return "no build before the last is known"
    how = story.changed.get(path)
    return _how_since(how, "the build before") if how else "the last build and the one before read the same"


def _how_since(how: str, build: str) -> str:
    """Return how a source has changed since a build: `changed since the last build: KAZ 2024`."""
    verb, colon, rows = how.partition(": ")
    return f"{verb} since {build}{colon}{rows}"
