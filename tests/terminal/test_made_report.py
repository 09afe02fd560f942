"""The answer to `--explain`: what a page or file is made of, and why it was or was not made anew."""

from dataclasses import replace

from generator.outputs.made_of import PageStory, Since, Story
from generator.terminal.made_report import FEW, render_story

PAGE = PageStory(texts="t", files=("a/index.html", "a/charts.svg"), planned=True, differs=("data", "texts"))
CHANGED = {"content/a.md": "changed", "content/profile.yaml": "changed", "data/b.csv": "new", "theme:x.html": "gone"}
STORY = Story(
    pages={"/a/": PAGE}, others={"a/data.csv": ""}, anew={"a/index.html": "changed"}, changed=CHANGED, differs=()
)


def told(page: PageStory, *, anew: str = "", asked: str = "a/index.html") -> str:
    made = {"a/index.html": anew} if anew else {}
    text = render_story(replace(STORY, pages={"/a/": page}, anew=made), asked, few=FEW)
    assert text is not None
    return text


def test_a_page_planned_again_names_parts_and_sources() -> None:
    assert render_story(STORY, "/a/") == (
        "/a/ is a page of 2 files.\n"
        "It is made of\n"
        "  address    base_url in site.yaml, or --base-url\n"
        "  data       countries, groups, lists, scorecards, indices and imports, and the settings that shape data\n"
        "  answers    what observations answer to the questions that it asks of them\n"
        "  entries    what it reads of site.yaml, content/profile.yaml, content/narrative.yaml, catalog and statements\n"
        "  titles     the titles of its sections in content/profile.yaml, if it is a profile\n"
        "  maps       data/geo/\n"
        "  texts      its own text and briefs, and the titles and addresses of those it may lead to\n"
        "  templates  all templates, styles and scripts\n"
        "  code       the program and its libraries\n"
        "The last build planned it again, because of data and texts:\n"
        "  data       data/b.csv (new)\n"
        "  texts      content/a.md (changed)\n"
        "a/index.html was made anew, and has changed.\n"
        "a/charts.svg was taken over: what is on it is the same.\n"
    )


def test_why_a_page_was_or_was_not_planned() -> None:
    assert "no build before is known" in told(replace(PAGE, differs=None))
    assert "no longer had all its files" in told(replace(PAGE, differs=()))
    kept = replace(PAGE, planned=False, differs=())
    assert told(kept).endswith(
        "did not plan it: nothing of these differed from the build before.\n"
        "a/index.html was taken over: nothing it is made of differed.\n"
    )
    assert told(kept, anew="mended").endswith("a/index.html was made anew: in site/ it was not as it had been made.\n")


def test_made_anew_to_the_same_bytes_is_not_called_changed() -> None:
    assert told(PAGE, anew="same").endswith("a/index.html was made anew, to the same bytes as before.\n")
    assert told(PAGE, anew="changed").endswith("a/index.html was made anew, and has changed.\n")
    assert told(PAGE, anew="new").endswith("a/index.html was made: there was none before.\n")
    both = {"/a/": PAGE, "/b/": replace(PAGE, files=("b/index.html",)), "/c/": replace(PAGE, files=("c/index.html",))}
    made = {"a/index.html": "same", "b/index.html": "changed", "c/index.html": "new"}
    text = render_story(replace(STORY, pages=both, anew=made), "content/a.md") or ""
    assert text.endswith(" what such sources say:\n  /b/\n  /c/\n  /a/: the same to the byte\n")
    data = render_story(replace(STORY, anew={"a/data.csv": "same"}), "a/data.csv") or ""
    assert "The last build made it anew, to the same bytes as before.\nOf what such files are made of" in data


def test_a_page_with_other_titles_was_not_planned() -> None:
    page = replace(PAGE, planned=False, differs=("titles",))
    assert told(page, anew="changed").endswith(
        "did not plan it again: it put other titles of sections in their places.\n"
        "  titles     content/profile.yaml (changed)\n"
        "a/index.html was made anew, and has changed.\n"
    )


def test_of_several_sources_of_a_kind_none_is_said_to_be_the_reason() -> None:
    changed = {"content/a.md": "changed", "content/b.md": "changed", "data/b.csv": "new"}
    text = render_story(replace(STORY, changed=changed), "/a/") or ""
    assert "  data       data/b.csv (new)\n" in text
    assert "  texts      one or more of content/a.md (changed), content/b.md (changed)\n" in text


def test_an_answer_names_observations_and_other_data_do_not() -> None:
    changed = {"data/groups.yaml": "changed", "data/observations/a.csv": "changed"}
    page = replace(PAGE, differs=("data", "answers"))
    text = render_story(replace(STORY, pages={"/a/": page}, changed=changed), "/a/") or ""
    assert "  data       data/groups.yaml (changed)\n  answers    data/observations/a.csv (changed)\n" in text


def test_an_entry_is_named_with_the_files_it_may_stand_in() -> None:
    changed = {"data/catalog/topics.yaml": "changed", "data/groups.yaml": "changed", "content/narrative.yaml": "new"}
    page = replace(PAGE, differs=("catalog/topics/people/title", "narrative/sections", "data"))
    assert (
        "because of catalog/topics/people/title and narrative/sections and data:\n"
        "  catalog/topics/people/title data/catalog/topics.yaml (changed)\n"
        "  narrative/sections content/narrative.yaml (new)\n"
        "  data       data/groups.yaml (changed)\n"
    ) in (render_story(replace(STORY, pages={"/a/": page}, changed=changed), "/a/") or "")
    many = replace(PAGE, differs=tuple(f"catalog/origins/{n}" for n in range(10)))
    assert "and catalog/origins/7 and 2 more:\n" in told(many)


def test_another_address_may_be_of_the_command_line() -> None:
    moved = replace(STORY, pages={"/a/": replace(PAGE, differs=("settings/base_url", "settings/title"))})
    assert (
        "  settings/base_url base_url in site.yaml, or --base-url\n  settings/title no source of its own changed\n"
    ) in (render_story(moved, "/a/") or "")


def test_long_lists_are_cut_and_empty_ones_said() -> None:
    many = replace(STORY, changed={f"data/{n}.csv": "changed" for n in range(10)})
    text = render_story(many, "/a/", few=FEW) or ""
    assert "data/7.csv (changed) and 2 more\n" in text
    assert "  texts      no source of its own changed\n" in text


def test_lists_are_whole_unless_few_are_asked_for_and_say_where_they_are() -> None:
    changed = {f"content/{n}.md": "changed" for n in range(10)}
    page = replace(PAGE, differs=("texts", *(f"catalog/origins/{n}" for n in range(9))))
    many = replace(
        STORY, pages={f"/{n}/": replace(page, files=(f"{n}/index.html",)) for n in range(10)}, changed=changed
    )
    told = Since(changed={f"data/{n}.csv": "new" for n in range(10)})
    for asked, last in (("/9/", ("content/9.md", "catalog/origins/8 ")), ("content/9.md", ("  /9/",))):
        whole, cut = (render_story(many, asked, told, few=few) or "" for few in (None, FEW))
        for line in (*last, "data/9.csv"):
            assert line in whole
            assert line not in cut
        assert " 2 more" in cut
        assert " 2 more" not in whole
        assert cut.endswith("Lists are cut for the terminal, and whole in a file or pipe: add | less.\n")
    assert render_story(STORY, "/a/", told, few=20) == render_story(STORY, "/a/", told)


def test_a_file_that_is_no_page_s_own() -> None:
    taken = render_story(STORY, "site/a/data.csv") or ""
    assert taken.startswith("a/data.csv is no page's own.\nThe last build took it over")
    made = render_story(replace(STORY, anew={"a/data.csv": "changed"}, differs=("templates",)), "a/data.csv") or ""
    assert "made it anew" in made
    assert "  content/a.md (changed), content/profile.yaml (changed), data/b.csv (new), theme:x.html (gone)\n" in made
    mended = render_story(replace(STORY, anew={"a/data.csv": "mended"}), "a/data.csv") or ""
    assert mended.endswith("The last build made it anew: in site/ it was not as it had been made.\n")
    for story, why in (
        (replace(STORY, changed={}, differs=("code",)), "  this program, or a library\n"),
        (replace(STORY, differs=None), "No build before is known"),
    ):
        assert why in (render_story(replace(story, anew={"a/data.csv": "changed"}), "a/data.csv") or "")
    assert render_story(STORY, "nothing.csv") is None


def test_a_file_of_data_has_no_text_and_one_of_static_only_itself_as_reason() -> None:
    files = {"data.csv": "data", "assets/a.css": "templates", "robots.txt": "", "feed.xml": ""}
    changed = {**CHANGED, "site.yaml": "changed", "static/robots.txt": "changed"}
    built = replace(
        STORY,
        others=files,
        anew=dict.fromkeys(files, "changed"),
        changed=changed,
        sources={"static/robots.txt": "digest"},
    )
    told = {
        path: (render_story(built, f"site/{path}") or "").partition("since the build before:\n")[2] for path in files
    }
    assert told == {
        "data.csv": "  data/b.csv (new), site.yaml (changed)\n",
        "assets/a.css": "  theme:x.html (gone), site.yaml (changed)\n",
        "robots.txt": "  static/robots.txt (changed)\n",
        "feed.xml": f"  {', '.join(f'{path} ({how})' for path, how in changed.items())}\n",
    }
    only_text = replace(built, changed={"content/a.md": "changed"})
    assert (render_story(only_text, "site/data.csv") or "").endswith("made it anew, and has changed.\n")
    moved = render_story(replace(only_text, differs=("address", "code", "texts")), "site/data.csv") or ""
    assert moved.endswith("  this program, or a library\n  base_url in site.yaml, or --base-url\n")


def test_a_source_has_the_pages_that_differed_in_what_such_sources_say() -> None:
    assert render_story(STORY, "./content/a.md") == (
        "content/a.md is a source: changed since the build before.\n"
        "Pages that differed in what such sources say:\n"
        "  /a/\n"
    )
    assert render_story(STORY, "theme:x.html") == (
        "theme:x.html is a source: gone since the build before.\nNo page differed in what such sources say.\n"
    )
    many = {f"/{n}/": PAGE for n in range(10)}
    assert "  /7/\n  and 2 more\n" in (render_story(replace(STORY, pages=many), "data/b.csv", few=FEW) or "")
    figures = replace(STORY, changed={"data/observations/a.csv": "changed: KAZ 2024"})
    told = render_story(figures, "data/observations/a.csv") or ""
    assert told.startswith("data/observations/a.csv is a source: changed since the build before: KAZ 2024.\n")
    kept = replace(STORY, sources={"data/c.csv": "digest"})
    assert render_story(kept, "data/c.csv") == (
        "data/c.csv is a source: the last build and the one before read the same.\n"
    )
    assert render_story(replace(kept, differs=None), "data/c.csv") == (
        "data/c.csv is a source: no build before the last is known.\n"
    )


def test_what_no_build_has_read_yet_is_named_before_the_answer() -> None:
    since = Since(changed={"content/a.md": "changed", "content/new.md": "new"}, program=True)
    head = (
        "Since the last build, of which this tells, have changed:\n"
        "  content/a.md (changed), content/new.md (new)\n"
        "  this program, or a library\n"
        "The next build reads them, and makes anew what becomes another by them.\n"
    )
    for asked in ("/a/", "a/data.csv", "content/profile.yaml"):
        assert render_story(STORY, asked, since) == f"{head}{render_story(STORY, asked)}"
    assert render_story(STORY, "nothing.csv", since) is None
    assert render_story(STORY, "content/new.md", since) == (
        f"{head}content/new.md is a source: new since the last build.\n"
    )


def test_a_build_that_said_nothing_changed_is_not_taken_for_the_one_told_of() -> None:
    head = (
        "No source has changed since the last build that wrote site/.\n"
        "A later one that said “Nothing changed” made nothing, and is not meant below.\n"
    )
    assert render_story(STORY, "/a/", Since()) == f"{head}{render_story(STORY, '/a/')}"
    for edited in (Since(changed={"content/a.md": "changed"}), Since(program=True)):
        assert "Nothing changed" not in (render_story(STORY, "/a/", edited) or "")


def test_a_source_edited_since_the_last_build_is_not_called_the_same() -> None:
    read = replace(STORY, sources={"content/c.md": "digest"})
    since = Since(changed={"content/c.md": "gone: its page is /c/"})
    assert (render_story(read, "content/c.md", since) or "").endswith(
        "content/c.md is a source: gone since the last build: its page is /c/.\n"
        "Before that: the last build and the one before read the same.\n"
    )
    assert "Before that: changed since the build before.\nPages that" in (
        render_story(STORY, "content/a.md", Since(changed={"content/a.md": "changed"})) or ""
    )


def test_a_page_that_is_gone_was_there_in_the_build_before() -> None:
    for asked in ("/b/", "site/b/index.html", "https://example.org/b/"):
        assert render_story(replace(STORY, gone=("/b/",), changed={"content/b.md": "gone"}), asked) == (
            "/b/ is no page any more: only the build before had it.\n"
            "Since the build before have changed:\n"
            "  content/b.md (gone)\n"
        )


def test_a_source_that_is_gone_says_which_page_went_with_it() -> None:
    gone = replace(STORY, changed={"content/b.md": "gone: no /b/ any more"}, gone=("/b/",))
    told = "content/b.md is a source: gone since the build before: no /b/ any more.\n"
    assert (render_story(gone, "content/b.md") or "").startswith(told)
    assert "  content/b.md (gone: no /b/ any more)\n" in (render_story(gone, "/b/") or "")


def test_a_new_page_is_among_those_that_differ_in_texts() -> None:
    new = replace(
        STORY, pages={"/a/": replace(PAGE, differs=None)}, changed={"content/a.md": "new", "data/b.csv": "new"}
    )
    assert (render_story(new, "content/a.md") or "").endswith("what such sources say:\n  /a/\n")
    assert (render_story(new, "data/b.csv") or "").endswith("No page differed in what such sources say.\n")


def test_a_path_of_a_file_and_of_a_source_is_both() -> None:
    both = replace(STORY, sources={"a/data.csv": "digest"})
    assert render_story(both, "a/data.csv") == (
        "a/data.csv is no page's own.\n"
        "The last build took it over: the rows, texts and code it is made of were the same.\n"
        "a/data.csv is a source: the last build and the one before read the same.\n"
    )
    assert "is a source" not in (render_story(both, "site/a/data.csv") or "")
