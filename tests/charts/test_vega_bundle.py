"""The library that draws charts in the browser."""

import re

from generator.cache import MemoryCache
from generator.charts.vega_bundle import bundle_beside, bundle_of, bundle_path


def test_the_library_is_a_module_kept_in_the_cache() -> None:
    cache = MemoryCache()
    made = bundle_of(cache)
    assert made.rstrip().endswith(b"as vegaEmbed};")
    assert bundle_of(cache) == made
    assert re.fullmatch(r"assets/vega\.[0-9a-f]{8}\.js", bundle_path())


class Noting(MemoryCache):
    """A cache that knows what was put there."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[bytes] = []

    def put(self, key: str, data: bytes) -> None:
        super().put(key, data)
        self.made.append(data)


def test_another_process_makes_it_once_where_it_is_asked_for() -> None:
    asked, unasked = Noting(), Noting()
    for _build in range(2):
        with bundle_beside(asked) as begin, bundle_beside(unasked):
            begin()
            begin()
    assert (asked.made, unasked.made) == ([bundle_of(asked)], [])
