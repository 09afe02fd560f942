"""The command `tidy`: files rewritten in place, each whole or not at all."""

from pathlib import Path

from generator.sources.tidy import UntidyError, tidy


class Untidy(str):
    """Why a file stays as it is."""

    __slots__ = ()


def tidy_file(path: Path) -> str:
    """Rewrite a CSV file to its normal form and return what was done, `Untidy` where it stays as it is."""
    try:
        data = path.read_bytes()
        made = tidy(data)
        if made == data:
            return "is tidy already."
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(made)
        part.replace(path)
    except UntidyError as error:
        return Untidy(str(error))
    except OSError as error:
        return Untidy(f"It cannot be rewritten: {error.strerror}.")
    return "rewritten."
