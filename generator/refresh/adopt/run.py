"""A first look at a series or a file: its figures, and what importing it would write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.data.countries import Country
from generator.imports.areas import read_areas
from generator.imports.asking import indicator_address
from generator.imports.cells import Reply
from generator.imports.contract import RAW, Contract, Reader
from generator.imports.readers import owid, worldbank
from generator.imports.reading import read_cells
from generator.imports.rows import Mapped, map_cells
from generator.imports.sniff.look import Look
from generator.refresh.adopt.files import files_of, questions_of
from generator.refresh.adopt.standing import check_name, standing_words
from generator.refresh.adopt.terms import SCHEMES, beside, draft_contract, look_into, series_terms
from generator.refresh.adopt.wish import About, Case, Wish
from generator.refresh.collect import Collector
from generator.refresh.lists import FOLDER as LISTS
from generator.refresh.lists import area_sources
from generator.refresh.run import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """The result of a first look: contract, rows, and the files to write."""

    contract: Contract
    mapped: Mapped
    files: Mapping[str, bytes]
    look: Look | None
    questions: str
    """The path of the list of areas that asks; empty where all are known."""
    standing: str
    """Which figures would be replaced, in words; empty where there are none."""


def adopt_file(project: Project, countries: Mapping[str, Country], path: Path, wish: Wish) -> Adopted:
    """Return the figures of a file, and the files to write; raises LookError, ReplyError and OSError."""
    check_name(project, wish)
    reply = Reply(url=path.name, body=path.read_bytes())
    kept = re.sub(r"[^A-Za-z0-9._-]+", "-", path.stem).strip("-.") + path.suffix.lower()
    look, terms = look_into(project, countries, reply, wish, kept)
    terms = beside(project.contracts.get(wish.origin), terms, wish.indicator)
    files = {f"{RAW}/{kept}": reply.body}
    about = About(title=_title(look, path))
    case = Case(
        project=project,
        contract=draft_contract(wish, terms),
        replies=(replace(reply, url=f"{RAW}/{kept}"),),
        wish=wish,
        about=about,
    )
    return _adopted(case if look else _with_list(case, countries), countries, look, files)


def adopt_series(
    project: Project, countries: Mapping[str, Country], collector: Collector, reader: Reader, code: str, wish: Wish
) -> Adopted:
    """Return the figures of a producer's series, and the files to write; raises LookError and ReplyError."""
    check_name(project, wish)
    before = project.contracts.get(wish.origin)
    terms = series_terms(before, wish, reader, code)
    contract = draft_contract(wish, terms)
    pages = collector.replies(contract, wish.indicator)
    about = _about(collector, contract, wish.indicator, code)
    extra = collector.metadata(contract, wish.indicator)
    replies = (*pages, *((extra,) if extra else ()))
    case = Case(project=project, contract=contract, replies=replies, wish=wish, about=about)
    return _adopted(case, countries, None, {})


def _about(collector: Collector, contract: Contract, indicator: str, code: str) -> About:
    """Return the producer's words for a series."""
    if contract.terms.reader is Reader.WORLDBANK:
        _head, records = worldbank.page_of(collector.ask(indicator_address(code)))
        said = records[0] if records and isinstance(records[0], dict) else {}
        description = str(said.get("sourceNote") or "").split(". ")[0].strip().rstrip(".")
        return About(title=str(said.get("name") or code), description=f"{description}." if description else "")
    if extra := collector.metadata(contract, indicator):
        said = next((column for column in owid.columns_of(extra).values() if isinstance(column, dict)), {})
        title, description = str(said.get("titleShort") or code), str(said.get("descriptionShort") or "")
        return About(title=title, description=description, unit=str(said.get("unit") or ""))
    return About()


def _title(look: Look | None, path: Path) -> str:
    named = look.values[0] if look and len(look.values) == 1 else ""
    return named or path.stem.replace("_", " ").replace("-", " ")


def _with_list(case: Case, countries: Mapping[str, Country]) -> Case:
    """Return the case with the list that leaves fewest areas unknown, unless one is named already."""
    terms, wish = case.contract.terms, case.wish
    if terms.areas or wish.origin in case.project.contracts or not _mapped(case, countries).unknown:
        return case
    named = (terms.model_copy(update={"areas": scheme}) for scheme in SCHEMES)
    tried = [replace(case, contract=draft_contract(wish, each)) for each in named]
    return min(tried, key=lambda each: len(_mapped(each, countries).unknown))


def _mapped(case: Case, countries: Mapping[str, Country]) -> Mapped:
    """Return the rows of the replies; raises ReplyError."""
    terms, wish = case.contract.terms, case.wish
    pages = [reply for reply in case.replies if "metadata.json" not in reply.url]
    return map_cells(
        read_cells(terms.reader, pages, case.contract.query(wish.indicator)),
        terms,
        terms.series[wish.indicator],
        origin=wish.origin,
        default_status=case.default_status,
        areas=read_areas(area_sources(case.project.sources, case.contract.lists), countries)[0],
    )


def _adopted(case: Case, countries: Mapping[str, Country], look: Look | None, files: dict[str, bytes]) -> Adopted:
    """Return the figures with the files to write: drafts and data, or a list of unknown areas."""
    mapped = _mapped(case, countries)
    questions = f"{LISTS}/{case.wish.origin}.csv" if mapped.unknown else ""
    if questions:
        files = {questions: questions_of(case.project, questions, mapped)}
    else:
        files = files | files_of(case, mapped) if mapped.rows and not mapped.faults else {}
    standing = standing_words(case.project, case.wish)
    return Adopted(
        contract=case.contract, mapped=mapped, files=files, look=look, questions=questions, standing=standing
    )
