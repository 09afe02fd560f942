r"""Markup in texts of BibTeX: `\textit{…}`, `{\em …}`, `CO$_2$`, `<i>…</i>`, `50%`."""

import re

_MARKUP = {
    "em": ("\ue010", "\ue011"),
    "strong": ("\ue012", "\ue013"),
    "sup": ("\ue014", "\ue015"),
    "sub": ("\ue016", "\ue017"),
}
"""Private-use characters before and after what stands in an element, until the reference is HTML."""
_COMMANDS = {
    **dict.fromkeys(("emph", "textit", "textsl", "it", "em", "sl", "itshape", "mkbibemph", "mkbibitalic"), "em"),
    **dict.fromkeys(("textbf", "bf", "bfseries", "mkbibbold"), "strong"),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript", "^"), "sup"),
    **dict.fromkeys(("textsubscript", "mkbibsubscript", "_"), "sub"),
}
_PLAIN = "textsc|textrm|textsf|texttt|textup|textmd|textnormal|text|mbox|hbox|url|path|nolinkurl|sc|rm|tt|normalfont|MakeUppercase"
_QUOTES = "enquote|mkbibquote"
_ELEMENTS = {"i": "em", "em": "em", "b": "strong", "strong": "strong", "sup": "sup", "sub": "sub"}
"""Elements of HTML, which catalogues on the web write into titles."""
_PERCENT = "\ue018"
"""A bare percent sign, with which a comment begins in LaTeX, and none for those who write one."""
_NAMES = "|".join(name for name in _COMMANDS if name.isalpha())
_TEXT = r"(?P<text>(?:[^{}]|\{[^{}]*\})*)"
_FORMS = (
    re.compile(rf"\\(?P<name>{_NAMES}|{_PLAIN}|{_QUOTES})\*?\s*\{{{_TEXT}\}}"),
    re.compile(rf"\{{\s*\\(?P<name>{_NAMES}|{_PLAIN})(?![A-Za-z])\s*{_TEXT}\}}"),
    re.compile(rf"<(?P<element>{'|'.join(_ELEMENTS)})>(?P<text>[^<>]*)</(?P=element)>"),
    re.compile(r"\$(?P<name>[\^_])(?:\{(?P<text>[^{}$]*)\}|(?P<one>\w))\$"),
)
_LINK = re.compile(r"\\href\s*\{[^{}]*\}\s*(?=\{)")
_NUMBER = re.compile(r"\\(?:num|SI|si)\s*(?=\{)")
_WORDS = {
    r"\\LaTeX\b(?:\{\})?": "LaTeX",
    r"\\TeX\b(?:\{\})?": "TeX",
    r"\\textquoteright\b\s?": "’",
    r"\\textquoteleft\b\s?": "‘",
    r"\\textquotedblleft\b\s?": "“",
    r"\\textquotedblright\b\s?": "”",
    r"\\(?:slash|textslash)\b\s?": "/",
    r"\\(?:thinspace|nobreakspace|addspace)\b\s?": " ",
    r"\\[,;:!](?![A-Za-z])": " ",
    r"\\[/-]": "",
}
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_DEPTH = 9


def mark_commands(text: str) -> str:
    """Return a file of BibTeX with marks in place of commands for emphasis and the like; no line moves."""
    text = _NUMBER.sub("", _LINK.sub("", _PRIVATE.sub("", text)))
    for pattern, word in _WORDS.items():
        text = re.sub(pattern, word, text)
    for _ in range(_DEPTH):
        before = text
        for form in _FORMS:
            text = form.sub(_marked, text)
        if text == before:
            break
    return re.sub(r"(?<!\\)%", _PERCENT, text)


def _marked(found: re.Match[str]) -> str:
    given = found.groupdict()
    name, text = given.get("name", ""), given.get("text") or given.get("one") or ""
    if name in _QUOTES.split("|"):
        return f"“{text}”"
    tag = _COMMANDS.get(name) or _ELEMENTS.get(given.get("element", ""), "")
    before, after = _MARKUP.get(tag, ("{", "}"))
    return f"{before}{text}{after}"


def unmarked(html: str) -> str:
    """Return the HTML of a reference with an element for each pair of marks, and percent signs."""
    for tag, (before, after) in _MARKUP.items():
        html = html.replace(before, f"<{tag}>").replace(after, f"</{tag}>")
    return html.replace(_PERCENT, "%")


def unread_command(html: str) -> str:
    """Return the first command that is left, empty if there is none."""
    found = re.search(r"\\[A-Za-z]+", html)
    return found[0] if found else ""
