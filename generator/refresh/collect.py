"""All pages of a producer's answer; it is asked for again if it changes between two pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.imports.asking import LICENCE_STATUS, address, check_status, metadata_address, next_address, state
from generator.imports.cells import Fault, Reply, ReplyError
from generator.imports.contract import RAW, Contract, Reader
from generator.network.fetch import NetworkError
from generator.rules import Rule

Get = Callable[[str], Reply]
MOST_PAGES = 200


class _ChangedError(Exception):
    """An answer that changed between two pages."""


@dataclass(slots=True, kw_only=True)
class Collector:
    """Replies of series, each address asked for once."""

    root: Path
    get: Get
    kept: dict[str, Reply] = field(default_factory=dict)

    def replies(self, contract: Contract, indicator: str) -> list[Reply]:
        """Return all pages of a series; raises ReplyError."""
        if file := contract.file(indicator):
            return [read_file(self.root, file)]
        first = address(contract, indicator)
        try:
            return self._pages(contract.terms.reader, first)
        except _ChangedError:
            pass
        for url in [url for url in self.kept if url.startswith(first)]:
            del self.kept[url]
        try:
            return self._pages(contract.terms.reader, first)
        except _ChangedError as error:
            message = "The answer changed between its pages, twice in a row."
            fault = Fault(rule=Rule.REPLY_ERROR, message=message, hint="The producer is updating; try later.")
            raise ReplyError(fault) from error

    def metadata(self, contract: Contract, indicator: str) -> Reply | None:
        """Return the reply with descriptions of a series' columns, if there is one; raises ReplyError."""
        url = "" if contract.file(indicator) else metadata_address(contract.terms)
        return self.ask(url) if url else None

    def _pages(self, reader: Reader, url: str) -> list[Reply]:
        found = [self.ask(url)]
        while (following := next_address(reader, found[-1].url, found[-1])) and len(found) < MOST_PAGES:
            found.append(self.ask(following))
            if state(reader, found[-1]) != state(reader, found[0]):
                raise _ChangedError
        return found

    def ask(self, url: str) -> Reply:
        """Return the reply of an address, asked for once; raises ReplyError."""
        if url not in self.kept:
            try:
                reply = self.get(url)
            except NetworkError as error:
                raise ReplyError(Fault(rule=Rule.NETWORK, message=error.message, hint=error.hint)) from error
            _check_licence(reply)
            check_status(reply)
            self.kept[url] = reply
        return self.kept[url]


def _check_licence(reply: Reply) -> None:
    """Raise ReplyError for Our World in Data's HTTP 403, by which a chart must not be passed on."""
    if reply.status == LICENCE_STATUS and "ourworldindata.org" in reply.url:
        message = "Our World in Data may not pass this chart's figures on (HTTP 403)."
        hint = "Take them from their producer, or list the series in withheld.yaml."
        raise ReplyError(Fault(rule=Rule.LICENCE_CHANGED, message=message, hint=hint))


def read_file(root: Path, name: str) -> Reply:
    """Return a file of data/raw/ as a reply; raises ReplyError."""
    path = root / RAW / name
    try:
        return Reply(url=f"{RAW}/{name}", body=path.read_bytes())
    except OSError as error:
        hint = f"Put the file into {RAW}/; `file:` names it."
        fault = Fault(rule=Rule.REPLY_ERROR, message=f"'{RAW}/{name}' cannot be read: {error.strerror}.", hint=hint)
        raise ReplyError(fault) from error
