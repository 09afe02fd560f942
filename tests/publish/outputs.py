"""Small pages, and the writing of them."""

from pathlib import Path

from generator.cache import Cache
from generator.output import Output
from generator.publish.write import WriteResult, write_site


def page(path: str, body: str, key: str = "1") -> Output:
    text = f"<!doctype html><html lang=en><title>t</title><body>{body}</body></html>"
    return Output(path=path, key=key + body, render=text.encode)


def write(outputs: list[Output], site: Path, state: Cache | None = None) -> tuple[WriteResult, tuple[str, ...]]:
    result, problems = write_site(outputs, site, base_path="/base", progress=lambda *_: None, state=state)
    return result, tuple(d.message for d in problems)
