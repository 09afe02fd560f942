"""Documents that are read from the start on, while the rest of the program is loaded."""

from generator.cache import Cache
from generator.config import load_config
from generator.content.load import read_beside
from generator.modules import code_digest
from generator.sources.files import Sources
from generator.state.beside import Beside, can_fork
from generator.state.sound import Sound


def read_ahead(sources: Sources, state: Cache) -> Beside:
    """Return processes that read new documents from now on; none later, when threads have begun."""
    config = load_config(sources)[0] if can_fork() else None
    return read_beside(sources, config, Sound(state=state, program=code_digest())) if config else Beside(())
