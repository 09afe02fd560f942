"""The gallery of components at `/_components/`, and one by one; only the preview shows it."""

from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files

from generator.output import Output
from generator.outputs.finder import plan_finder, plan_finder_index
from generator.pages.site import Site
from generator.prepare import Prepared
from generator.preview.bar import GALLERY
from generator.render.components import Component, read_components, render_gallery
from generator.render.environment import make_site_environment
from generator.sources.files import Sources
from generator.urls import output_path


def plan_gallery(made: Prepared) -> Mapping[str, Output]:
    """Return the pages of the gallery by path; nothing is rendered until it is asked for."""
    if made.site is None:
        return {}
    in_use = made.sources.digest_of_templates()
    components = made.site.memo.get(("components", in_use), partial(read_components, made.sources))
    shown = {GALLERY: components, **{f"{GALLERY}{each.name}/": (each,) for each in components}}
    pages = (_page(url, chosen, made.site, made.sources) for url, chosen in shown.items())
    return {page.path: page for page in pages}


def _page(url: str, components: Sequence[Component], site: Site, sources: Sources) -> Output:
    return Output(path=output_path(url), key=url, render=partial(_render, components, site, sources))


def _render(components: Sequence[Component], site: Site, sources: Sources) -> bytes:
    finder = plan_finder_index(plan_finder(site.dataset)).path
    config = site.config
    environment = make_site_environment(
        sources, site.base_url, finder=finder, look=config.look, entities=config.entities
    )
    frame = (files("generator.preview") / "gallery.html").read_text("utf-8")
    return render_gallery(environment, frame, components).encode()
