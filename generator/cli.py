"""The entry of the command ``profiles``: if nothing has changed, the last answer is given at once.

Until that is known only the standard library is loaded, and of the program what compares stamps.
"""

import gc
import sys
import time

from generator.state.last_run import Begun, Said, begin, last_said, open_state
from generator.state.request import read_request

INTERRUPTED = 130
"""The exit code of what was interrupted, as shells have it."""


def main() -> None:
    """Run the command line; exits with 0, 1 or 2, or 130 where it was interrupted."""
    try:
        _main()
    except KeyboardInterrupt:  # before the commands are loaded, which know it themselves
        sys.exit(INTERRUPTED)


def _main() -> None:
    start = time.perf_counter()
    asked = read_request(sys.argv[1:])
    begun = begin(*asked) if asked else None
    if begun and (said := _last_said(begun)):
        _say(begun, said, time.perf_counter() - start)
    else:
        _run(begun)


def _last_said(begun: Begun) -> Said | None:
    with open_state(begun.root) as state:
        return last_said(begun, state)


def _say(begun: Begun, said: Said, seconds: float) -> None:
    """Print what the command said last, on the streams where it said it."""
    (sys.stdout if begun.request.is_for_programs else sys.stderr).write(said.diagnostics)
    (sys.stdout if begun.request.makes_site else sys.stderr).write(
        f"{said.summary} Looked through in {seconds:.2f} s.\n"
    )


def _run(begun: Begun | None) -> None:
    """Run the command; it keeps what it says for the next time."""
    from generator.commands import app  # start-up time: loads typer
    from generator.commands.late import LIBRARIES, load_late  # likewise

    # records live to the end of a build, and pages leave no garbage that holds itself
    gc.set_threshold(1_000_000, 20, 20)
    for name in LIBRARIES:
        load_late(name)
    app(obj=begun)
