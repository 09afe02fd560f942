"""Results of methods of an unchanging object, computed once."""

from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, Protocol, TypeVar


class HasMemory(Protocol):
    """An object with room for its results."""

    @property
    def memory(self) -> dict[Hashable, object]:
        """Results by method and arguments."""
        ...


S = TypeVar("S", bound=HasMemory)
P = ParamSpec("P")
R = TypeVar("R")
UNASKED = object()


def memoised(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Return the method with its results memoised."""
    name = method.__name__

    def ask(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        question = (name, args, tuple(kwargs.items())) if kwargs else (name, args)
        answer = self.memory.get(question, UNASKED)
        if answer is UNASKED:
            answer = self.memory[question] = method(self, *args, **kwargs)
        return answer  # type: ignore[return-value]  # what this method put there

    update_wrapper(ask, method)
    return ask
