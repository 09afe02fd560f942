"""A command run within this process, as the program of commands runs it."""

from dataclasses import dataclass

from typer.testing import CliRunner

from generator.commands import app


@dataclass(frozen=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


def profiles(*arguments: str, **environment: str) -> Run:
    result = CliRunner().invoke(app, list(arguments), env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return Run(result.exit_code, result.stdout, result.stderr)
