"""Where an example of docs/rules.md stands."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.rules import Rule
from tests.docs import example_data as data
from tests.docs import example_images as images
from tests.docs import example_indices as indices
from tests.docs import example_prose as prose

Place = Callable[[Path, str], None]

PLACES: Mapping[Rule, Place] = {
    Rule.GENERATOR_VERSION: prose.added_setting,
    Rule.FILE_MISSING: prose.tree,
    Rule.FILE_NAME: prose.named,
    Rule.FILE_TOO_LARGE: prose.named,
    Rule.FILE_UNREADABLE: prose.file_kind,
    Rule.PATH_OUTSIDE: prose.symbolic,
    Rule.TEXT_ENCODING: prose.encoded,
    Rule.TEXT_LINE_ENDINGS: data.ended,
    Rule.TEXT_NUL: data.observed,
    Rule.COLOUR_CONTRAST: prose.added_setting,
    Rule.PICTURE_UNFIT: prose.logo,
    Rule.YAML_SYNTAX: prose.site_setting,
    Rule.YAML_DUPLICATE_KEY: data.entry,
    Rule.YAML_UNKNOWN_KEY: data.entry,
    Rule.YAML_VALUE: data.entry,
    Rule.CATALOG_INVALID: data.entry,
    Rule.LIST_INVALID: data.listed,
    Rule.LIST_COUNT: data.counted,
    Rule.DATA_WITHHELD: data.withheld,
    Rule.STATUS_MISMATCH: data.after_another,
    Rule.VALUE_OUT_OF_RANGE: data.of_years,
    Rule.SHARE_BEYOND_WHOLE: data.of_a_share,
    Rule.DERIVED_DISAGREES: data.derived,
    Rule.TOTAL_IMPLAUSIBLE: data.of_china,
    Rule.KNOWN_UNUSED: data.of_haiti,
    Rule.GEOMETRY_INVALID: data.on_a_map,
    Rule.IMPORT_CONTRACT: data.contract,
    Rule.AREA_UNKNOWN: data.list_of_areas,
    Rule.RECEIPT_INVALID: data.receipt,
    Rule.FRONT_MATTER: prose.as_profile,
    Rule.SECTION_UNKNOWN: prose.in_profile,
    Rule.SECTION_ORDER: prose.in_profile,
    Rule.LINK_BROKEN: prose.in_profile,
    Rule.IMAGE_MISSING: images.shown,
    Rule.IMAGE_ALT_MISSING: images.shown,
    Rule.IMAGE_CREDIT_MISSING: images.credited,
    Rule.IMAGE_FORMAT: images.filed,
    Rule.IMAGE_UNREADABLE: images.filed,
    Rule.IMAGE_TOO_LARGE: images.filed,
    Rule.IMAGE_PLACE: images.filed,
    Rule.REFERENCE_LIMIT: prose.linked,
    Rule.BRIEF_DUPLICATE: prose.issue,
    Rule.DATE_LATE: prose.issue,
    Rule.BIBLIOGRAPHY_SYNTAX: prose.bibliography,
    Rule.BIBLIOGRAPHY_FIELD: prose.bibliography,
    Rule.DOCUMENT_ORPHAN: prose.orphan,
    Rule.URL_CONFLICT: prose.named,
    Rule.TEMPLATE_ERROR: prose.template,
    Rule.TEMPLATE_UNUSED: prose.own_template,
    Rule.INLINE_IGNORED: prose.template,
    Rule.STYLE_SYNTAX: prose.own_style,
    Rule.THEME_CHANGED: prose.taken_template,
    **{rule: indices.contract for rule in Rule if rule.value.startswith("index-")},
}
"""Rules whose examples stand elsewhere than the kind of their example says."""

BY_KIND: Mapping[str, Place] = {
    "markdown": prose.in_essay,
    "csv": data.observed,
    "bibtex": prose.bibliography,
    "text": prose.in_essay,
}


def place(root: Path, rule: Rule, kind: str, text: str) -> None:
    """Write an example into a project."""
    PLACES.get(rule, BY_KIND.get(kind, data.entry))(root, text)
