"""Documents that are read from the start on, while the rest of the program is loaded."""

from generator.cache import Cache
from generator.config import load_config
from generator.content.load import read_beside
from generator.sources.files import Sources
from generator.state.beside import Beside, can_fork
from generator.state.modules import code_digest
from generator.state.sound import Sound


def read_ahead(sources: Sources, state: Cache, workers: int | None = None) -> Beside:
    """Return processes that read new documents from now on; none later, when threads have begun.

    With this one they are `workers` at most, a number of processes, or all that can run at once.
    """
    config = load_config(sources)[0] if can_fork() else None
    sound = Sound(state=state, program=code_digest())
    return read_beside(sources, config, sound, workers) if config else Beside()
