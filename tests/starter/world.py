"""A world of five countries in memory, as the archive of an installed package has it."""

import io
from collections.abc import Mapping
from zipfile import Path as ZipPath
from zipfile import ZipFile

from generator.starter.world import World

ENTRY = """{name}:
  title: "{title}"
  topic: {topic}
  origins: [old, new]
  note: "Three countries come from the old one."
"""
FILES = {
    "site.yaml": "title: W\nedition: 2026-11-24\nreference_year: 2024\ngeometry:\n  file: data/geo/a.json\n  note: N\n"
    "profiles: [EST, FIN, KAZ, LVA]\n",
    "content/profile.yaml": "key_figures: [population, births]\nsections:\n"
    "  - id: people\n    title: People\n    charts:\n"
    "      - {kind: trend, indicator: population}\n"
    "      - {kind: stacked, indicator: births, parts: [deaths], title: 'Born, died'}\n",
    "data/countries.csv": "code,alpha2,name,slug,region,neighbours\n"
    "ALA,AX,Åland Islands,aland,Northern Europe,\n"
    "EST,EE,Estonia,estonia,Northern Europe,LVA; RUS\n"
    "FIN,FI,Finland,finland,Northern Europe,RUS\n"
    "KAZ,KZ,Kazakhstan,kazakhstan,Central Asia,RUS\n"
    "LVA,LV,Latvia,latvia,Northern Europe,EST\n",
    "data/groups.yaml": "baltic:\n  title: Baltic states\n  members: [EST,\n    LVA]\n"
    "  others: [{country: FIN, role: observer}, {country: KAZ, role: former}]\n\n"
    "all:\n  title: All\n  members: [EST, FIN, KAZ, LVA]\n",
    "data/catalog/topics.yaml": 'people:\n  title: "People"\n  lead: births\n\nsea:\n  title: "Sea, shore"\n',
    "data/catalog/origins.yaml": 'old:\n  producer: "O"\n\nnew:\n  producer: "N"\n',
    "data/catalog/indicators/people.yaml": "\n".join(
        ENTRY.format(name=name, title=name.title(), topic="people") for name in ("population", "births", "deaths")
    ),
    "data/catalog/indicators/sea.yaml": "\n".join(
        ENTRY.format(name=name, title=name.title(), topic="sea") for name in ("ports", "ships", "fish")
    ),
    "data/geo/a.json": "{}\n",
    "data/geo/points.csv": "country,latitude,longitude\nEST,59,26\nKAZ,48,68\n",
    **{
        f"data/observations/{name}.csv": "country,year,value,status,origin,note\n"
        "EST,2023,1200.5,A,new,\nEST,2024,1300,A,new,\nEST,2025,1400,F,new,\nFIN,2024,,M,new,\nKAZ,2024,5,A,old,\n"
        for name in ("population", "births", "deaths", "ports", "ships", "fish")
    },
}


def packed(files: Mapping[str, str] = FILES) -> World:
    """Return a world that is packed as in a wheel."""
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return World(root=ZipPath(ZipFile(data)))


WORLD = packed()
