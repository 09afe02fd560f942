"""Peers: as `site.yaml` counts them, or as the editors choose them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import ChosenPeers, PeerSettings
from generator.data.peers import Reason, peers_of
from tests.changes import put
from tests.datasets import dataset
from tests.projects import prepared, problems_of

SIZES = {code: {2024: str(10 * (n + 1))} for n, code in enumerate(("AAA", "ABA", "ACA", "ADA", "AEA", "AFA"))}


def found(settings: PeerSettings) -> tuple[tuple[str, Reason], ...]:
    held = dataset({"one": SIZES})
    indicators = {**held.catalog.indicators, "population": replace(held.catalog.indicators["one"], id="population")}
    columns = replace(held.observations["one"], indicator="population")
    whole = replace(
        held,
        catalog=replace(held.catalog, indicators=indicators),
        observations={"population": columns},
        peers=settings,
    )
    return peers_of(whole, "AAA")


def test_as_many_are_near_as_the_settings_say() -> None:
    near = tuple((code, Reason.POPULATION) for code in ("ABA", "ACA", "ADA"))
    assert found(PeerSettings()) == near
    assert found(PeerSettings(population=1)) == near[:1]
    assert found(PeerSettings(population=0)) == ()


def test_chosen_peers_stand_in_the_place_of_all_others() -> None:
    chosen = (ChosenPeers(country="AAA", peers=("AFA", "AEA")), ChosenPeers(country="ABA", peers=("AAA",)))
    assert found(PeerSettings(chosen=chosen)) == (("AFA", Reason.CHOSEN), ("AEA", Reason.CHOSEN))


CHOSEN = "peers: {neighbours: 0, income: 0, population: 0, chosen: [{country: KAZ, peers: [UZB]}]}\n"


def test_a_profile_says_that_its_peers_are_chosen(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    put("site.yaml", (project / "site.yaml").read_text("utf-8") + CHOSEN)(project)
    files = {output.path: output for output in prepared(project).outputs}
    page = files["countries/kazakhstan/index.html"].render().decode()
    assert "chosen for comparison" in page
    assert "Compare Kazakhstan with Uzbekistan" in page
    assert "Compare " not in files["countries/uzbekistan/index.html"].render().decode().partition("<main")[2]


@pytest.mark.parametrize(
    ("peers", "column", "rule"), [("[UZB, FRA]", 87, "country-unknown"), ("[KAZ]", 82, "catalog-invalid")]
)
def test_a_peer_without_a_profile_or_that_is_the_place_itself_is_named(
    starter: Path, tmp_path: Path, peers: str, column: int, rule: str
) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    text = (project / "site.yaml").read_text("utf-8")
    put("site.yaml", text + CHOSEN.replace("[UZB]", peers))(project)
    line = text.count("\n") + 1
    assert [f"{each.location} {each.rule}" for each in problems_of(project)] == [f"site.yaml:{line}:{column} {rule}"]
