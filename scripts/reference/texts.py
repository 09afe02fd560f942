"""What a class says of its fields: the string below each."""

import ast
import inspect
import sys
from itertools import pairwise


def attribute_texts(record: type) -> dict[str, str]:
    """Return the strings below the fields of a class, by field; those of a class it derives from too."""
    texts: dict[str, str] = {}
    for each in reversed(record.__mro__):
        if each.__module__.startswith("generator."):
            texts |= _own_texts(each)
    return texts


def _own_texts(record: type) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(sys.modules[record.__module__]))
    body = next(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == record.__name__)
    found: dict[str, str] = {}
    for field, after in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr):
            value = after.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found[field.target.id] = " ".join(value.value.split())
    return found
