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


def test_sound_parts_are_known_to_the_program_that_found_them() -> None:
    sound, parts = Sound(state=MemoryCache(), program="1"), {"population": ["digest", "population", "births"]}
    assert sound.parts("data") == {}
    sound.keep_parts("data", parts)
    assert sound.parts("data") == parts
    for other in (replace(sound, program="2"), Sound()):
        assert other.parts("data") == {}
    Sound().keep_parts("data", parts)


@pytest.mark.parametrize("kept", [b"", b"1", b"[]", b"{}", b'["1", 2]', b'["1", {"a": 1}]', b"[" * 100_000])
def test_what_cannot_be_read_is_no_sound_part(kept: bytes) -> None:
    sound = Sound(state=MemoryCache(), program="1")
    assert sound.state
    sound.state.put("sound parts data", kept)
    assert sound.parts("data") == {}


def test_a_fault_is_found_again() -> None:
    sound = Sound(state=MemoryCache())
    assert [sound.unless("data", "these", lambda: (FAULT,)) for _ in range(2)] == [(FAULT,)] * 2
    assert sound.unless("data", "these", tuple) == ()
