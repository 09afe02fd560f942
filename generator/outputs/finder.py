"""The index of the country finder: one JSON file that a browser fetches when a reader turns to the field."""

import hashlib
import json
from collections.abc import Sequence

from generator.output import Output


def plan_finder_index(countries: Sequence[Sequence[str]]) -> Output:
    """Return the index, `assets/countries.1a2b3c4d.json`: for each country its name, slug and other names."""
    text = json.dumps(countries, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Output(path=f"assets/countries.{digest[:8]}.json", key=digest, render=text.encode)
