"""Old addresses: which of them lead on, and which are wrong."""

from collections.abc import Collection, Iterator

from generator.content.redirects import Redirect
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic, suggest
from generator.rules import Rule
from generator.urls import output_path


def kept_redirects(redirects: tuple[Redirect, ...], urls: Collection[str]) -> tuple[Redirect, ...]:
    """Return the redirects to existing pages, without those to countries that have no profile here."""
    return tuple(redirect for redirect in redirects if redirect.new in urls)


def check_redirects(redirects: tuple[Redirect, ...], urls: Collection[str], dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield a problem for each old address that a page has, and for each new one that none has."""
    files = {output_path(url): url for url in urls}
    unprofiled = {c.url for c in dataset.countries.values() if c.code not in dataset.pages}
    for redirect in redirects:
        if page := files.get(output_path(redirect.old)):
            message, hint = f"There is a page at {page}.", "Remove this line, or give the page another address."
            yield Diagnostic(rule=Rule.URL_CONFLICT, location=redirect.location, message=message, hint=hint)
        if redirect.new not in urls and redirect.new not in unprofiled:
            message = f"There is no page at {redirect.new}."
            hint = suggest(redirect.new, urls, "Name the present address of a page.", form="{}", cutoff=0.8)
            yield Diagnostic(rule=Rule.LINK_BROKEN, location=redirect.location, message=message, hint=hint)
