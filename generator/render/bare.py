"""Templates without what HTML does not need: quotes around values of one word.

`<td class="bar" title="{{ words }}">` is read as `<td class=bar title="{{ words }}">`. It costs a page no time, as templates
are compiled once. It is for the theme, which keeps to what stands here: no block in a tag takes the spaces around it away
(`{%-`, or a block at the end of a line), and no script with markup in it stands in a template. Templates of projects stay as written.
"""

import re

JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_TAG = re.compile(r"<[A-Za-z][^<>']*>")
_BLOCK, _VALUE_OF = "\0", "\1"
"""What stands for a block or a remark of Jinja, which write nothing of their own, and for a value."""
_VALUE = r'="([!#-&(-;?-_a-z|~]+)"'
_QUOTED = re.compile(rf"{_VALUE}(?=[\s>])")
"""A value that may stand without quotes, up to a space or to the end of its tag."""

_BEFORE_BLOCKS = re.compile(rf"{_VALUE}(?={_BLOCK}*[\s>])")
_TOUCHING = re.compile(rf"{_BLOCK}[^\s>{_BLOCK}]")
"""What a value might run into without its quotes, where a block writes nothing."""


def bare(source: str) -> str:
    """Return a template whose values of one word have no quotes; a tag with `'` in it keeps all."""
    pieces = iter(JINJA.findall(source))
    plain = JINJA.sub(lambda found: _VALUE_OF if found[0].startswith("{{") else _BLOCK, source)
    return re.sub(f"[{_BLOCK}{_VALUE_OF}]", lambda _: next(pieces), _TAG.sub(_bare_tag, plain))


def _bare_tag(found: re.Match[str]) -> str:
    tag = found[0]
    return (_QUOTED if _TOUCHING.search(tag) else _BEFORE_BLOCKS).sub(r"=\1", tag)
