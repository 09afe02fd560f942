"""Templates compiled so that they run quicker and write the same.

Jinja lets any function have the context, and escapes into records of its own what is written out at once. No function of
our templates asks for the context, so they are called as they are. Contexts and macros hold each other, and the page with
them: they let go when it is rendered, so that no search for garbage is needed.
"""

import re
from collections.abc import Callable, Mapping
from operator import call
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.messages import gettext, ngettext

CONTEXTS = ""
"""The name under which a page's contexts are listed: no template can ask for it."""
_ESCAPED = re.compile("[&<>'\"]").search


def written(value: object) -> str:
    """Return a value as it stands in a page: text escaped, HTML as it is."""
    if type(value) is str:  # most values: no further call
        return str(escape(value)) if _ESCAPED(value) else value
    if type(value) is Markup:  # not copied: a page's parts are joined in the end
        return value
    if hasattr(value, "__html__"):
        return str(value.__html__())
    return _escaped(str(value))


def _escaped(text: str) -> str:
    """Return a text with entities; to see that most need none is quicker than a record of it."""
    return str(escape(text)) if _ESCAPED(text) else text


class QuickMacro(Macro):
    """A macro that passes on its arguments where all are given by their places."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - what a template passes
        """Return the HTML of the macro."""
        plain = not kwargs and len(args) == self._argument_count and not (self.caller or self.catch_varargs)
        if plain and not self.catch_kwargs:
            return Markup(self._func(*args))  # noqa: S704 - a macro's text is escaped where it is written
        return super().__call__(*args, **kwargs)


class ListedContext(Context):
    """The variables of a template or of one that it imports, listed where its page asks for that."""

    def __init__(self, environment: Environment, parent: dict[str, Any], *rest: Any, **named: Any) -> None:  # noqa: ANN401 - as Jinja makes it
        super().__init__(environment, parent, *rest, **named)
        if CONTEXTS in parent:
            parent[CONTEXTS].append(self)


def let_go(contexts: list[Context]) -> None:
    """Empty the contexts of a page that is rendered, and their list."""
    for context in contexts:
        context.vars.clear()
    contexts.clear()


class QuickCode(CodeGenerator):
    """Writes the code of templates that escape everything."""

    def write_commons(self) -> None:
        """Write the beginning of a function: names of what is often called."""
        self.writeline("call, written, Macro = environment.often_called")
        super().write_commons()

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - as in Jinja
        """Write a call without the context."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Write what stands before a value that is written out."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class QuickEnvironment(Environment):
    """An environment of templates that run quicker."""

    code_generator_class = QuickCode
    context_class = ListedContext
    often_called: tuple[Callable[..., Any], ...] = (call, written, QuickMacro)


def said(text: str, /, **values: object) -> Markup:
    """Return the reader's string for one of a template, with values in their places: `%(name)s`."""
    return _filled(gettext(text), values)


def said_of_many(one: str, many: str, num: int, /, **values: object) -> Markup:
    """Return the reader's string in singular or plural; `%(num)s` is the number."""
    return _filled(ngettext(one, many, num), {"num": num, **values})


def _filled(text: str, values: Mapping[str, object]) -> Markup:
    """Return a string of a template with values in their places; `%%` is a percent sign."""
    string = Markup(text)  # noqa: S704 - the template's own
    return string % values if values or "%" in text else string
