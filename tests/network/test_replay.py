import json
from pathlib import Path

import pytest

from generator.imports.cells import Reply
from generator.network.fetch import NetworkError
from generator.network.replay import Recorder, Replay

URL = "https://example.org/a.csv"
HEADERS = {"content-type": "text/csv", "date": "Sun, 01 Mar 2026 10:00:00 GMT"}


def test_what_is_recorded_is_replayed(tmp_path: Path) -> None:
    reply = Reply(url=URL, body=b"a,b\n", status=200, headers=HEADERS)
    assert Recorder(get_reply=lambda _url: reply, folder=tmp_path).get(URL) == reply
    again = Replay(folder=tmp_path).get(URL)
    assert again == reply
    assert (again.day, again.media) == ("2026-03-01", "text/csv")
    index = json.loads((tmp_path / "index.json").read_text("utf-8"))
    assert list(index[URL]) == ["file", "headers", "status"]


def test_what_was_not_kept_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="no kept replies"):
        Replay(folder=tmp_path).get(URL)
    (tmp_path / "index.json").write_text('{"https://example.org/b": {"file": "../x"}}', encoding="utf-8")
    with pytest.raises(NetworkError, match="No reply to"):
        Replay(folder=tmp_path).get(URL)
    with pytest.raises(NetworkError, match="cannot be read"):
        Replay(folder=tmp_path).get("https://example.org/b")
