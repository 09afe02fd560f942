"""Addresses that a contract asks: each series, the pages that follow, the metadata beside them."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from generator.imports.cells import Reply, refused
from generator.imports.contract import Contract, ContractShape, Reader
from generator.imports.readers import worldbank

WORLD_BANK, OUR_WORLD = "api.worldbank.org", "ourworldindata.org"
HOSTS: Mapping[Reader, tuple[str, ...]] = {Reader.WORLDBANK: (WORLD_BANK,), Reader.OWID: (OUR_WORLD,)}
PER_PAGE = 20_000
LICENCE_STATUS = 403


def hosts(contracts: tuple[Contract, ...]) -> frozenset[str]:
    """Return the hosts that contracts may ask: their readers' and those of their own addresses."""
    own = {urlsplit(contract.terms.url).hostname or "" for contract in contracts if contract.terms.url}
    return frozenset((*own, *(host for contract in contracts for host in HOSTS.get(contract.terms.reader, ()))))


def address(contract: Contract, indicator: str) -> str:
    """Return the address of the figures of a series that no file has."""
    terms, code = contract.terms, contract.terms.series[indicator].code
    if terms.url:
        return terms.url.replace("{code}", quote(code, safe=""))
    if terms.reader is Reader.WORLDBANK:
        return _worldbank(terms, code)
    return f"https://{OUR_WORLD}/grapher/{quote(terms.dataset)}.csv?v=1&csvType=full&useColumnShortNames=true"


def metadata_address(terms: ContractShape) -> str:
    """Return the address of the metadata of a chart of Our World in Data; empty for other readers."""
    if terms.reader is not Reader.OWID or terms.url:
        return ""
    return f"https://{OUR_WORLD}/grapher/{quote(terms.dataset)}.metadata.json?v=1&csvType=full&useColumnShortNames=true"


def indicator_address(code: str) -> str:
    """Return the address of the World Bank's description of an indicator."""
    return f"https://{WORLD_BANK}/v2/indicator/{quote(code, safe='.')}?format=json"


def _worldbank(terms: ContractShape, code: str) -> str:
    asked = {"format": "json", "per_page": str(PER_PAGE), "footnote": "y"}
    if terms.dataset:
        asked["source"] = terms.dataset
    if terms.years:
        asked["date"] = f"{terms.years[0]}:{terms.years[1]}"
    return f"https://{WORLD_BANK}/v2/country/all/indicator/{quote(code, safe='.')}?{urlencode(asked, safe=':')}"


def next_address(reader: Reader, url: str, reply: Reply) -> str:
    """Return the address of the page after a reply; empty after the last. Raises ReplyError."""
    if reader is not Reader.WORLDBANK:
        return ""
    head, _records = worldbank.page_of(reply)
    page, pages = int(head.get("page") or 1), int(head.get("pages") or 1)
    return _with(url, page=str(page + 1)) if page < pages else ""


def state(reader: Reader, reply: Reply) -> tuple[str, str]:
    """Return what all pages of an answer share: its date of update and its number of records."""
    if reader is not Reader.WORLDBANK:
        return "", ""
    head, _records = worldbank.page_of(reply)
    return head.get("lastupdated", ""), head.get("total", "")


def check_status(reply: Reply) -> None:
    """Raise ReplyError for an answer of the producer that is no data."""
    if reply.status == 200:  # noqa: PLR2004 - HTTP's "OK"
        return
    hints = {
        404: "Check the address, the code and the dates.",
        413: "Too much was asked for at once: fix more dimensions in the address, or fewer years.",
    }
    raise refused(
        f"The producer answers HTTP {reply.status} to {reply.url}.", hints.get(reply.status, "Check the address.")
    )


def _with(url: str, **asked: str) -> str:
    parts = urlsplit(url)
    query = {**dict(parse_qsl(parts.query)), **asked}
    return urlunsplit(parts._replace(query=urlencode(query, safe=":")))
