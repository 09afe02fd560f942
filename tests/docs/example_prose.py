"""Examples about texts and files: each function writes one into a project as its rule says."""

import re
from pathlib import Path

from generator.render.taken import RECORD, taken_from, taken_text
from generator.sources.files import Source
from generator.sources.theme import read_theme
from tests.docs.example_surroundings import COUNTRY, ESSAY, HEAD, NUMBERS, PROFILE, pictured, put, unbound

GAP = re.compile(r" {2,}")


def in_essay(root: Path, text: str) -> None:
    text = text.replace("[[[[ … fifty-one of them and no end", "[" * 51)
    put(root, ESSAY, f"{HEAD}{pictured(text)}\n")


def in_profile(root: Path, text: str) -> None:
    put(root, PROFILE, f"{COUNTRY}{text}\n")


def as_profile(root: Path, text: str) -> None:
    put(root, PROFILE, f"{text}\n")


def site_setting(root: Path, text: str) -> None:
    kept = [line for line in (root / "site.yaml").read_text("utf-8").splitlines() if not line.startswith("title:")]
    put(root, "site.yaml", "\n".join([text, *kept, ""]))


def added_setting(root: Path, text: str) -> None:
    put(root, "site.yaml", f"{(root / 'site.yaml').read_text('utf-8')}{text}\n")


def logo(root: Path, text: str) -> None:
    put(root, "static/logo.svg", text)
    added_setting(root, "logo: {light: static/logo.svg, alt: Our institute}")


def tree(root: Path, text: str) -> None:
    for name in re.findall(r"\(no (\S+)\)", text):
        (root / "data" / name).unlink()


def named(root: Path, text: str) -> None:
    """Write a document under each name that the example gives, of the size that it gives.

    A page has a link to it.
    """
    for line in text.splitlines():
        path, *size = GAP.split(line)
        head = HEAD if "pages/" not in path else "---\ntitle: A page\nsummary: A page.\n---\n\n"
        millions = float(size[0].split()[0]) if size and size[0].endswith("MB") else 0.0
        put(root, path, head + "Words of a text.\n" * int(millions * 1e6 / 17))
        if "pages/" in path:
            in_essay(root, f"See [the page](../pages/{Path(path).name}).")


def linked(root: Path, text: str) -> None:
    """Write as many documents of links as the example says."""
    found = re.match(r"(\w+) documents? with (?:about )?([\d,]+) links", text)
    assert found
    count = int(found[2].replace(",", ""))
    for number in range(NUMBERS[found[1]]):
        put(root, f"content/essays/links-{number}.md", HEAD + "[a](https://example.org/)\n" * count)


def file_kind(root: Path, text: str) -> None:
    """Make what the listing shows: `d` begins a folder's row, `-` a file's."""
    mode, name = text.split()[:2]
    path = root / "data/observations" / name
    kept = path.read_bytes()
    path.unlink()
    if mode.startswith("d"):
        path.mkdir()
        unbound(root)
    else:
        path.write_bytes(kept)


def symbolic(root: Path, text: str) -> None:
    path, arrow, target = text.partition(" -> ")
    outside = root.parent / "shared/population.csv"
    put(root.parent, "shared/population.csv", (root / "data/observations/population.csv").read_text("utf-8"))
    if arrow:
        (root / path).unlink()
        (root / path).symlink_to(target)
        assert (root / path).resolve() == outside.resolve()
        unbound(root)


def encoded(root: Path, text: str) -> None:
    words, _, encoding = text.partition(" saved as ")
    (root / ESSAY).write_bytes(f"{HEAD}{words}\n".encode(encoding))


def orphan(root: Path, text: str) -> None:
    put(root, "content/pages/history.md", "---\ntitle: History\nsummary: A page.\n---\n\nLong ago.\n")
    if "no link" not in text:
        in_essay(root, text)


def bibliography(root: Path, text: str) -> None:
    put(root, "content/references.bib", f"{text}\n")
    if "nye1990" in text:
        in_essay(root, "The term is from 1990 [@nye1990].")


def issue(root: Path, text: str) -> None:
    """Write an issue of briefs; what an example leaves out of each brief is added."""
    rest = "  countries: [KAZ]\n  theme: politics\n  headline: A poll\n  summary: It was held.\n  source: {publisher: P, date: 2021-01-12}\n"
    briefs = re.sub(r"(  date: .+\n)", rf"\1{rest}", f"{text}\n")
    put(
        root,
        "content/briefs/2021.yaml",
        f"title: News\ndate: 2021-01-13\nsummary: Short.\nsource: A bulletin.\n{briefs}",
    )


def template(root: Path, text: str) -> None:
    put(root, "templates/home.html", f"{text}\n")


def own_template(root: Path, text: str) -> None:
    put(root, text, '{% extends "theme:country.html" %}\n')


def own_style(root: Path, text: str) -> None:
    put(root, "templates/styles/own.css", f"{text}\n")


def taken_template(root: Path, text: str) -> None:
    """Take the file that the example names; a copy "from another version" has another original."""
    name = re.findall(r"[a-z-]+\.html", text)[0]
    original = read_theme()[name]
    put(root, f"templates/{name}", original.data.decode())
    earlier = Source(path=original.path, data=b"An earlier version.\n")
    put(root, RECORD, taken_text({name: taken_from(earlier if "another version" in text else original, "0.1.0")}))
