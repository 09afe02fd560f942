"""The corpus of the benchmarks: the same for a seed, a sound project, the same texts for others."""

from pathlib import Path

import pytest

from scripts.bench_corpus import make_corpus, plain_pages, write_project
from tests.projects import problems_of


def test_a_corpus_is_that_of_its_seed() -> None:
    assert make_corpus(3) == make_corpus(3)
    assert make_corpus(3) != make_corpus(3, seed=2)


@pytest.mark.slow
def test_it_is_a_sound_project(tmp_path: Path) -> None:
    write_project(make_corpus(4), tmp_path)
    assert problems_of(tmp_path) == ()


def test_others_get_the_same_text_and_figures_without_links() -> None:
    corpus = make_corpus(2)
    pages = plain_pages(corpus)
    assert len(pages) == 42
    title, text = pages[corpus[0].slug]
    assert title == corpus[0].name
    assert f"Measure 4 was {corpus[0].figures[4][-1]} in 2024." in text
    assert "{" not in text
    assert f"| {corpus[1].name} | {corpus[1].figures[7][-1]} |" in pages["measure-7"][1]
