"""What a stamp tells of a file, and when it can be trusted."""

from pathlib import Path

import pytest

from generator.state.stamps import (
    GRAIN,
    SECOND,
    Stamp,
    digest_of_stamps,
    is_plain_folder,
    is_settled,
    stamps_below,
    time_of,
)


@pytest.mark.parametrize(
    ("changed", "after", "settled"),
    [
        (5 * SECOND + 1, GRAIN, False),
        (5 * SECOND + 1, GRAIN + 1, True),
        (5 * SECOND, GRAIN + 1, False),
        (5 * SECOND, 2 * SECOND, False),
        (5 * SECOND, 2 * SECOND + 1, True),
        (5 * SECOND + 1, -SECOND, False),
    ],
)
def test_a_stamp_is_trusted_when_the_next_change_cannot_share_it(changed: int, after: int, settled: bool) -> None:
    assert is_settled((1, 0, changed, 1), changed + after) is settled


def test_the_time_is_the_file_systems(tmp_path: Path) -> None:
    first = time_of(tmp_path / "clock")
    (tmp_path / "b").touch()
    assert first <= (tmp_path / "b").stat().st_ctime_ns <= time_of(tmp_path / "clock")


def test_files_are_found_in_all_folders_but_hidden_ones(tmp_path: Path) -> None:
    for path in ("b.md", "a/c.md", ".hidden", "#b.md#", ".git/x"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    assert set(stamps_below(tmp_path)) == {"b.md", "a/c.md"}
    assert set(stamps_below(tmp_path, hidden=True)) == {"b.md", "a/c.md", ".hidden", "#b.md#", ".git/x"}
    assert stamps_below(tmp_path / "none") == {}


def test_what_a_link_leads_to_is_meant(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "target").write_text("x")
    (tmp_path / "a" / "link").symlink_to(tmp_path / "target")
    (tmp_path / "a" / "lost").symlink_to(tmp_path / "nowhere")
    stamps = stamps_below(tmp_path / "a")
    assert stamps["link"][3] == (tmp_path / "target").stat().st_ino
    assert stamps["lost"][3] == (tmp_path / "a" / "lost").lstat().st_ino


def test_a_digest_tells_names_stamps_and_groups_apart() -> None:
    one: dict[str, Stamp] = {"a": (1, 2, 3, 4)}
    digests = {
        digest_of_stamps(one, {}),
        digest_of_stamps({}, one),
        digest_of_stamps(one, one),
        digest_of_stamps({"b": (1, 2, 3, 4)}, {}),
        digest_of_stamps({"a": (1, 2, 3, 5)}, {}),
    }
    assert len(digests) == 5
    assert digest_of_stamps({"b": one["a"], **one}) == digest_of_stamps({**one, "b": one["a"]})


def test_a_folder_itself_is_neither_link_nor_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path)
    assert is_plain_folder(tmp_path)
    assert not any(is_plain_folder(tmp_path / name) for name in ("file", "link", "none"))
