"""What a template of a project names: others that it extends or includes, and blocks of these."""

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, Location, suggest
from generator.render.unknown import column_of
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, THEME, Source, Sources, template_name

REFERRING = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def check_named(source: Source, sources: Sources, environment: Environment) -> Iterator[Diagnostic]:
    """Yield a problem for each template that is not there or is its own base, and for blocks of none."""
    tree, told = environment.parse(source.data.decode()), False
    for node in tree.find_all(REFERRING):
        for problem in _misnamed(node, source, sources):
            told = True
            yield problem
    extended = _extended(tree)
    if extended and not told:
        yield from _blocks_of_none(tree, source, _blocks(extended, sources, environment, frozenset()))


def _misnamed(node: nodes.Node, source: Source, sources: Sources) -> Iterator[Diagnostic]:
    name, own = _name(node), template_name(source)
    if isinstance(node, nodes.Extends) and name == own:
        hint = f'To extend the theme\'s own, write {{% extends "{THEME}{own}" %}}.'
        yield _problem(Rule.TEMPLATE_ERROR, source, node, name, "The template extends itself.", hint)
    elif name and sources.template(name) is None and not getattr(node, "ignore_missing", False):
        message = f"There is no template '{name}'."
        hint = suggest(name, _templates(sources), "`profiles theme list` has the names of the theme.")
        yield _problem(Rule.TEMPLATE_ERROR, source, node, name, message, hint)


def _templates(sources: Sources) -> Iterator[str]:
    """Yield the names that a template may name."""
    yield from (template_name(each) for each in sources.under(OWN_TEMPLATES, ".html"))
    yield from (f"{THEME}{name}" for name in sources.theme if name.endswith(".html"))


def _name(node: nodes.Node) -> str:
    """Return the template that is named; nothing where that is computed."""
    named = getattr(node, "template", None)
    return named.value if isinstance(named, nodes.Const) and isinstance(named.value, str) else ""


def _extended(tree: nodes.Template) -> str:
    """Return the template that one extends in any case."""
    return next((_name(node) for node in tree.body if isinstance(node, nodes.Extends)), "")


def _blocks(name: str, sources: Sources, environment: Environment, seen: frozenset[str]) -> frozenset[str] | None:
    """Return the blocks of a template and of those that it extends; None where these are not known."""
    source = None if name in seen else sources.template(name)
    tree = _read(source, environment) if source else None
    if tree is None:
        return None
    own = frozenset(block.name for block in tree.find_all(nodes.Block))
    if not any(tree.find_all(nodes.Extends)):
        return own
    more = _blocks(_extended(tree), sources, environment, seen | {name})
    return None if more is None else own | more


def _read(source: Source, environment: Environment) -> nodes.Template | None:
    """Return what is in a template; None where it cannot be read, which is a problem of its own."""
    try:
        return environment.parse(source.data.decode())
    except (TemplateSyntaxError, UnicodeDecodeError):
        return None


def _blocks_of_none(tree: nodes.Template, source: Source, known: frozenset[str] | None) -> Iterator[Diagnostic]:
    """Yield a warning for each block that stands in no other and that nothing extended has."""
    blocks = list(tree.find_all(nodes.Block))
    within = {inner.name for block in blocks for inner in block.find_all(nodes.Block)}
    for block in blocks:
        if known is not None and block.name not in known | within:
            message = f"What is extended has no block '{block.name}', so no page has this one."
            hint = suggest(block.name, known, f"Its blocks are {', '.join(sorted(known))}.")
            yield _problem(Rule.TEMPLATE_UNUSED, source, block, block.name, message, hint)


def _problem(rule: Rule, source: Source, node: nodes.Node, name: str, message: str, hint: str) -> Diagnostic:
    column = column_of(name, source.data.decode(), node.lineno)
    where = Location(path=source.path, line=node.lineno, column=column)
    return Diagnostic(rule=rule, location=where, message=message, hint=hint)
