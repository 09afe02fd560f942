"""Readers' own weights: the browser's arithmetic is the engine's; keys, address and button work."""

import base64
import json
import random
from collections.abc import Mapping
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from generator.indices.contract import Contract
from generator.indices.engine.aggregate import recombine
from generator.indices.engine.compute import Edition
from generator.indices.engine.numbers import cell
from generator.indices.engine.rank import rank_scores
from generator.outputs.data.index_files import weights_text
from tests.browser.accessibility import check_accessible
from tests.browser.chromium import ONCE
from tests.browser.tabs import new_tab
from tests.indices.world import contract, loaded, project
from tests.repository import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = (REPOSITORY / "templates/components/weights/weights.js").read_bytes()
MODULE = f"data:text/javascript;base64,{base64.b64encode(SCRIPT).decode()}"
WEIGH = """async ([module, index, weights]) => {
  const { weigh } = await import(module);
  return weights.map((own) => weigh(index, new Map(Object.entries(own))));
}"""
UP = "direction: higher_is_better"
TEXT = f"""normalisation: {{method: min_max, range: [1, 100]}}
nodes:
  top: {{aggregation: geometric}}
  part: {{parent: top, weight: 2, aggregation: harmonic}}
  deep: {{parent: part}}
indicators:
  rising: {{parent: top, {UP}}}
  zeros: {{parent: top, {UP}, normalisation: {{method: goalposts, low: 0, high: 12}}}}
  three: {{parent: part, {UP}}}
  mixed: {{parent: part, {UP}, weight: 3}}
  falling: {{parent: deep, {UP}}}
  counted: {{parent: deep, {UP}, absent: zero}}
"""
Weighed = tuple[Mapping[str, list[float | None]], list[int | None]]


def by_engine(made: Contract, edition: Edition, own: Mapping[str, float]) -> Weighed:
    """Return scores and ranks with other weights, over the indicators that take part."""

    def weigh(entries: Mapping[str, object]) -> dict[str, object]:
        return {key: replace(entry, weight=own.get(key, entry.weight)) for key, entry in entries.items()}  # type: ignore[type-var, attr-defined]

    other = replace(made, nodes=weigh(made.nodes), leaves=weigh(made.leaves))  # type: ignore[arg-type]
    found = recombine(other, edition.part)
    root = found[made.root]
    scores = {key: [None if x != x else x for x in found[key].tolist()] for key in other.live_nodes}  # noqa: PLR0124 - NaN
    return scores, [None if x != x else int(x) for x in rank_scores(root[None, :])[0].tolist()]  # noqa: PLR0124 - NaN


@ONCE
def test_random_weights_give_the_scores_and_ranks_of_the_engine(browser: Browser) -> None:
    result = loaded(project(test=contract(TEXT)))[1]["test"]
    edition = result.editions[2019]
    draw = random.Random(6)  # noqa: S311 - weights, no secret
    entries = [key for key in result.contract.entries if key != result.contract.root]
    weights = [{key: draw.randrange(21) / 2 for key in draw.sample(entries, 4)} for _ in range(200)]
    weights += [{}, dict.fromkeys(entries, 0.0), {"part": 0.0}, {"deep": 0.0, "three": 0.0, "mixed": 0.0}]
    tab = new_tab(browser)
    tab.set_content('<html lang="en">')
    told = tab.evaluate(WEIGH, [MODULE, json.loads(weights_text(result.contract, edition)), weights])
    tab.close()
    for own, found in zip(weights, told, strict=True):
        scores, ranks = by_engine(result.contract, edition, own)
        assert found["ranks"] == ranks, own
        for node, of in scores.items():
            assert found["scores"][node] == pytest.approx(of, abs=1e-9), (own, node)
    assert told[200]["scores"]["top"] == pytest.approx([cell(edition.scores, code, "top") for code in edition.ranked])
    assert set(told[201]["ranks"]) == {None}


def test_a_slider_ranks_anew_and_its_address_can_be_shared(browser: Browser, address: str) -> None:
    tab = new_tab(browser, viewport={"width": 390, "height": 900}, bypass_csp=True)
    page = address + "/indices/good-life/"
    tab.goto(page)
    rows = tab.locator("tr[data-code]")
    published = rows.all_inner_texts()
    tab.keyboard.press("Shift")
    tab.locator("#ranking").scroll_into_view_if_needed()
    tab.get_by_text("Weigh it yourself").click()
    slider = tab.get_by_role("slider", name="Life expectancy")
    slider.press("End")
    status = tab.locator(".weights [role=status]")
    expect(status).to_contain_text("comes first")
    assert tab.url.removeprefix(page) == "?v=1.0&w=life_expectancy:10"
    weighed = rows.all_inner_texts()
    assert weighed != published
    other = new_tab(browser)
    other.goto(str(tab.locator(".weights a").evaluate("link => link.href")))
    expect(other.locator(".weights [role=status]")).to_contain_text("comes first")
    assert other.locator("tr[data-code]").all_inner_texts() == weighed
    other.goto(page + "?v=0.9&w=life_expectancy:10#ranking")
    expect(other.locator(".weights [role=status]")).to_contain_text("version 0.9")
    assert other.locator("tr[data-code]").all_inner_texts() == published
    other.goto(page + "?v=1.0&w=life_expectancy:11,nonsense:1,internet_users#ranking")
    expect(other.locator(".weights [role=status]")).to_contain_text("life_expectancy, nonsense, internet_users")
    assert other.locator("tr[data-code]").all_inner_texts() == published
    other.close()
    tab.get_by_role("button", name="Country").press("Enter")
    tab.get_by_role("button", name="Back to the published weights").press("Enter")
    expect(status).to_have_text("These are the published weights.")
    assert tab.url == page
    assert rows.all_inner_texts() == published
    expect(slider).to_have_value("1")
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    check_accessible(tab, ".weights")
    tab.close()


@ONCE
def test_without_scripts_the_published_ranking_stands_alone(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/indices/good-life/?v=1.0&w=life_expectancy:10")
    assert tab.locator("tr[data-code]").count() == 17
    assert not tab.locator(".weights").is_visible()
    tab.close()
