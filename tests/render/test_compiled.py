"""Compiled templates: shared by equal sources, never by others."""

from generator.render.environment import make_environment
from generator.sources.files import Source, Sources


def rendered(text: str) -> str:
    sources = Sources(files={"templates/a.html": Source(path="templates/a.html", data=text.encode())})
    return make_environment(sources).get_template("a.html").render(name="<b>")


def test_a_source_that_changed_is_compiled_anew_and_one_that_came_back_too() -> None:
    for text, shown in (
        ("1 {{ name }}", "1 &lt;b&gt;"),
        ("2 {{ name }}", "2 &lt;b&gt;"),
        ("1 {{ name }}", "1 &lt;b&gt;"),
    ):
        assert rendered(text) == rendered(text) == shown
