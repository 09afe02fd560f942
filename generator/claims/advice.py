"""What to write instead of a trend that does not agree or cannot be read."""

from generator.claims.numbers import parse_figure
from generator.claims.trends import Change, parse_trend, trend_agrees

FACTORS = ("doubled", "more than doubled", "nearly doubled", "tripled", "more than tripled", "quadrupled", "halved")
"""Words for factors in the order in which they are offered."""


def advice(change: Change, verb: str) -> str:
    """Return words that agree with a change: `The last is 2.13 times the first: write rose or more than doubled`."""
    fitting = [word for word in FACTORS if (typed := parse_trend(word)) and trend_agrees(typed, change)]
    write = f"rite {verb} or {fitting[0]}" if fitting else f"rite {verb}, or an amount that agrees"
    if change.first <= 0:
        return f"W{write}"
    return f"The last is {change.last / change.first:,.2f} times the first: w{write}"


def how_to_write(text: str) -> str:
    """Return how a trend that cannot be read is written; an amount alone does not say which way."""
    amount = text.strip().removeprefix("by ")
    if parse_figure(amount) is not None:
        return f"An amount alone does not say which way: [rose by {amount}], [{amount} more] or a sign before figures."
    return (
        "Use a verb such as rose, fell, doubled, or stable; an amount follows by: rose by 10 %. "
        "Bind other figures by themselves."
    )
