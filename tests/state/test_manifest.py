"""The manifest of a site, and whether the site is what it says."""

import json
from pathlib import Path

import pytest

from generator import __version__
from generator.state.manifest import MANIFEST, digest_of, is_as_made, manifest_text, read_manifest

ENTRIES = {"a.html": ("key", digest_of(b"a")), "b/c.csv": ("other", digest_of(b"c"))}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "b" / "c.csv").write_bytes(b"c")
    (tmp_path / MANIFEST).write_text(manifest_text(ENTRIES))
    return tmp_path


def test_a_manifest_is_read_as_it_was_written(site: Path) -> None:
    assert read_manifest(site) == ENTRIES


def test_a_manifest_names_the_version_that_made_the_site_and_one_of_before_has_none(site: Path) -> None:
    assert json.loads((site / MANIFEST).read_text())["generator"] == __version__
    (site / MANIFEST).write_text(json.dumps(ENTRIES))
    assert read_manifest(site) == ENTRIES


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": ["x"]}', '{"generator": "1"}'])
def test_a_text_that_is_no_manifest_is_none(site: Path, text: str) -> None:
    (site / MANIFEST).write_text(text)
    assert read_manifest(site) is None
    assert not is_as_made(site)


def test_a_site_is_as_made_until_a_file_is_changed_added_or_removed(site: Path) -> None:
    assert is_as_made(site)
    (site / "new.html").touch()
    assert not is_as_made(site)
    (site / "new.html").unlink()
    (site / "a.html").write_bytes(b"b")
    assert not is_as_made(site)
    (site / "a.html").unlink()
    assert not is_as_made(site)
