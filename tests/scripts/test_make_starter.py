"""Which parts of the catalog the starter keeps."""

from scripts.make_starter import fitted

ENTRY = """population:
  origins: [old, new]
  note: "Three countries come from the old one."
  related: [births]
  total: {2024: [7.9e9, 8.3e9]}
  known:
    - {rule: value-jump, countries: [HTI], years: [2010], reason: "An earthquake."}
"""


def test_what_holds_for_other_countries_only_is_left_out() -> None:
    assert fitted(ENTRY, {"new"}) == "population:\n  origins: [new]\n"


def test_what_holds_for_a_chosen_country_is_kept() -> None:
    known = ENTRY.replace("HTI", "KAZ, HTI")
    assert fitted(known, {"old", "new"}) == known.replace("  related: [births]\n", "").replace(
        "  total: {2024: [7.9e9, 8.3e9]}\n", ""
    )
