"""The works of a bibliography as readers see them, spelt as BibTeX or as BibLaTeX."""

import re

import pytest

from generator.content.biblatex import read_date
from generator.content.bibliography import PATH, load_bibliography
from generator.sources.files import Source, Sources

DATES = [
    ("2022", "2022"),
    ("2022-03", "March 2022"),
    ("2022-03-04", "4 March 2022"),
    ("2022-03-04T10:00:00Z", "4 March 2022"),
    ("2010-21", "Spring 2010"),
    ("2010-24", "Winter 2010"),
    ("2010/2012", "2010–2012"),
    ("2010-03/2010-04", "March 2010–April 2010"),
    ("2010/", "2010–"),
    ("2010/..", "2010–"),
    ("../2012", "until 2012"),
    ("2010~", "c. 2010"),
    ("2010?", "2010?"),
    ("2010%", "c. 2010?"),
    ("soon", None),
    ("2022-13", None),
    ("2022-02-30", None),
    ("/", None),
    ("2010/soon", None),
]
BOOK = "@book{x, author = {Doe, Jane}, title = {T}, publisher = {P}, "
PRINTED = [
    (
        "@article{x, author = {Doe, Jane}, title = {T}, journal = {J}, number = 8, pages = {1--2}, year = 2010}",
        "Jane Doe. T. <em>J</em>, 8:1–2, 2010.",
    ),
    ("@online{x, title = {A site}, author = {Doe, Jane}, date = {2022-03-04}}", "Jane Doe. A site. 4 March 2022."),
    ("@online{x, title = {A site}, organization = {World Bank}, date = {2022}}", "A site. World Bank, 2022."),
    ("@misc{x, title = {A}, year = {2022}, month = {3}}", "A. March 2022."),
    ("@misc{x, title = {A}, year = {2022}, month = mar}", "A. March 2022."),
    (BOOK + "location = {Paris}, date = {2010-21}}", "Jane Doe. <em>T</em>. P, Paris, Spring 2010."),
    (BOOK + "subtitle = {S}, year = {2010}, date = {2010-03}}", "Jane Doe. <em>T: S</em>. P, March 2010."),
    (
        "@article{x, author = {Doe, Jane}, title = {T}, journaltitle = {J}, date = {2010/2012}}",
        "Jane Doe. T. <em>J</em>, 2010–2012.",
    ),
    (
        "@article{x, author = {Doe, Jane}, title = {T}, journal = {J}, journaltitle = {J}, year = 2010}",
        "Jane Doe. T. <em>J</em>, 2010.",
    ),
    (
        "@report{x, author = {Doe, Jane}, title = {T}, institution = {I}, date = {2010}}",
        "Jane Doe. T. Technical Report, I, 2010.",
    ),
    (
        "@thesis{x, author = {Doe, Jane}, title = {T}, institution = {U}, type = {mathesis}, date = {2010}}",
        "Jane Doe. <em>T</em>. Master's thesis, U, 2010.",
    ),
    (
        r"@misc{x, title = {A \textit{b} {\em c} \textbf{d \emph{e}} \enquote{f} \textsc{g} \href{https://example.org/}{h}}}",
        "A <em>b</em> <em>c</em> <strong>d <em>e</em></strong> “f” g h.",
    ),
    (
        r"@misc{x, title = {{CO$_2$, 10$^{6}$, \'e, 5 \% \& \LaTeX{}}}}",
        "CO<sub>2</sub>, 10<sup>6</sup>, é, 5 % &amp; LaTeX.",
    ),
    (
        "@misc{x, title = {A <i>b <sup>c</sup></i> & 50% \\& 3\\% of <d}, url = {https://x.org/%20}}",
        'A <em>b <sup>c</sup></em> &amp; 50% &amp; 3% of &lt;d. URL: <a href="https://x.org/%20">https://x.org/%20</a>.',
    ),
    (
        r"""@misc{x, title = {A}, author = {M{\"u}ller, Jan and Nu{\~n}ez, D and Ren{\'{e}}, A and \v{Z}ek, T}}""",
        "Jan Müller, D Nuñez, A René, and T Žek. A.",
    ),
    ("@misc{x, title = {A}, author = {50% Club}}", "50% Club. A."),
    ("@misc{x, title = {A}, abstract = {Long}, keywords = {k}, file = {f}}", "A."),
]
TOLD = [
    (BOOK + "year = 2010, date = {2011}}", "'Year' is"),
    (BOOK + "date = {soon}}", "The date 'soon' cannot be read"),
    (BOOK + "year = 2010, address = {A}, location = {B}}", "'address' and 'location' differ."),
    (BOOK + "year = 2010, translator = {Roe, Max}}", "The field 'translator' of '@book' is not printed."),
    (BOOK + "year = 2010, editor = {Roe, Max}}", "The field 'editor' of '@book' is not printed."),
    (BOOK + r"year = 2010, note = {\foo{a}}}", r"The command '\foo' of LaTeX is not read."),
    (BOOK + "}", "The entry 'x' cannot be printed"),
    ("\n@bok{x, title = {A}}", "There is no kind of work '@bok'."),
]


def load(text: str) -> tuple[list[str], list[str]]:
    sources = Sources(files={PATH: Source(path=PATH, data=text.encode())})
    works, problems = load_bibliography(sources)
    return [re.sub(r"&nbsp;|\xa0", " ", work.html) for work in works.values()], [each.message for each in problems]


@pytest.mark.parametrize(("written", "expected"), DATES)
def test_a_date_is_read_in_words(written: str, expected: str | None) -> None:
    assert read_date(written) == expected


NAMES = [
    ("von Neumann, Jr, John", "John von Neumann, Jr"),
    ("von Neumann, John, Jr", "John von Neumann, Jr"),
    ("Gates, William Henry, III", "William Henry Gates, III"),
    ("Doe, {Freiherr von}, Hans", "Hans Doe, Freiherr von"),
    ("Doe, Jane and others", "Jane Doe and others"),
    ("{World Bank, Research & Data; et al}", "World Bank, Research &amp; Data; et al"),
    (r"{{M{\"u}ller, Roe, & Co}, Inc}", "Müller, Roe, &amp; Co, Inc"),
    (r"Johnson \& Johnson", "Johnson &amp; Johnson"),
]
LISTS = [
    ("Kym Anderson, Signe Nelgen, Jo Smith", "3:2 'Kym Anderson, Signe Nelgen, Jo Smith' is read as one name."),
    ("Anderson, Kym & Nelgen, Signe", "3:2 'Anderson, Kym & Nelgen, Signe' is read as one name."),
    ("Anderson, Kym; Nelgen, Signe", "3:2 'Anderson, Kym; Nelgen, Signe' is read as one name."),
    ("Anderson, Kym,\n Nelgen, Signe", "3:12 'Anderson, Kym, Nelgen, Signe' is read as one name."),
    ("Anderson, Kym et al.", "3:2 'et al.' is read as a part of the name."),
    ("Anderson, Kym & Signe Nelgen", "3:2 'Anderson, Kym & Signe Nelgen' is read as one name."),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_a_name_is_printed_in_its_order(text: str, expected: str) -> None:
    assert load(f"@misc{{x, title = {{T}}, author = {{{text}}}}}") == ([f"{expected}. T."], [])


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_authors_without_and_are_told_at_their_line(text: str, expected: str) -> None:
    works = f"@misc{{y}}\n@misc{{x, title = {{T}},\n author = {{{text}}}}}"
    _works, (problem,) = load_bibliography(Sources(files={PATH: Source(path=PATH, data=works.encode())}))
    assert f"{problem.location.line}:{problem.location.column} {problem.message}".startswith(expected)
    assert " and " in problem.hint


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_a_work_is_printed_whole(text: str, expected: str) -> None:
    assert load(text) == ([expected], [])


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_what_would_be_lost_is_told(text: str, expected: str) -> None:
    (message,) = load(text)[1]
    assert message.casefold().startswith(expected.casefold())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@book{a,\n title = {X},\n\n@book{b,\n title = {Y}\n}\n", "1:1 A brace of the entry 'a' is not closed"),
        ("@book{a,\n title = {X,\n year = {1}\n}\n\n@book{b,\n title = {Y}\n}\n", "1:1 A brace of the entry 'a'"),
        ("@misc{a,\n title = {X}\n}\n @misc{b,\n title = {Y},\n", "4:2 A brace of the entry 'b'"),
        ("@book{a,\n title = {X}\n year = {2}\n}\n", "3:1 syntax error in line 3: '}' expected."),
        ("@misc{a,\n title = {X}\n}}\n@misc{b,\n title = {Y}\n year = {2}\n}\n", "6:1 syntax error in line 6"),
    ],
)
def test_an_open_brace_is_told_at_its_entry(text: str, expected: str) -> None:
    _works, (problem,) = load_bibliography(Sources(files={PATH: Source(path=PATH, data=text.encode())}))
    assert f"{problem.location.line}:{problem.location.column} {problem.message}".startswith(expected)
