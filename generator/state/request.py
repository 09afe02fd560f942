"""A command line that may be answered from the last run: `build` or `check` and their options."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

VALUES = ("--root", "--base-url", "--format", "--workers")
FLAGS = ("--strict", "--verify")


class Request(NamedTuple):
    """What was asked: the command, and the options on which its answer depends."""

    command: str
    options: tuple[tuple[str, str], ...] = ()
    verify: bool = False
    """Whether bytes are compared instead of stamps."""

    @property
    def key(self) -> str:
        """The name of the answer in the state file, as `last ["build", [["--strict", ""]]]`."""
        return f"last {json.dumps(self[:2])}"

    @property
    def is_for_programs(self) -> bool:
        """Whether diagnostics are printed for other programs, on standard output."""
        return dict(self.options).get("--format", "text") != "text"

    @property
    def makes_site(self) -> bool:
        """Whether the answer also says what `site/` holds."""
        return self.command == "build"


def read_request(arguments: Sequence[str]) -> tuple[Path, Request] | None:
    """Return the project and what is asked of it; None for any other command line, right or wrong.

    `["build", "--root", "x", "--strict"]` asks of the project `x` a build with `--strict`.
    """
    if not arguments or arguments[0] not in {"build", "check"}:
        return None
    options: dict[str, str] = {}
    rest = iter(arguments[1:])
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in FLAGS and not equals:
            options[name] = ""
        elif name in VALUES and (text := value if equals else next(rest, "")):
            options[name] = text
        else:
            return None
    root, verify = Path(options.pop("--root", ".")), options.pop("--verify", None) is not None
    options.pop("--workers", None)  # the site does not depend on their number
    return root, Request(arguments[0], tuple(sorted(options.items())), verify)
