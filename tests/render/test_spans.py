"""Where the titles of a profile's sections stand in its HTML: known if a template writes them only."""

from dataclasses import replace

import pytest

from generator.cache import MemoryCache
from generator.pages.records.page import CountryPage, Page
from generator.pages.titles import titles_on, with_titles
from generator.prepare import Prepared, prepare
from generator.render.environment import Drawers, make_renderer
from generator.render.spans import Spans, exchanged, is_plain, render_with_spans
from generator.sources.files import Source
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs

NO_DRAWINGS = Drawers(chart=lambda _drawing, _chart: "", locator=lambda _locator: "")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    root = tmp_path_factory.mktemp("titles") / "project"
    write_starter(root)
    return prepare(root, base_url=None, cache=MemoryCache())


@pytest.fixture(scope="module")
def profile(made: Prepared) -> CountryPage:
    assert made.site
    page = made.site.page(made.site.by_url["/countries/kazakhstan/"])
    assert isinstance(page, CountryPage)
    return page


def rendered(made: Prepared, page: Page, title: str = "{{ section.title }}") -> tuple[str, Spans, str]:
    """Return HTML and spans with a theme that shows titles in its way, and HTML without marks."""
    assert made.site
    path, config = "templates/country.html", made.site.config
    theme = made.sources.files[path].data.decode()
    text = theme.replace("{{ heading(section.id, section.title) }}", f"<h2>{title}</h2>").encode()
    sources = replace(made.sources, files={**made.sources.files, path: Source(path=path, data=text)})
    renderer = make_renderer(sources, config.base_url, finder="finder.json", look=config.look)
    return *render_with_spans(renderer, page, NO_DRAWINGS), renderer.render(page, NO_DRAWINGS)


def test_other_titles_in_their_places_make_the_page_that_has_them(made: Prepared, profile: CountryPage) -> None:
    other = {name: f"Of {title} and more" for name, title in titles_on(profile).items()}
    text, spans, plain = rendered(made, profile)
    after, places, wanted = rendered(made, with_titles(profile, tuple(other.items())))
    assert text == plain
    assert {name for name, _begin, _end in spans} == set(other)
    assert exchanged(text, spans, other) == (after, places)
    assert after == wanted


@pytest.mark.parametrize(
    "title",
    [
        "{{ section.title|upper }}",
        "{{ section.title[0] }}",
        "{{ section.title|length }}",
        "{{ 'x' ~ section.title }}",
        "{% if section.title == 'People' %}x{% endif %}",
        "{% if 'P' in section.title %}x{% endif %}",
        "{% if section.title is string %}x{% endif %}",
        "{% for letter in section.title %}x{% endfor %}",
        "{{ section.title|tojson }}",
        "{{ section.title|forceescape }}\ufdd0",
    ],
)
def test_a_title_that_is_looked_into_stands_nowhere(made: Prepared, profile: CountryPage, title: str) -> None:
    text, spans, plain = rendered(made, profile, title)
    assert text == plain
    assert spans == ()


def test_a_title_that_filters_could_change_stands_nowhere(made: Prepared, profile: CountryPage) -> None:
    titles = tuple((name, f"{title} & more") for name, title in titles_on(profile).items())
    text, spans, plain = rendered(made, with_titles(profile, titles), "{{ section.title|safe }}")
    assert (text, spans) == (plain, ())
    assert "& more</h2>" in text


def test_a_plain_title_is_the_same_escaped_and_stripped() -> None:
    assert is_plain("Tourism and culture, 2019–2021")
    assert not any(map(is_plain, ("A & B", "<b>", "two  spaces", " before", "it's")))
