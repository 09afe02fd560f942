"""No page is taken over whose data answer otherwise: tried with edits of each kind, one upon another."""

import re
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.data.dataset import Dataset
from generator.data.memoised import FACT, QUESTIONS, traced
from generator.memo import Memo
from generator.outputs.kept import entry_of, read_made
from generator.outputs.plan import SiteFiles
from generator.outputs.traces import (
    FACTS,
    Answers,
    answers_entries,
    digests_of_facts,
    entries_of,
    name_of,
    pack_answers,
    pack_asked,
    unpack_asked,
)
from generator.prepare import prepare
from generator.state.modules import PACKAGE
from tests.changes import Change, put, rename, swap
from tests.datasets import CODES
from tests.datasets import dataset as small
from tests.projects import HEAD

KAZ = CODES[0]
POPULATION, CATALOG = "data/observations/population.csv", "data/catalog/indicators/all.yaml"
EDITS: dict[str, Change] = {
    "value": swap(POPULATION, "KAZ,2019,19209555", "KAZ,2019,29209555"),
    "figure of an index": swap("data/observations/internet_users.csv", "KAZ,2019,81", "KAZ,2019,41"),
    "the same a little": swap("data/observations/internet_users.csv", "KAZ,2019,41.8776", "KAZ,2019,41.8777"),
    "contract": swap("data/indices/good-life.yaml", "low: 20, high: 85", "low: 20, high: 90"),
    "last digit": swap(POPULATION, "KGZ,2005,", "KGZ,2005,1"),
    "row": swap(POPULATION, "KAZ,1990", "KAZ,1989"),
    "status": swap(POPULATION, ",A,", ",E,"),
    "sentence": swap("content/countries/kazakhstan.md", "\n\n", "\n\nWell, "),
    "narrative": put("content/narrative.yaml", "sections: {people: [{indicator: population, noun: population}]}\n"),
    "layout": swap("content/profile.yaml", "title: ", "title: The "),
    "settings": swap("site.yaml", "title: ", "title: The "),
    "description of the site": swap("site.yaml", "description: ", "description: More than "),
    "story": swap("site.yaml", "reference_year", "story: first-essay\nreference_year"),
    "noun": swap("content/narrative.yaml", "noun: population", "noun: all people"),
    "chart": swap("content/profile.yaml", "{kind: trend, indicator: internet", "{kind: strip, indicator: internet"),
    "key figures": swap("content/profile.yaml", "[population, gdp_per_head_ppp", "[gdp_per_head_ppp, population"),
    "entry": swap(CATALOG, 'title: "Population"', 'title: "People"'),
    "description": swap(CATALOG, 'description: "', 'description: "Nearly: '),
    "symbol": swap(CATALOG, 'symbol: "people"', 'symbol: "persons"'),
    "decimals": swap(CATALOG, "decimals: 0", "decimals: 1"),
    "origin": swap("data/catalog/origins.yaml", "World Development", "More Development"),
    "topic": swap("data/catalog/topics.yaml", "Who lives", "Who dwells"),
    "country": swap("data/countries.csv", "Kazakhstan", "Kazakhland"),
    "template": swap("templates/country.html", "{%", "{# a remark #}{%"),
    "style": swap("templates/foundation/tokens.css", "{", "{ --more: 1px;"),
    "new page": put("content/pages/new.md", f"{HEAD}[…](value:population/KGZ@2019)\n"),
    "renamed": rename("content/pages/new.md", "content/pages/newer.md"),
}


def planned(root: Path) -> SiteFiles:
    """Return the files of the project as it is now, planned from nothing."""
    made = prepare(root, base_url=None, cache=MemoryCache(), memo=Memo())
    assert made.files is not None, made.diagnostics
    return made.files


def taking_over(whole: SiteFiles, state: MemoryCache) -> SiteFiles:
    """Return the same files, with those of the state file taken over where they may be."""
    answers = Answers(dataset=whole.site.dataset, state=state, facts=digests_of_facts(whole.site.raw))
    indices = whole.site.project.indices.values()
    changed = answers.have_changed(result.contract.indicator for result in indices)
    return replace(whole, kept=read_made(state, answers.last), last=answers, standings={} if changed else None)


def keep(files: SiteFiles, state: MemoryCache) -> None:
    dataset, facts = files.site.dataset, digests_of_facts(files.site.raw)
    made = entry_of(files.made, name_of(dataset.rows, facts))
    state.put_all({**made, **entries_of(dataset, files.questions, state, facts)})


def keys(files: SiteFiles) -> Mapping[str, str]:
    return {output.path: output.key_digest for output in files.all}


def taken_over(files: SiteFiles, folder: str) -> set[str]:
    """Return whose files of data are not planned anew, countries or indicators as their folders are named."""
    made = (path for name, made in files.made.items() if name in files.kept for path in made.files)
    return {path.split("/")[1] for path in made if path.startswith(folder) and path.endswith("/data.csv")}


@pytest.mark.slow
@pytest.mark.long
def test_after_any_edit_files_have_the_keys_of_a_site_from_nothing(starter: Path, tmp_path: Path) -> None:
    root, state = tmp_path / "project", MemoryCache()
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    keep(planned(root), state)
    again: dict[str, float] = {}
    for name, edit in EDITS.items():
        edit(root)
        whole = planned(root)
        expected = keys(whole)  # before anything is asked about what is kept
        files = taking_over(whole, state)
        assert keys(files) == expected, name
        if name == "value":
            assert taken_over(files, "countries/") == {"kyrgyzstan", "uzbekistan"}
            others = taken_over(files, "indicators/")
            assert others == files.site.dataset.catalog.indicators.keys() - {"population"}
        again[name] = len(files.fresh) / len(files.site.planned)
        keep(files, state)
    assert again["sentence"] < 0.1 < again["value"] < 0.5
    assert again["figure of an index"] < 0.5
    assert again["settings"] == again["template"] == again["style"] == 1
    assert again["noun"] + again["chart"] + again["topic"] + again["description"] < 0.3
    assert again["story"] == again["description"] == again["topic"] < 0.03
    assert again["entry"] < 0.6
    assert not taking_over(planned(root), state).fresh


@pytest.mark.slow
def test_a_profile_of_which_only_its_standing_in_an_index_changes_is_planned_again(
    starter: Path, tmp_path: Path
) -> None:
    root, state = tmp_path / "project", MemoryCache()
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    layout = (root / "content/profile.yaml").read_text("utf-8")
    put("content/profile.yaml", re.sub(r"(?m)^.*internet_users.*\n", "", layout))(root)
    keep(planned(root), state)
    swap("data/observations/internet_users.csv", "UZB,2019,70", "UZB,2019,71")(root)
    whole = planned(root)
    expected, files = keys(whole), taking_over(whole, state)
    kyrgyzstan = next(at for at, page in enumerate(files.site.planned) if page.url == "/countries/kyrgyzstan/")
    assert kyrgyzstan in files.fresh
    assert kyrgyzstan not in replace(files, standings=None).fresh, "nothing else tells that it differs"
    assert keys(files) == expected


@pytest.mark.slow
def test_pages_of_one_build_are_not_compared_with_the_data_of_another(starter: Path, tmp_path: Path) -> None:
    root, state = tmp_path / "project", MemoryCache()
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    keep(planned(root), state)
    before = state.get("made") or b""
    EDITS["value"](root)
    files = planned(root)
    keep(files, state)
    assert not taking_over(files, state).fresh
    state.put("made", before)  # as one reads them whose last moments were another's first
    assert len(taking_over(files, state).fresh) == len(files.site.planned)


def profiles(files: SiteFiles) -> dict[str, bytes]:
    """Return the HTML of profiles, rendered now."""
    paths = [output for output in files.all if output.path.startswith("countries/") and output.path.endswith(".html")]
    return {output.path: output.render() for output in paths}


@pytest.mark.slow
def test_profiles_get_other_titles_of_sections_without_being_planned(starter: Path, tmp_path: Path) -> None:
    root, state = tmp_path / "project", MemoryCache()
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    files = planned(root)
    for title in ("The population", "All of them together", "People"):
        old = profiles(files)
        keep(files, state)
        layout = (root / "content/profile.yaml").read_text("utf-8")
        put("content/profile.yaml", re.sub(r"title: .*", f"title: {title}", layout, count=1))(root)
        whole = planned(root)
        expected = profiles(whole), keys(whole)
        files = replace(taking_over(whole, state), old=old.get)
        assert not files.fresh
        assert (profiles(files), keys(files)) == expected
        assert expected[0] != old
    keep(files, state)
    EDITS["layout"](root)
    spoilt = replace(taking_over(planned(root), state), old=lambda _path: None)
    assert not spoilt.fresh
    assert profiles(spoilt) == profiles(planned(root))
    swap("content/profile.yaml", "The ", "This & ")(root)
    files = taking_over(planned(root), state)
    assert "/countries/kazakhstan/" in {files.site.planned[place].url for place in files.fresh}


def test_a_trace_that_is_gone_or_that_of_another_page_keeps_nothing_when_data_change(
    starter: Path, tmp_path: Path
) -> None:
    root, state = tmp_path / "project", MemoryCache()
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    files = planned(root)
    keep(files, state)
    url, made = files.site.planned[0].url, files.pages[0].made({})
    dataset = files.site.dataset
    facts = digests_of_facts(files.site.raw)
    edited = replace(dataset, rows={**dataset.rows, "population": "another"})
    assert Answers(dataset=edited, state=state, facts=facts).are_same(url, made.asked)
    assert not Answers(dataset=edited, state=state, facts=facts).are_same(url, "another")
    state.put("rows of population", b"")
    asking = next(p.url for p, f in zip(files.site.planned, files.pages, strict=True) if _asks(f.questions))
    assert not Answers(dataset=edited, state=state, facts=facts).are_same(
        asking, files.made[_name(files, asking)].asked
    )
    state.put("rows", b"[]")
    assert not Answers(dataset=dataset, state=state, facts=facts).are_same(
        asking, files.made[_name(files, asking)].asked
    )


def _asks(questions: bytes | None) -> bool:
    return "population" in (unpack_asked(questions or b"") or {})


def _name(files: SiteFiles, url: str) -> str:
    return next(f.name for p, f in zip(files.site.planned, files.pages, strict=True) if p.url == url)


BEHIND = re.compile(r"dataset\.(?:observations(?:\[|\.(?:get|items|values)\b)|memory\[)|dataset\.memory\.answers")
ROOMS = ("charts", "claims", "pages", "render", "data/aggregates.py", "data/change.py", "data/group_rows.py")


def test_pages_read_no_rows_and_keep_no_answers_behind_the_back_of_their_trace() -> None:
    files = (path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py")) or [PACKAGE / room])
    assert [path.name for path in files if BEHIND.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("data", [b"", b"{}", zlib.compress(b"[]"), zlib.compress(b'{"a": [[{}]]}')])
def test_what_cannot_be_read_is_no_trace(data: bytes) -> None:
    assert unpack_asked(data) is None


def test_a_question_is_read_as_it_was_asked(starter: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    dataset = replace(planned(root).site.dataset)
    asked = traced(dataset, lambda: (dataset.ranking("population", year=2019), dataset.latest("population", "KAZ")))[1]
    wanted = {FACTS: {q for q in asked if q[0] == FACT}, "population": {q for q in asked if q[0] != FACT}}
    assert {read: set(found) for read, found in (unpack_asked(pack_asked(dataset, asked)) or {}).items()} == wanted
    assert {str(question[0]) for question in asked} - {FACT} <= QUESTIONS.keys()


@pytest.mark.parametrize(
    ("changed", "around", "known"),
    [
        ("", "program", {"population", "internet_users"}),
        ("population", "program", {"internet_users"}),
        ("fact", "program", {"internet_users"}),
        ("", "another program", set()),
    ],
)
def test_data_know_what_they_answered_to_a_page_where_nothing_read_for_it_differs(
    changed: str, around: str, known: set[str]
) -> None:
    rows = {"population": {KAZ: {2024: "1"}}, "internet_users": {KAZ: {2024: "2"}}}
    before, state = replace(small(rows), rows={"population": "1", "internet_users": "1"}), MemoryCache()
    questions = {name: ("Dataset.latest", (name, KAZ)) for name in rows}
    asked = traced(before, lambda: [before.latest(name, KAZ) for name in rows])[1]
    for name, question in questions.items():  # as if an entry had been read for it
        before.memory.answers[question].known = frozenset((f"catalog/indicators/{name}",))
    facts = {"catalog/indicators/": "1", "catalog/indicators/population": "1"}
    state.put_all(entries_of(before, {}, state, facts))
    state.put_all(answers_entries({"/kazakhstan/": ("asked", pack_answers(before, asked))}, "program"))
    now = replace(before, rows={name: "2" if name == changed else "1" for name in rows})
    other = {"catalog/indicators/population": "2"} if changed == "fact" else {}
    answers = Answers(dataset=now, state=state, facts={**facts, **other})
    answers.recall("/kazakhstan/", "asked otherwise", around)
    assert not now.memory.answers
    answers.recall("/kazakhstan/", "asked", around)
    assert set(now.memory.answers) == {questions[name] for name in known}
    for name in known:
        answer = now.memory.answers[questions[name]]
        assert (answer.found, answer.rows) == (before.latest(name, KAZ), frozenset((name,)))


def test_countries_have_the_rows_of_the_last_build_or_others() -> None:
    state, rows = MemoryCache(), {"population": {KAZ: {2024: "1"}, CODES[1]: {2024: "5"}}}
    before = replace(small(rows), rows={"population": "1"})
    assert not Answers(dataset=before, state=state).has_same_rows(KAZ)
    state.put_all(entries_of(before, {}, state, {}))
    assert Answers(dataset=before, state=state).has_same_rows(KAZ)
    after = replace(small({"population": {**rows["population"], KAZ: {2024: "2"}}}), rows={"population": "2"})
    answers = Answers(dataset=after, state=state)
    assert [answers.has_same_rows(code) for code in CODES[:3]] == [False, True, True]
    assert answers.rows_apart("population") == ((KAZ, 2024),)
    assert answers.rows_apart("one") == ()
    state.put("rows of population", b"damaged")
    unknown = Answers(dataset=replace(after), state=state)
    assert not any(map(unknown.has_same_rows, CODES))
    assert unknown.rows_apart("population") == ()


def test_rows_of_an_origin_that_the_catalog_has_no_more_cannot_be_compared() -> None:
    state, rows = MemoryCache(), {"population": {KAZ: {2024: "1"}}}
    before = replace(small(rows), rows={"population": "1"})
    state.put_all(entries_of(before, {}, state, {}))
    catalog, entry = before.catalog, before.catalog.indicators["population"]
    others = {**catalog.indicators, "population": replace(entry, origins=("another", "one more"))}
    columns = replace(before.observations["population"], origins=["another"])
    after = replace(
        before,
        catalog=replace(catalog, indicators=others),
        observations={"population": columns},
        rows={"population": "2"},
    )
    answers = Answers(dataset=after, state=state)
    assert not answers.has_same_rows(KAZ)
    assert answers.rows_apart("population") == ()


def test_intervals_of_an_index_with_another_result_are_not_taken_for_those_of_before() -> None:
    intervals, state = {"index_a": {2024: {KAZ: (1, 2)}}}, MemoryCache()
    data = replace(small({"index_a": {KAZ: {2024: "1"}}}), rows={"index_a": "1"}, rank_intervals=intervals)
    asked = traced(data, lambda: (data.rank_interval("index_a", 2024, KAZ), data.interval_years("index_a")))[1]
    state.put_all(entries_of(data, {}, state, {}))
    packed = pack_asked(data, asked)
    assert Answers(dataset=replace(data), state=state).hold(packed)
    wider = replace(data, rows={"index_a": "2"}, rank_intervals={"index_a": {2024: {KAZ: (1, 3)}}})
    assert not Answers(dataset=wider, state=state).hold(packed)
    same = replace(wider, rank_intervals=intervals)
    assert Answers(dataset=same, state=state).hold(packed)
    for damaged in (b"", b"1\n[", b"1\n[[1]]", b"2\n[]"):
        state.put("intervals of index_a", damaged)
        assert not Answers(dataset=replace(same), state=state).hold(packed)


def test_what_was_fetched_is_recalled_without_the_state_file() -> None:
    state, question = MemoryCache(), ("Dataset.latest", ("population", KAZ))
    data = replace(small({"population": {KAZ: {2024: "1"}}}), rows={"population": "1"})
    asked = traced(data, lambda: data.latest("population", KAZ))[1]
    packed = answers_entries({"/": ("asked", pack_answers(data, asked))}, "program")
    state.put_all({**entries_of(data, {}, state, {}), **packed})
    fetched, late = (Answers(dataset=replace(data), state=state) for _ in range(2))
    fetched.fetch(("/",))
    assert fetched.last == late.last
    state.put_all(dict.fromkeys(packed, b""))
    for answers in (fetched, late):
        answers.recall("/", "asked", "program")
    assert question in fetched.dataset.memory.answers
    assert question not in late.dataset.memory.answers


def test_answers_that_another_build_has_kept_meanwhile_are_not_taken() -> None:
    state, question = MemoryCache(), ("Dataset.latest", ("population", KAZ))

    def keep(figure: str) -> Dataset:
        data = replace(small({"population": {KAZ: {2024: figure}}}), rows={"population": figure})
        asked = traced(data, lambda: data.latest("population", KAZ))[1]
        packed = answers_entries({"/": ("asked", pack_answers(data, asked))}, "program")
        state.put_all({**entries_of(data, {}, state, {}), **packed})
        return data

    now = replace(keep("1"))
    answers, again = Answers(dataset=now, state=state), Answers(dataset=replace(now), state=state)
    assert answers.last == again.last
    again.recall("/", "asked", "program")
    assert question in again.dataset.memory.answers
    keep("2")
    answers.recall("/", "asked", "program")
    assert question not in answers.dataset.memory.answers


def test_a_page_whose_answers_cannot_be_written_down_has_none_of_an_earlier_build() -> None:
    before, state = small({"population": {KAZ: {2024: "1"}}}), MemoryCache()
    asked = traced(before, lambda: before.latest("population", KAZ))[1]
    packed = pack_answers(before, asked)
    before.memory.answers[next(iter(asked))].found = object()
    assert packed
    assert not pack_answers(before, asked)
    for data in (packed, pack_answers(before, asked)):
        state.put_all(answers_entries({"/": ("asked", data)}, ""))
    now = replace(before)
    Answers(dataset=now, state=state).recall("/", "asked", "")
    assert not now.memory.answers
