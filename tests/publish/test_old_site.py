"""What is taken over from the old site, and when its content is looked at."""

import json
import os
import time
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.publish.old_site import KEY, OldSite, forget_stamps, read_stamps, size_as_made, write_stamps
from generator.state.manifest import digest_of

TEXT = b"text"
MADE = {"a.html": ("key", digest_of(TEXT))}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.html").write_bytes(TEXT)
    return folder


def stamped(site: Path) -> OldSite:
    state = MemoryCache()
    write_stamps(state, site, MADE, site.parent / "clock")
    return OldSite(folder=site, entries=MADE, stamps=read_stamps(state))


def test_a_file_is_sound_if_it_has_its_key_and_its_content(site: Path) -> None:
    old = OldSite(folder=site, entries=MADE)
    assert old.is_sound("a.html", "key")
    assert not old.is_sound("a.html", "other")
    assert not old.is_sound("b.html", "key")
    (site / "a.html").write_bytes(b"edit")
    assert not old.is_sound("a.html", "key")
    (site / "a.html").unlink()
    assert not old.is_sound("a.html", "key")


def test_a_stamp_stands_for_the_content(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = stamped(site)
    assert old.stamps.keys() == {"a.html"}
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"not looked at")
    assert old.is_sound("a.html", "key")


def test_the_size_of_a_file_is_known_if_it_was_made_of_the_same(site: Path) -> None:
    stamps = stamped(site).stamps
    assert size_as_made(MADE, stamps, "a.html", "key") == (len(TEXT), digest_of(TEXT))
    assert size_as_made(MADE, stamps, "a.html", "another key") is None
    assert size_as_made(MADE, stamps, "b.html", "key") is None
    assert size_as_made(MADE, {}, "a.html", "key") is None
    others = {"a.html": ("key", digest_of(b"of another build"))}
    assert size_as_made(others, stamps, "a.html", "key") is None


def test_a_file_that_was_changed_before_it_is_stamped_has_no_stamp(site: Path) -> None:
    state = MemoryCache()
    (site / "a.html").write_bytes(b"longer than it was written")
    write_stamps(state, site, MADE, site.parent / "clock", {"a.html": len(TEXT)})
    assert read_stamps(state) == {}
    assert not OldSite(folder=site, entries=MADE).is_sound("a.html", "key")


def test_a_change_that_keeps_size_and_time_is_seen(site: Path) -> None:
    old, file = stamped(site), site / "a.html"
    before = file.stat()
    file.write_bytes(b"edit")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert not old.is_sound("a.html", "key")


def test_another_file_of_the_same_content_is_sound_and_of_another_is_not(site: Path) -> None:
    old = stamped(site)
    for content, sound in ((TEXT, True), (b"edit", False)):
        (site / "new").write_bytes(content)
        (site / "new").replace(site / "a.html")
        assert old.is_sound("a.html", "key") is sound


def test_a_link_elsewhere_is_never_taken(site: Path) -> None:
    old = stamped(site)
    (site.parent / "elsewhere").write_bytes(TEXT)
    (site / "a.html").unlink()
    (site / "a.html").symlink_to(site.parent / "elsewhere")
    assert not old.is_sound("a.html", "key")


def test_a_stamp_of_other_content_than_the_manifest_s_is_no_stamp(site: Path) -> None:
    old = stamped(site)
    assert not OldSite(folder=site, entries={"a.html": ("key", digest_of(b"x"))}, stamps=old.stamps).is_sound(
        "a.html", "key"
    )


def test_a_file_changed_a_moment_ago_is_not_stamped(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _seconds: (site / "a.html").write_bytes(TEXT))
    assert stamped(site).stamps == {}


def test_stamps_are_forgotten_when_bytes_shall_be_compared(site: Path) -> None:
    state = MemoryCache()
    write_stamps(state, site, MADE, site.parent / "clock")
    forget_stamps(state)
    assert read_stamps(state) == {}


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"a": 1}', '{"a": ["x"]}', '{"a": ["d", 1]}', '{"a": ["d", [1, 2, 3, "x"]]}']
)
def test_stamps_that_cannot_be_read_are_none(text: str) -> None:
    state = MemoryCache()
    state.put(KEY, text.encode())
    assert read_stamps(state) == {}


def test_stamps_without_a_place_are_done_without(site: Path) -> None:
    write_stamps(None, site, MADE, site.parent / "clock")
    write_stamps(MemoryCache(), site, MADE, site / "a.html" / "clock")
    assert read_stamps(None) == read_stamps(MemoryCache()) == {}


def test_what_is_taken_is_a_link_or_a_copy(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = OldSite(folder=site, entries=MADE)
    assert old.take("a.html", site / "linked.html") == digest_of(TEXT)
    assert (site / "linked.html").samefile(site / "a.html")

    def fail(*_paths: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", fail)
    assert old.take("a.html", site / "copied.html") == digest_of(TEXT)
    assert not (site / "copied.html").samefile(site / "a.html")
    assert (site / "copied.html").read_bytes() == TEXT


def test_stamps_are_plain_json(site: Path) -> None:
    state = MemoryCache()
    write_stamps(state, site, MADE, site.parent / "clock")
    found = (site / "a.html").stat()
    stamp = [4, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
    assert json.loads(state.get(KEY) or b"") == {"a.html": [digest_of(TEXT), stamp]}
