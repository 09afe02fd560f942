"""The profile of one country."""

from generator.charts.locator.plan import plan_locator
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.peers import peers_of
from generator.formatting import format_date, format_list
from generator.messages import capital
from generator.pages.blocks.briefs import brief_item
from generator.pages.blocks.indices.standing import plan_standings
from generator.pages.blocks.ranks import moved_legend
from generator.pages.blocks.scorecard import plan_scorecard
from generator.pages.blocks.tables import plan_facts, plan_indicator_table, plan_key_figures, plan_marks
from generator.pages.feeds import country_feed
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.frame import countries_link, plan_frame, previous_and_next
from generator.pages.frame.json_ld import country_thing
from generator.pages.frame.provenance import plan_sources
from generator.pages.kinds.compare import plan_comparisons
from generator.pages.kinds.country_sections import plan_sections
from generator.pages.project import Project, document_url
from generator.pages.prose.bind import BoundDocument, summary_of
from generator.pages.prose.notes import notes_of
from generator.pages.prose.plain import plain_text
from generator.pages.records.page import CountryPage
from generator.pages.records.parts import LegendEntry, Link, Parts, country_link
from generator.pages.records.rows import IndicatorGroup
from generator.pages.records.scorecard import ScoreTable
from generator.pages.sentences.names import other_names
from generator.pages.sentences.plan import plan_headline
from generator.urls import canonical

OLD_AFTER = 5
"""Years before the reference year from which a latest figure counts as old."""


def plan_country(project: Project, code: str, bound: BoundDocument) -> CountryPage:
    """Return the profile of a country with everything it shows; `bound` is its commentary."""
    dataset, country = project.dataset, project.dataset.countries[code]
    document = project.commentary(code)
    headline = plan_headline(dataset, project.narrative, code)
    sections = plan_sections(project, code, bound)
    table = plan_indicator_table(dataset, code)
    used = used_origins(dataset, code)
    url = country.url
    return CountryPage(
        frame=plan_frame(
            project.config,
            title=country.name,
            description=plain_text(bound.summary or headline),
            url=url,
            trail=(countries_link(project.config), *_above(dataset, country), country_link(country)),
            around=previous_and_next([country_link(dataset.countries[other]) for other in dataset.profiles], url),
            feed=country_feed(project, code),
            things=(country_thing(country, canonical(project.config.base_url, url)),),
        ),
        code=code,
        name=country.name,
        native_names=other_names(country),
        sentence=headline,
        authors=format_list(document.authors) if document else "",
        updated=format_date(document.date, project.config.language) if document and document.date else "",
        facts=plan_facts(dataset, code),
        locator=plan_locator(dataset, code, project.atlas) if project.atlas else None,
        key_figures=plan_key_figures(dataset, code, project.layout.key_figures),
        lead=bound.lead,
        introduction=bound.body(""),
        sections=sections,
        scorecard=_scorecard(project, code),
        standings=plan_standings(project, code),
        parts=_parts(project, code),
        peers=tuple((country_link(dataset.countries[peer]), reason.text()) for peer, reason in peers_of(dataset, code)),
        comparisons=plan_comparisons(project, code),
        essays=_essays(project, code),
        briefs=tuple(brief_item(brief) for brief in project.briefs(code)),
        indicators=table,
        marks=_marks(table),
        unknown=_unknown(table),
        old=_old(dataset, table),
        sources=plan_sources(dataset, used),
        notes=notes_of((*headline, *bound.body(""), *(part for s in sections for part in (*s.lede, *s.body)))),
        works=bound.works,
        citation=plan_citation(
            project.config,
            dataset,
            authors=document.authors if document else (),
            title=country.name,
            url=url,
            used=used,
        ),
    )


def used_origins(dataset: Dataset, code: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of origin and indicator for every latest figure of a country."""
    latest = (dataset.latest(i, code) for i in dataset.catalog.indicators)
    return tuple((o.origin, o.indicator) for o in latest if o is not None)


def _scorecard(project: Project, code: str) -> ScoreTable | None:
    scorecard = project.dataset.scorecards.get(project.layout.scorecard)
    return plan_scorecard(project.dataset, scorecard, code) if scorecard else None


def _above(dataset: Dataset, country: Country) -> tuple[Link, ...]:
    """Return the link from a part up to its country."""
    return (country_link(dataset.countries[country.parent]),) if country.parent else ()


def _parts(project: Project, code: str) -> Parts | None:
    """Return the links from a country down to its parts, None where it has none."""
    dataset, kind = project.dataset, project.config.entities.parts
    links = tuple((country_link(dataset.countries[part]), "") for part in dataset.parts.get(code, ()))
    return Parts(title=capital(kind.many), links=links) if kind and links else None


def _essays(project: Project, code: str) -> tuple[tuple[Link, str], ...]:
    about = (essay for essay in project.essays() if code in essay.countries)
    return tuple((Link(text=essay.title, url=document_url(essay)), summary_of(project, essay)) for essay in about)


def _marks(table: tuple[IndicatorGroup, ...]) -> tuple[LegendEntry, ...]:
    rows = [row for group in table for row in group.rows]
    marks = plan_marks(tuple(r.value for r in rows), tuple(r.status for r in rows), tuple(r.kind_mark for r in rows))
    return (*marks, *moved_legend(row.moved for row in rows))


def _unknown(table: tuple[IndicatorGroup, ...]) -> tuple[str, ...]:
    return tuple(row.title for group in table for row in group.rows if not row.known)


def _old(dataset: Dataset, table: tuple[IndicatorGroup, ...]) -> tuple[str, ...]:
    limit = dataset.reference_year - OLD_AFTER
    rows = (row for group in table for row in group.rows if row.year and int(row.year) < limit)
    return tuple(f"{row.title} ({row.year})" for row in rows)
