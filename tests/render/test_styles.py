"""Style sheets are joined from their parts, in the order the sheet says.

What is missing or unused is named.
"""

from dataclasses import replace

import pytest

from generator.render.styles import check_styles, style_texts
from generator.sources.files import Source, Sources


def project(**files: str) -> Sources:
    """Return sources of templates; `_` in a name stands for a slash."""
    paths = {f"templates/{name.replace('_', '/')}.css": text for name, text in files.items()}
    return Sources(files={path: Source(path=path, data=text.encode()) for path, text in paths.items()})


def problems(sources: Sources) -> list[str]:
    return [f"{found.location} {found.rule.value}: {found.message}" for found in check_styles(sources)]


SHEET = '@import "../b/b.css";\n@import "../a/a.css";\n'


def test_parts_stand_in_the_order_of_the_sheet() -> None:
    sources = project(styles_style=SHEET, a_a="a{}", b_b="b{}", styles_more="c{}")
    assert style_texts(sources) == {"style.css": "b{}\na{}\n", "more.css": "c{}"}
    assert problems(sources) == []


def test_a_sheet_of_ones_own_is_added_to_the_one_that_every_page_loads() -> None:
    sources = project(styles_style=SHEET, a_a="a{}", b_b="b{}", styles_own='@import "../c/c.css";d{}', c_c="c{}")
    assert style_texts(sources) == {"style.css": "b{}\na{}\nc{}d{}"}
    assert problems(sources) == []


def test_a_part_that_is_missing_is_told_at_its_line() -> None:
    assert problems(project(styles_style=SHEET, b_b="b{}")) == [
        "templates/styles/style.css:2:1 file-missing: The style sheet imports templates/a/a.css, which is missing."
    ]


def test_a_part_that_no_sheet_names_is_told() -> None:
    assert problems(project(styles_style=SHEET, a_a="a{}", b_b="b{}", c_c="c{}")) == [
        "templates/c/c.css:1:1 template-error: No sheet in templates/styles imports this one, so no page has it."
    ]


def test_a_project_without_a_sheet_is_told_once() -> None:
    assert problems(project(a_a="a{}")) == ["templates/styles:1:1 file-missing: There is no style sheet."]


@pytest.mark.parametrize(
    ("files", "template", "expected"),
    [
        ({"styles_custom": "a{}"}, "", 'custom.css Add `@import "custom.css";` to templates/styles/own.css.'),
        ({"styles_owns": "a{}"}, "", "owns.css Did you mean 'own.css'?"),
        ({"styles_styles": "a{}"}, "", "styles.css Did you mean 'style.css'?"),
        ({"styles_custom": "a{}"}, "{{ styles.other }}{# styles.custom #}styles.custom", "custom.css Add"),
        ({"styles_custom": "a{}"}, "{{ styles.custom }}", ""),
        ({"styles_custom": "a{}"}, "{% for name in styles %}{{ styles[name] }}{% endfor %}", ""),
        ({"styles_custom": "a{}", "styles_own": '@import "custom.css";'}, "", ""),
        ({"styles_own": "a{}", "styles_style": "b{}"}, "", ""),
    ],
)
def test_a_sheet_that_no_page_loads_is_told(files: dict[str, str], template: str, expected: str) -> None:
    theme = {"styles/style.css": Source(path="theme:styles/style.css", data=b"")}
    own = {"templates/home.html": Source(path="templates/home.html", data=template.encode())}
    theirs = {"templates/styles/style.css": theme["styles/style.css"]}
    sources = Sources(files={**theirs, **project(**files).files, **own}, theme=theme)
    found = "".join(f"{each.location.path} {each.rule}: {each.hint}" for each in check_styles(sources))
    told = expected.replace(".css ", ".css template-unused: ", 1)
    assert found.startswith(f"templates/styles/{told}" if told else "")
    assert bool(found) == bool(told)
    assert list(check_styles(replace(sources, theme={}))) == []


def test_parts_of_the_theme_are_not_told_where_a_sheet_of_the_project_takes_the_place_of_theirs() -> None:
    part = Source(path="theme:components/lists/lists.css", data=b"a{}")
    sources = project(styles_lists=".ours{}", styles_own="")
    files = {**sources.files, "templates/components/lists/lists.css": part}
    theme = {"styles/lists.css": Source(path="theme:styles/lists.css", data=b""), "components/lists/lists.css": part}
    assert problems(replace(sources, files=files, theme=theme)) == []


def test_what_an_imported_sheet_imports_is_told_at_its_line() -> None:
    sources = project(styles_own='@import "../a/a.css";', a_a='a{}\n@import "../b/b.css";', b_b="b{}")
    assert problems(sources) == [
        "templates/a/a.css:2:1 template-error: A sheet that another imports cannot import a further one."
    ]


def test_an_import_in_a_remark_is_none() -> None:
    sources = project(styles_style='/* @import "../a/a.css"; */ c{}', a_a="/* a */ a{}")
    assert style_texts(sources) == {"style.css": '/* @import "../a/a.css"; */ c{}'}
    assert [each.partition(": ")[0] for each in problems(sources)] == ["templates/a/a.css:1:1 template-error"]
