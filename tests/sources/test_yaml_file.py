"""Values read from YAML that know where their parts stand."""

from time import process_time

from generator.content.redirects import REDIRECTS, load_redirects
from generator.sources.files import Source, Sources
from generator.sources.yaml_file import parse_yaml

MOST_SECONDS = 5
"""They took 21 seconds when each place was looked up in a text composed anew."""

TEXT = "title: A\nparts:\n  - one\n  - two\n"


def test_values_and_keys_have_places() -> None:
    held, problems = parse_yaml(Source(path="a.yaml", data=TEXT.encode()), dict[str, object])
    assert held is not None
    assert problems == ()
    assert held.value == {"title": "A", "parts": ["one", "two"]}
    assert [
        str(place) for place in (held.location("title"), held.location("parts", 1), held.location("parts", key=True))
    ] == [
        "a.yaml:1:8",
        "a.yaml:4:5",
        "a.yaml:2:1",
    ]


def test_many_redirects_are_read_in_little_time() -> None:
    text = "".join(f"/old-{n}/: /new-{n}/\n" for n in range(400))
    start = process_time()
    redirects, problems = load_redirects(Sources(files={REDIRECTS: Source(path=REDIRECTS, data=text.encode())}))
    assert process_time() - start < MOST_SECONDS
    assert (len(redirects), problems) == (400, ())
    assert [redirect.location.line for redirect in redirects[:3]] == [1, 2, 11]
