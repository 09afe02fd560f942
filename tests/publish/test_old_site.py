"""What is taken over from the old site, and when its content is looked at."""

import json
import os
import time
from pathlib import Path

import pytest

from generator.publish import old_site
from generator.publish.old_site import OldSite, digest_of, read_stamps, write_stamps

TEXT = b"text"
MADE = {"a.html": ("key", digest_of(TEXT))}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.html").write_bytes(TEXT)
    return folder


def stamped(site: Path) -> OldSite:
    stamps = site.parent / "cache" / "stamps.json"
    write_stamps(stamps, site, MADE)
    return OldSite(folder=site, entries=MADE, stamps=read_stamps(stamps))


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


@pytest.mark.parametrize("seconds", [1_000_000_000, 1_000_000_001])
def test_times_in_whole_seconds_hide_changes(site: Path, seconds: int) -> None:
    os.utime(site / "a.html", ns=(seconds, seconds))
    assert ("a.html" in stamped(site).stamps) is (seconds % 1_000_000_000 != 0)


def test_a_file_changed_a_moment_ago_is_not_stamped(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_site, "GRAIN", 3_600_000_000_000)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    assert stamped(site).stamps == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": ["x"]}', '{"a": ["d", 1, 2, 3, "x"]}'])
def test_stamps_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamps.json").write_text(text)
    assert read_stamps(tmp_path / "stamps.json") == {}


def test_stamps_without_a_place_are_done_without(site: Path) -> None:
    write_stamps(None, site, MADE)
    write_stamps(site / "a.html" / "stamps.json", site, MADE)
    assert read_stamps(None) == read_stamps(site / "no.json") == {}


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
    stamps = stamped(site).stamps
    found = (site / "a.html").stat()
    assert json.loads((site.parent / "cache" / "stamps.json").read_text()) == {"a.html": list(stamps["a.html"])}
    assert stamps["a.html"] == (digest_of(TEXT), 4, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
