"""Libraries that are loaded where something of them is used first, wherever they are imported.

importlib's LazyLoader has no lock in Python 3.11.7, and previews have threads.
"""

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

LIBRARIES = ("numpy", "pandas")
"""A third of a second, for which nothing that is kept waits."""

_LOCK = RLock()


def load_late(name: str) -> None:
    """Let a library be imported without being loaded; what is loaded already stays as it is."""
    spec = None if name in sys.modules else find_spec(name)
    if spec:
        sys.modules[name] = module = module_from_spec(spec)
        del module.__path__  # who imports a part of it asks for it
        module.__class__ = _Late


class _Late(ModuleType):
    """A module that is loaded when it is asked for the first name, by one thread."""

    def __getattr__(self, name: str) -> object:
        with _LOCK:
            if "__path__" not in vars(self):
                _load(self)
        return ModuleType.__getattribute__(self, name)


def _load(module: ModuleType) -> None:
    spec = module.__spec__
    if spec and spec.loader and spec.submodule_search_locations:
        module.__path__ = spec.submodule_search_locations
        spec.loader.exec_module(module)
        module.__class__ = ModuleType
