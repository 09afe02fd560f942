"""Room for words: how wide they are, estimated without any font, and how they are made to fit."""

from generator.charts.theme import BOLD, CHARACTER

PLOT = 0.4
"""The least part of a drawing's width that stays for its figures."""

ELLIPSIS = "…"


def text_width(text: str, *, bold: bool = False) -> float:
    """Return the estimated width of a text in pixels."""
    return len(text) * CHARACTER * (BOLD if bold else 1.0)


def shorten(text: str, room: float, *, bold: bool = False, end: str = "") -> str:
    """Return a text with its end in the room, cut where it must be: `Saint Vincent… 4.2`.

    The table names the country in full.
    """
    if text_width(text + end, bold=bold) <= room:
        return text + end
    letters = int(room / text_width("m", bold=bold)) - len(end) - 1
    return f"{text[: max(letters, 1)].rstrip()}{ELLIPSIS}{end}"


def halve(text: str) -> tuple[str, ...]:
    """Return a text in two lines as even as its words allow; a single word stays in one."""
    words = text.split()
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(splits, key=lambda pair: max(map(len, pair)), default=(text,))
