"""`claim:` references: a figure as its source states it, with the result of a check."""

from decimal import Decimal

from generator.claims.bound import Binding, BoundValue, fault, is_blank
from generator.claims.check_figure import Expected, check_figure
from generator.claims.figures import ENGLISH
from generator.claims.grammar import plain
from generator.claims.statement_text import check_text, stated_figure, verdict
from generator.content.references import Reference
from generator.data.catalog import UnitKind
from generator.data.dataset import Dataset
from generator.data.statements import StatedUnit, Statement
from generator.messages import gettext as _
from generator.rules import Rule


def bind_claim(reference: Reference, dataset: Dataset) -> Binding:
    """Return the figure of a `claim:` reference as its source states it, or the problem."""
    statement = dataset.statements.get(reference.target)
    if statement is None:
        message = f"There is no claim '{reference.target}'."
        return fault(Rule.CLAIM_UNKNOWN, reference, message, "The ids are in data/claims/.")
    return bind_statement(reference, statement)


def bind_statement(reference: Reference, statement: Statement) -> Binding:
    """Return the figure of a reference to a statement, in `data/claims/` or a brief, or the problem."""
    if not statement.value:
        return _in_words(reference, statement)
    shown = stated_figure(statement)
    value, kind = Decimal(statement.value), _unit_kind(statement.unit_kind)
    record = Expected(kind=kind, symbol=statement.unit, value=value, shown=shown, period=statement.period)
    text, problems = check_figure(reference, record)
    return (None, problems) if problems else (_stated_bound(reference, statement, text), ())


def _unit_kind(stated: StatedUnit) -> UnitKind:
    """Return the kind of a stated unit as an indicator has it: ranks and years are plain numbers."""
    return UnitKind.INDEX if stated in {StatedUnit.RANK, StatedUnit.YEAR} else UnitKind(stated)


def _in_words(reference: Reference, statement: Statement) -> Binding:
    """Return the bound text of a statement in words."""
    if is_blank(reference) or any(c.isdigit() for c in reference.text) or ENGLISH.others(plain(reference.text)):
        message = f"'{statement.id}' states no figure, so '{reference.text}' cannot be held against one."
        hint = "Write words without figures: [hardly any](claim:…)"
        return fault(Rule.CLAIM_UNREADABLE, reference, message, hint)
    return _stated_bound(reference, statement, reference.text), ()


def _stated_bound(reference: Reference, statement: Statement, text: str) -> BoundValue:
    who = statement.attributed_to
    stated_in = _("{who}, as stated in {source}").format(who=who, source=statement.source)
    source = stated_in if who else statement.source
    checked = (verdict(statement.check.result), check_text(statement.check))
    return BoundValue(
        text=text,
        exact=stated_figure(statement) if statement.value else _("no figure stated"),
        machine=statement.value,
        subject=statement.title if statement.period in statement.title else f"{statement.title} ({statement.period})",
        country=statement.country,
        indicator="",
        year="",
        status="",
        source=source,
        url="",
        quoted=reference.title if reference.option("quoted") else "",
        check=". ".join(text for text in checked if text),
    )
