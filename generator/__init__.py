"""Country Profiles: a static site from indicator data and Markdown commentary."""

import time

__version__ = "0.1.0"

STARTED = time.perf_counter()
"""When this process began to load the program, by its own clock: who waits counts from then."""
