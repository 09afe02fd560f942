"""What browsers pass over in a style sheet without a word: what is not closed, what is no declaration.

Only what no browser takes is one. Names of properties, values and rules of tomorrow are nobody's business here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tinycss2.ast import Node

from generator.diagnostics import Diagnostic, Location, close_names
from generator.render.brackets import Fault, balance
from generator.rules import Rule

_OF_RULES = {
    *("media", "supports", "layer", "container", "scope", "starting-style", "page", "font-face"),
    *("keyframes", "-webkit-keyframes", "counter-style", "position-try"),
}
"""Rules in whose blocks are declarations and rules; others may have a grammar of their own."""
_AROUND_SHEET = ("<!--", "-->")
"""Signs of the oldest pages, which browsers pass over."""
_STATEMENTS = {"charset", "import", "namespace"}
_WITH_COLON = "progid"
"""What old values with a colon begin with: `progid:DXImageTransform.Microsoft.gradient()`."""

_FIRST_END = "Take it away; a comment ends at the first */ after its beginning."


def check_css(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield a problem for each fault of a sheet; while something is not closed, only of that."""
    tokens, unbalanced = balance(text)
    for node, message, hint in unbalanced or tuple(_tags(tokens))[:1] or _of_sheet(tokens):
        where = Location(path=path, line=node.source_line, column=node.source_column)
        yield Diagnostic(rule=Rule.STYLE_SYNTAX, location=where, message=message, hint=hint)


def _tags(tokens: Sequence[Node]) -> Iterator[Fault]:
    """Yield the tags around or between the rules of a sheet: it was meant for a page."""
    for node, after in pairwise(tokens):
        if node == "<" and (after.type == "ident" or after == "/"):
            yield node, "A style sheet has no tags; the rule after one is lost.", "Take away all of them."


def _of_sheet(tokens: Sequence[Node]) -> Iterator[Fault]:
    """Yield the faults of rules and declarations of a sheet where all is closed."""
    ahead = [(tokens, False)]
    while ahead:
        inner, nested = ahead.pop()
        for piece in _pieces(inner, nested=nested):
            fault = _fault_of(piece, nested=nested)
            if fault:
                yield fault
            if _has_rules(piece):
                ahead.append((piece[-1].content, True))


def _pieces(tokens: Iterable[Node], *, nested: bool) -> Iterator[list[Node]]:
    """Yield the words of each rule and declaration, a block last; without blanks at the beginning."""
    piece: list[Node] = []
    for node in tokens:
        if (nested or _rule_name(piece)) and node == ";":
            yield from [piece] * bool(piece)
            piece = []
        elif piece or not (node.type in {"whitespace", "comment"} or node in _AROUND_SHEET):
            piece.append(node)
            if node.type == "{} block" and not _is_variable(piece):
                yield piece
                piece = []
    yield from [piece] * bool(piece)


def _has_rules(piece: Sequence[Node]) -> bool:
    """Whether in the block at the end of a piece are declarations and rules."""
    if not _has_block(piece) or _is_variable(piece):
        return False
    return not _rule_name(piece) or _rule_name(piece) in _OF_RULES


def _fault_of(piece: Sequence[Node], *, nested: bool) -> Fault | None:
    """Return what is wrong with a rule or a declaration: the first that is."""
    if _is_variable(piece):
        return _end_of_comment(piece) or _of_variable(piece)
    name = _rule_name(piece)
    if name:
        return _of_statement(piece, name)
    looked = _of_rule if _has_block(piece) or not nested else _of_declaration
    return _end_of_comment(piece) or _remark(piece) or looked(piece)


def _of_statement(piece: Sequence[Node], name: str) -> Fault | None:
    if name in _STATEMENTS and _has_block(piece):
        return piece[0], f"Nothing ends this @{name}; the rule after it is lost with it.", "Write ; at its end."
    return None


def _end_of_comment(piece: Sequence[Node]) -> Fault | None:
    """Return the fault of a comment that ended before: comments have no others in them."""
    for node, after in pairwise(piece):
        if node == "*" and after == "/":
            return node, "This */ ends no comment; what comes after it is lost with it.", _FIRST_END
    return None


def _remark(piece: Sequence[Node]) -> Fault | None:
    """Return the fault of a remark as other languages have them."""
    for node, after in pairwise(piece):
        if node == "/" and after == "/":
            return node, "A style sheet has no remarks with //; what follows is lost with it.", "Write /* … */."
    return None


def _of_rule(piece: Sequence[Node]) -> Fault | None:
    """Return the fault of a rule whose selector cannot be one."""
    stop = next((node for node in piece if node == ";"), None)
    if stop is not None:
        return stop, "This ; stands before a rule, which is lost with it.", "Take it away, or put it between { and }."
    if not _has_block(piece):
        return piece[0], "Nothing follows this selector.", "Write its declarations between { and }, or take it away."
    if len(piece) == 1:
        return piece[0], "This block has no selector, so it is of nothing.", "Write before { what it is of."
    return _comma(_words(piece))


def _comma(words: Sequence[Node]) -> Fault | None:
    """Return the fault of a comma before the block of a rule."""
    if len(words) > 1 and words[-2] == ",":
        return words[-2], "No selector follows this comma, so the whole rule is lost.", "Take it away, or write one."
    return None


def _of_declaration(piece: Sequence[Node]) -> Fault | None:
    """Return the fault of a declaration; one that begins with a sign is meant for an old browser alone."""
    if piece[0].type != "ident":
        return None
    name = piece[0].value
    words = _words(piece[1:])
    if not words or words[0] != ":":
        return piece[0], f"After '{name}' there is no colon, so this is no declaration.", f"Write `{name}: …;`."
    if len(words) == 1:
        return piece[0], f"'{name}' has no value.", "Write one after the colon, or take the line away."
    if words[1] == ":":
        return words[1], f"A second colon follows '{name}', which is lost with it.", "Take it away."
    return _of_value(name, words)


def _of_value(name: str, words: Sequence[Node]) -> Fault | None:
    """Return the fault of a value: the next declaration is in it, or its last word is nearly `important`."""
    for node, after in pairwise(words):
        if after == ":" and node.type == "ident" and node.lower_value != _WITH_COLON:
            message = f"'{node.value}:' stands in the value of '{name}', so both are lost."
            return node, message, f"Write ; before '{node.value}'."
        if node == "!" and _is_misspelt(after):
            return node, f"'!{after.value}' is no word of CSS, so '{name}' is lost.", "Write !important."
    return None


def _is_misspelt(word: Node) -> bool:
    """Whether a word is nearly `important`; others, as `!ie`, are meant for an old browser alone."""
    if word.type != "ident" or word.lower_value == "important":
        return False
    return bool(close_names(word.lower_value, ["important"], cutoff=0.8))


def _of_variable(piece: Sequence[Node]) -> Fault | None:
    """Return the fault of a custom property, whose value is free, that swallows the next line."""
    words = _words(piece)
    for before, node, colon, after in zip(words, words[1:], words[2:], [*words[3:], None], strict=False):
        begins = node.type == "ident" and colon == ":" and node.source_line > before.source_line
        if begins and after != "/":  # an address may stand on a line of its own
            message = f"'{node.value}:' stands in the value of '{piece[0].value}' and is lost in it."
            return node, message, f"Write ; before '{node.value}'."
    return None


def _words(tokens: Sequence[Node]) -> list[Node]:
    return [node for node in tokens if node.type not in {"whitespace", "comment"}]


def _rule_name(piece: Sequence[Node]) -> str:
    """Return the name of a rule that begins with it, `media`; "" of another."""
    return str(piece[0].lower_value) if piece and piece[0].type == "at-keyword" else ""


def _has_block(piece: Sequence[Node]) -> bool:
    return bool(piece[-1].type == "{} block")


def _is_variable(piece: Sequence[Node]) -> bool:
    """Whether a piece declares a custom property, whose value is free: `--accent: {a b}`."""
    return bool(piece[0].type == "ident" and piece[0].value.startswith("--"))
