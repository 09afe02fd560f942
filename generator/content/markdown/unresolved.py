"""Unresolved references: labels that nothing defines, and addresses that the parser dropped."""

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape

from generator.content.markdown.links import OUTER
from generator.content.markdown.positions import TAG, SourceMap
from generator.content.markdown.unread import written_as
from generator.content.references import SCHEMES
from generator.diagnostics import Diagnostic, Location, close_names
from generator.rules import Rule

_LABELLED = re.compile(r"\](?<!\\\])(?=\[(?![\^@])(?P<label>[^\[\]]*)\])")
_SCHEMES = tuple(f"{scheme}:" for scheme in (*SCHEMES, *OUTER))
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]+)\]:\s*<?")


def find_undefined(clean: str, labels: Collection[str], source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each `[text][label]` and `[text][]` that is printed as it stands."""
    text = _flat(unescape(clean))
    for found in _LABELLED.finditer(source_map.without_code):
        opening = source_map.opening(found.start())
        label = found["label"] or ("" if opening is None else source_map.text[opening + 1 : found.start()])
        if opening is not None and _flat(label).lower() not in labels and _flat(f"][{found['label']}]") in text:
            yield _undefined(source_map.location(opening), _flat(label), labels)


def _undefined(where: Location, label: str, labels: Collection[str]) -> Diagnostic:
    close = close_names(label.lower(), labels)
    meant = f"{_meant(close[0])} Otherwise write" if close else "Write"
    link = written_as(label) if label.startswith(_SCHEMES) else "[text](address)"
    hint = rf"{meant} {link}, or \[ for a bracket that is meant."
    message = f"Nothing defines the label '{label}'."
    return Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=message, hint=hint)


def find_lost(
    tagged: str, taken: Collection[int], source_map: SourceMap, known: Collection[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield a problem for each address that is neither bound nor printed nor named at its line already.

    `tagged` is the parser's HTML with the number of every link that it left in the text, `taken` the numbers of its links.
    """
    printed = {int(found[1]) for found in TAG.finditer(tagged)}
    lines = {each.location.line for each in known}
    hints = " ".join(each.hint for each in known)
    for number in range(source_map.count):
        where, address = source_map.link(number), source_map.address(number)
        lost = number not in taken and number not in printed and address.strip("<>#\n")
        if lost and where.line not in lines:
            yield from _lost(source_map.written(number), where, hints)


def _lost(written: str, where: Location, hints: str) -> Iterator[Diagnostic]:
    if found := _DEFINITION.match(written):
        if _meant(found[1].lower()) in hints:
            return  # the misspelt label that meant it is a problem already
        message = f"No link uses this definition of '{found[1]}'."
        hint = f"Write [text][{found[1]}], or take the definition away; of two with one label the last counts."
        yield Diagnostic(rule=Rule.DEFINITION_UNUSED, location=where, message=message, hint=hint)
        return
    message, hint = "This link does not get into the page.", "Write [text](address) in a sentence of its own."
    yield Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=message, hint=hint)


def _meant(label: str) -> str:
    return f"Did you mean [{label}]?"


def labels_of(definitions: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Return the labels that links may name, without the numbers that mark addresses."""
    return frozenset(TAG.sub("", label) for label in definitions)


def _flat(text: str) -> str:
    return " ".join(text.split())
