"""The data that `profiles new` copies are a choice from the project's own, made by a script and by no hand."""

from pathlib import Path

from scripts.make_starter import fitted, main

STARTER = Path(__file__).parents[2] / "generator/starter/data"
ENTRY = """population:
  origins: [old, new]
  note: "Three countries come from the old one."
  related: [births]
  total: {2024: [7.9e9, 8.3e9]}
  known:
    - {rule: value-jump, countries: [HTI], years: [2010], reason: "An earthquake."}
"""


def test_the_script_makes_the_starter(tmp_path: Path) -> None:
    main(["--target", str(tmp_path)])
    made, kept = _files(tmp_path), _files(STARTER)
    assert sorted(made) == sorted(kept)
    differ = [name for name in made if made[name] != kept[name]]
    assert not differ, "data/ has changed: run scripts/make_starter.py, then make golden"


def test_what_holds_for_other_countries_only_is_left_out() -> None:
    assert fitted(ENTRY, {"new"}) == "population:\n  origins: [new]\n"


def test_what_holds_for_a_chosen_country_is_kept() -> None:
    known = ENTRY.replace("HTI", "KAZ, HTI")
    assert fitted(known, {"old", "new"}) == known.replace("  related: [births]\n", "").replace(
        "  total: {2024: [7.9e9, 8.3e9]}\n", ""
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
