"""The library that draws charts in the browser."""

import re

from generator.cache import MemoryCache
from generator.charts.vega_bundle import bundle_of, bundle_path


def test_the_library_is_a_module_kept_in_the_cache() -> None:
    cache = MemoryCache()
    made = bundle_of(cache)
    assert made.rstrip().endswith(b"as vegaEmbed};")
    assert bundle_of(cache) == made
    assert re.fullmatch(r"assets/vega\.[0-9a-f]{8}\.js", bundle_path())
