"""What methods, means and treatments are called, and their formulas."""

from generator.indices.contract import Aggregation, Method, Normalisation, Outliers
from generator.messages import gettext as _
from generator.pages.blocks.indices.words import number_text

TREATMENTS = {
    Outliers.WINSORISE: _(
        "While they do not pass and fewer than {points} points are drawn in: with g ≥ 0 all values equal to the largest take "
        "the next lower one, else all equal to the smallest the next higher one."
    ),
    Outliers.LOG: _("All values are put on a logarithmic scale, given below."),
    Outliers.AUTO: _(
        "Where they pass, nothing is done. Else, while they do not pass and fewer than {points} points are drawn in: with g ≥ "
        "0 all values equal to the largest take the next lower one, else all equal to the smallest the next higher one. Where "
        "that is not enough it is undone, and all values are put on a logarithmic scale."
    ),
}
SCALES = {
    Method.MIN_MAX: ("u = (x − min) / (max − min)", "↓ u = (max − x) / (max − min)"),
    Method.GOALPOSTS: (
        _("x ← low where x < low, high where x > high"),
        "u = (x − low) / (high − low)",
        _("with f = ln: u = (ln x − ln low) / (ln high − ln low)"),
        "↓ u ← 1 − u",
    ),
    Method.TARGET: (
        "u = (x − min) / (target − min)",
        "↓ u = (max − x) / (max − target)",
        _("u ← 1 where u > 1"),
    ),
    Method.PERCENTILE_RANK: (_("u = number of countries strictly worse / (n − 1)"),),
    Method.RANK: (_("u = 1 − number of countries strictly better / (n − 1)"),),
    Method.Z_SCORE: (
        _("score = mean + sd · (x − m) / s"),
        _("↓ score = mean − sd · (x − m) / s"),
        "s² = Σ(x − m)² / (n − 1)",
    ),
}
MEANS = {
    Aggregation.ARITHMETIC: "S = Σ w·s / Σ w",
    Aggregation.GEOMETRIC: "S = exp(Σ w·ln s / Σ w)",
    Aggregation.HARMONIC: "S = Σ w / Σ (w / s)",
}
MOMENTS = (
    "d = x − m,  S₂ = Σ d²,  S₃ = Σ d³,  S₄ = Σ d⁴",
    "g = √n · S₃ / S₂^1.5 · √(n(n − 1)) / (n − 2)",
    "k = ((n + 1)(n · S₄ / S₂² − 3) + 6)(n − 1) / ((n − 2)(n − 3))",
)
LOGARITHM = ("a = 0.01 · (max − min)", "g ≥ 0: x ← ln(x − min + a)", "g < 0: x ← −ln(max − x + a)")
METHODS = {
    Method.MIN_MAX: _("Smallest to largest"),
    Method.GOALPOSTS: _("Between fixed goalposts"),
    Method.TARGET: _("Way to a target"),
    Method.PERCENTILE_RANK: _("Share of countries that are worse"),
    Method.RANK: _("Share of countries that are not better"),
    Method.Z_SCORE: _("Standard deviations from the mean"),
}
AGGREGATIONS = {
    Aggregation.ARITHMETIC: _("Arithmetic mean"),
    Aggregation.GEOMETRIC: _("Geometric mean"),
    Aggregation.HARMONIC: _("Harmonic mean"),
}


def method_text(how: Normalisation) -> str:
    """Return a method with its numbers: `Between fixed goalposts 20 and 85; scores 0 to 100`."""
    said = METHODS[how.method]
    if how.method is Method.Z_SCORE:
        return _("{method}; mean {mean}, one deviation {sd} points").format(
            method=said, mean=number_text(how.mean), sd=number_text(how.sd)
        )
    if how.method is Method.GOALPOSTS:
        said = _("{method} {low} and {high}").format(method=said, low=number_text(how.low), high=number_text(how.high))
        said = _("{method}, f = ln").format(method=said) if how.log else said
    if how.method is Method.TARGET:
        said = _("{method} of {target}").format(method=said, target=number_text(how.target))
    return _("{method}; scores {low} to {high}").format(
        method=said, low=number_text(how.low_score), high=number_text(how.high_score)
    )
