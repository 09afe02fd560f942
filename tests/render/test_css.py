"""Style sheets: what no browser takes is told at its place, all else is taken as it is."""

import pytest

from generator.diagnostics import in_order
from generator.render.css import check_css

MODERN = """
@charset "utf-8"; @layer base, ours; @import url("x.css") layer(base);
:root { --empty:; --any: {a;b} [c] !x; --pair: a b:c; --map: {
  a: b; c: d }
  (e: f,
  g: h)
  url(https://x.example); --link:
  https://x.example;
  --font: "x y",
    serif; --accent: light-dark(#000, #fff) }
@layer ours { .card { color: red; &:hover > a:not(.x) { color: blue } + p { margin: 0 } .y & { top: 0 } } }
@container card (width > 30em) { h1:is(.a, .b):has(> p) { inset: 0 auto } }
@media (400px <= width < 700px) { a::before { content: "}\\"/*" } /* { */ }
@supports not (display: grid) { a { *zoom: 1; _top: 0; color: red\\9; color: red !ie } }
a { filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#1'); width: if(style(--x: 1): 1px; else: 2px) }
a { _filter: progid:X.Y(); -webkit-filter: progid:X.Y(); background-image: progid:X.Y(startColorstr='#1') }
b > */**/, c { top: 0 ! important; left: 0 !IMPORTANT }
a { background: url(data:image/png;base64,AA//==), url( x.png );;; color: red !important }
@font-face { font-family: "x y"; src: url(x.woff2) format("woff2"); unicode-range: U+0025-00FF, u+4?? }
@property --x { syntax: "*"; inherits: false; initial-value: ; }
@keyframes turn { from { top: 0 } 33.3% { top: 1px } to { top: 2px } }
@page :first { margin: 1cm; @top-left { content: "x" } }
@font-feature-values X { @styleset { nice: 12; } } @something-new { a b c; }
<!-- b { top: 0 } --> /* the end */
"""


def faults(text: str) -> list[str]:
    return [f"{found.location}: {found.message}" for found in in_order(check_css("own.css", text))]


def test_what_is_new_old_or_unknown_is_taken() -> None:
    assert faults(MODERN) == []


@pytest.mark.parametrize("text", ["", "\n", "/* nothing */", "a {}"])
def test_little_is_enough(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("b {}\na { top: 0;\nc { top: 0 }\n", "2:3: Nothing closes this {; what follows is part of it."),
        ("a { width: calc(1px; }\nb { top: 0 }", "1:12: Nothing closes this calc(; what follows is part of it."),
        ("a { width: (1px; }\nb { top: var(--x)) }", "1:12: Nothing closes this (; what follows is part of it."),
        ("b {}\n /* a\nc {}", "2:2: Nothing closes the comment that begins here; the rest of the sheet is in it."),
        ("a { b: c /* d }", "1:10: Nothing closes the comment that begins here; the rest of the sheet is in it."),
        ('a { content: "x; }\nb {}', "1:14: The string that begins here does not end in its line."),
        ("a { content: 'x", "1:14: The string that begins here does not end in its line."),
        ("a { b: url(x y) }", "1:8: What stands in this url(…) is no address."),
        ("a { b: url(x", "1:8: What stands in this url(…) is no address."),
        ("a { top: 0 } }\nb {}", "1:14: This } closes nothing; what comes after it is lost with it."),
        ("a { top: calc(1px)) }", "1:19: This ) closes nothing; what comes after it is lost with it."),
        ("a { color red; }", "1:5: After 'color' there is no colon, so this is no declaration."),
        ("@media print { a { top: ; } }", "1:20: 'top' has no value."),
        ("a {\n  top: 0\n  left: 0;\n}", "3:3: 'left:' stands in the value of 'top', so both are lost."),
        (
            ":root {\n  --a: #7a1f3d\n  --b: #fff;\n  color: red\n}",
            "3:3: '--b:' stands in the value of '--a' and is lost in it.",
        ),
        (":root { --a: {b} /* c */\n  color : red }", "2:3: 'color:' stands in the value of '--a' and is lost in it."),
        ("a { & b { // why\n top: 0; } }", "1:11: A style sheet has no remarks with //; what follows is lost with it."),
        ("// why\na {}", "1:1: A style sheet has no remarks with //; what follows is lost with it."),
        ("a {};\nb {}", "1:5: This ; stands before a rule, which is lost with it."),
        ("{ top: 0 }", "1:1: This block has no selector, so it is of nothing."),
        ("a {} b", "1:6: Nothing follows this selector."),
        (f"a {{ b: 1;\nwidth: {'1' * 5000}px }}", "2:8: This number has 5000 digits; no measure has so many."),
        ("b {} /* a /* b */ c */\nd {}", "1:21: This */ ends no comment; what comes after it is lost with it."),
        ("a { /* b /* c */ */ top: 0 }", "1:18: This */ ends no comment; what comes after it is lost with it."),
        ("a { --b: 1 /* c /* d */ */; }", "1:25: This */ ends no comment; what comes after it is lost with it."),
        ("a { top: 0 !importnt; }", "1:12: '!importnt' is no word of CSS, so 'top' is lost."),
        ("a { color:: red; }", "1:11: A second colon follows 'color', which is lost with it."),
        (".kicker, /* b */ { top: 0 }", "1:8: No selector follows this comma, so the whole rule is lost."),
        ("a { & b,\n{ top: 0 } }", "1:8: No selector follows this comma, so the whole rule is lost."),
        ("<style>\na { b: c }\n</style>", "1:1: A style sheet has no tags; the rule after one is lost."),
        ("a {}\n</style>", "2:1: A style sheet has no tags; the rule after one is lost."),
        ("a { b: (1px; }\nc d) }", "1:8: Nothing closes this (; what follows is part of it."),
        ("a { width: calc(1px;", "1:12: Nothing closes this calc(; what follows is part of it."),
        ('@charset "x"\na {}', "1:1: Nothing ends this @charset; the rule after it is lost with it."),
        ("@namespace x url(y)\na {}", "1:1: Nothing ends this @namespace; the rule after it is lost with it."),
        ("@import url(x.css)\na {}", "1:1: Nothing ends this @import; the rule after it is lost with it."),
    ],
)
def test_a_fault_is_told_once_at_its_place(text: str, fault: str) -> None:
    assert faults(text) == [f"own.css:{fault}"]


@pytest.mark.parametrize(
    "rule",
    [
        *("media print", "supports (top: 0)", "layer x", "container (width > 1px)", "scope (.a)", "starting-style"),
        *("page", "font-face", "keyframes x", "-webkit-keyframes x", "counter-style x", "position-try --x"),
    ],
)
def test_what_is_in_a_rule_is_looked_at(rule: str) -> None:
    within = f"@{rule} {{ top 0; }}"
    assert faults(within) == [
        f"own.css:1:{within.index('top 0') + 1}: After 'top' there is no colon, so this is no declaration."
    ]


def test_each_of_several_faults_is_told() -> None:
    assert faults("a { top 0; left: ; }\nb { c }") == [
        "own.css:1:5: After 'top' there is no colon, so this is no declaration.",
        "own.css:1:12: 'left' has no value.",
        "own.css:2:5: After 'c' there is no colon, so this is no declaration.",
    ]


@pytest.mark.parametrize("text", ["(" * 3000, "a{" * 3000, "a{" * 3000 + "}" * 3000])
def test_depth_is_no_danger(text: str) -> None:
    assert len(faults(text)) in {0, 1, 3000}
