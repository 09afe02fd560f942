"""Looking again after every save."""

import signal
import threading
from pathlib import Path

from generator.preview.watch import after_each_save


def test_a_save_makes_it_look_again_until_it_is_interrupted(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = tmp_path / "content/a.md"
    looks: list[str] = []

    def look() -> None:
        looks.append(page.read_text("utf-8") if page.exists() else "")
        if len(looks) == 1:
            threading.Timer(0.2, page.write_text, ("saved", "utf-8")).start()
        else:
            signal.raise_signal(signal.SIGINT)

    after_each_save(tmp_path, look)
    assert looks == ["", "saved"]
