"""What was sound is not checked again; what changed, or had a fault, is."""

from dataclasses import replace

import pytest

from generator.cache import MemoryCache
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.state.sound import Found, Sound

FAULT = Diagnostic(rule=Rule.YAML_VALUE, location=Location(path="a.yaml"), message="m", hint="h")


def never() -> Found:
    raise AssertionError


def test_what_was_sound_is_not_checked_again() -> None:
    sound = Sound(state=MemoryCache(), program="1")
    assert sound.unless("data", "these", tuple) == ()
    assert sound.unless("data", "these", never) == ()
    for changed, made_of in ((sound, "those"), (replace(sound, program="2"), "these"), (Sound(), "these")):
        with pytest.raises(AssertionError):
            changed.unless("data", made_of, never)


def test_a_fault_is_found_again() -> None:
    sound = Sound(state=MemoryCache())
    assert [sound.unless("data", "these", lambda: (FAULT,)) for _ in range(2)] == [(FAULT,)] * 2
    assert sound.unless("data", "these", tuple) == ()
