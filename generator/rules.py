"""Every rule a diagnostic can name; ``docs/rules.md`` explains each with a wrong and a right example."""

from enum import StrEnum


class Rule(StrEnum):
    """The ids of all rules, grouped by the stage that finds them."""

    # files and YAML
    GENERATOR_VERSION = "generator-version"
    FILE_MISSING = "file-missing"
    FILE_NAME = "file-name"
    FILE_TOO_LARGE = "file-too-large"
    FILE_UNREADABLE = "file-unreadable"
    PATH_OUTSIDE = "path-outside"
    TEXT_ENCODING = "text-encoding"
    TEXT_LINE_ENDINGS = "text-line-endings"
    TEXT_NUL = "text-nul"
    MERGE_CONFLICT = "merge-conflict"
    TEXT_CONTROL = "text-control"
    YAML_SYNTAX = "yaml-syntax"
    YAML_DUPLICATE_KEY = "yaml-duplicate-key"
    YAML_UNKNOWN_KEY = "yaml-unknown-key"
    YAML_VALUE = "yaml-value"
    COLOUR_CONTRAST = "colour-contrast"
    PICTURE_UNFIT = "picture-unfit"
    # data
    CSV_SYNTAX = "csv-syntax"
    CSV_COLUMNS = "csv-columns"
    CSV_EMPTY = "csv-empty"
    COUNTRY_UNKNOWN = "country-unknown"
    INDICATOR_UNKNOWN = "indicator-unknown"
    ORIGIN_UNKNOWN = "origin-unknown"
    STATUS_UNKNOWN = "status-unknown"
    STATUS_MISMATCH = "status-mismatch"
    OBSERVATION_DUPLICATE = "observation-duplicate"
    OBSERVATION_ORDER = "observation-order"
    VALUE_INVALID = "value-invalid"
    VALUE_OUT_OF_RANGE = "value-out-of-range"
    INTERVAL_INVALID = "interval-invalid"
    YEAR_INVALID = "year-invalid"
    YEAR_AFTER_EDITION = "year-after-edition"
    LIST_INVALID = "list-invalid"
    LIST_COUNT = "list-count"
    CATALOG_INVALID = "catalog-invalid"
    DATA_WITHHELD = "data-withheld"
    # plausibility of the data
    VALUE_JUMP = "value-jump"
    VALUE_ZERO_AT_END = "value-zero-at-end"
    SHARE_BEYOND_WHOLE = "share-beyond-whole"
    INDICATOR_EMPTY = "indicator-empty"
    DERIVED_DISAGREES = "derived-disagrees"
    TOTAL_IMPLAUSIBLE = "total-implausible"
    KNOWN_UNUSED = "known-unused"
    GEOMETRY_INVALID = "geometry-invalid"
    # composite indices
    INDEX_ROOT = "index-root"
    INDEX_PARENT = "index-parent"
    INDEX_DUPLICATE = "index-duplicate"
    INDEX_CHILDLESS = "index-childless"
    INDEX_CYCLE = "index-cycle"
    INDEX_WEIGHT = "index-weight"
    INDEX_WEIGHTS_ZERO = "index-weights-zero"
    INDEX_DIRECTION = "index-direction"
    INDEX_GOALPOSTS = "index-goalposts"
    INDEX_RANGE = "index-range"
    INDEX_UNITS = "index-units"
    INDEX_GEOMETRIC_ZERO = "index-geometric-zero"
    INDEX_NEGATIVE = "index-negative"
    INDEX_CONSTANT = "index-constant"
    INDEX_TARGET = "index-target"
    INDEX_LOG_OF_ZERO = "index-log-of-zero"
    INDEX_UNKNOWN_INDICATOR = "index-unknown-indicator"
    INDEX_NO_DATA = "index-no-data"
    INDEX_THIN = "index-thin"
    INDEX_ABSENT = "index-absent"
    INDEX_LICENCE = "index-licence"
    INDEX_NO_COUNTRY = "index-no-country"
    INDEX_VERSION = "index-version"
    INDEX_SENSITIVITY = "index-sensitivity"
    INDEX_TOO_FEW_TO_TREAT = "index-too-few-to-treat"
    INDEX_OUTLIERS_REMAIN = "index-outliers-remain"
    INDEX_DIVISOR = "index-divisor"
    INDEX_GROUP_SMALL = "index-group-small"
    INDEX_ZERO_MEAN = "index-zero-mean"
    INDEX_RANK_OUTSIDE = "index-rank-outside"
    INDEX_SHARE_ALIKE = "index-share-alike"
    INDEX_COLLINEAR = "index-collinear"
    INDEX_OPPOSED = "index-opposed"
    INDEX_AGAINST = "index-against"
    # data from their producers
    IMPORT_CONTRACT = "import-contract"
    IMPORT_AMBIGUOUS = "import-ambiguous"
    AREA_UNKNOWN = "area-unknown"
    FLAG_UNKNOWN = "flag-unknown"
    UNIT_CHANGED = "unit-changed"
    REPLY_INVALID = "reply-invalid"
    REPLY_ERROR = "reply-error"
    NETWORK = "network"
    IMPORT_HELD = "import-held"
    LICENCE_CHANGED = "licence-changed"
    RECEIPT_INVALID = "receipt-invalid"
    # content
    FRONT_MATTER = "front-matter"
    DATE_LATE = "date-late"
    REFERENCE_SYNTAX = "reference-syntax"
    DEFINITION_UNUSED = "definition-unused"
    TABLE_CELLS = "table-cells"
    REFERENCE_LIMIT = "reference-limit"
    NESTING_LIMIT = "nesting-limit"
    HTML_NOT_ALLOWED = "html-not-allowed"
    CLASS_UNKNOWN = "class-unknown"
    LINK_SCHEME = "link-scheme"
    HEADING_VALUE = "heading-value"
    HEADING_DUPLICATE = "heading-duplicate"
    SECTION_UNKNOWN = "section-unknown"
    SECTION_ORDER = "section-order"
    HEADING_ORDER = "heading-order"
    URL_BARE = "url-bare"
    FIGURE_UNBOUND = "figure-unbound"
    MARKUP_UNCLOSED = "markup-unclosed"
    MARKUP_PRINTED = "markup-printed"
    LIST_NUMBER = "list-number"
    ALLOW_UNUSED = "allow-unused"
    BRIEF_DUPLICATE = "brief-duplicate"
    # prose against data
    CLAIM_DISAGREES = "claim-disagrees"
    CLAIM_UNREADABLE = "claim-unreadable"
    YEAR_DISAGREES = "year-disagrees"
    CLAIM_UNKNOWN = "claim-unknown"
    BRIEF_UNKNOWN = "brief-unknown"
    VALUE_MISSING = "value-missing"
    AGGREGATE_UNDEFINED = "aggregate-undefined"
    RANK_UNAVAILABLE = "rank-unavailable"
    GROUP_UNKNOWN = "group-unknown"
    CITATION_UNKNOWN = "citation-unknown"
    CITATION_UNUSED = "citation-unused"
    BIBLIOGRAPHY_SYNTAX = "bibliography-syntax"
    BIBLIOGRAPHY_FIELD = "bibliography-field"
    CHART_INVALID = "chart-invalid"
    CHART_ALT_MISSING = "chart-alt-missing"
    CHART_REPEATED = "chart-repeated"
    IMAGE_MISSING = "image-missing"
    IMAGE_ALT_MISSING = "image-alt-missing"
    IMAGE_CREDIT_MISSING = "image-credit-missing"
    IMAGE_FORMAT = "image-format"
    IMAGE_UNREADABLE = "image-unreadable"
    IMAGE_TOO_LARGE = "image-too-large"
    IMAGE_PLACE = "image-place"
    # pages
    LINK_BROKEN = "link-broken"
    DOCUMENT_ORPHAN = "document-orphan"
    URL_CONFLICT = "url-conflict"
    TEMPLATE_ERROR = "template-error"
    TEMPLATE_UNUSED = "template-unused"
    INLINE_IGNORED = "inline-ignored"
    STYLE_SYNTAX = "style-syntax"
    THEME_CHANGED = "theme-changed"
    SEARCH_INDEX = "search-index"
    SITE_NOT_WRITTEN = "site-not-written"

    @property
    def is_warning(self) -> bool:
        """Whether the rule only warns; `--strict` counts warnings as errors."""
        return self in _WARNINGS


_WARNINGS: frozenset[Rule] = frozenset(
    {
        Rule.OBSERVATION_ORDER,
        Rule.VALUE_JUMP,
        Rule.VALUE_ZERO_AT_END,
        Rule.SHARE_BEYOND_WHOLE,
        Rule.INDICATOR_EMPTY,
        Rule.DERIVED_DISAGREES,
        Rule.TOTAL_IMPLAUSIBLE,
        Rule.KNOWN_UNUSED,
        Rule.INDEX_TOO_FEW_TO_TREAT,
        Rule.INDEX_OUTLIERS_REMAIN,
        Rule.INDEX_DIVISOR,
        Rule.INDEX_GROUP_SMALL,
        Rule.INDEX_ZERO_MEAN,
        Rule.INDEX_RANK_OUTSIDE,
        Rule.INDEX_SHARE_ALIKE,
        Rule.INDEX_COLLINEAR,
        Rule.INDEX_OPPOSED,
        Rule.INDEX_AGAINST,
        Rule.UNIT_CHANGED,
        Rule.IMPORT_HELD,
        Rule.DATE_LATE,
        Rule.CLASS_UNKNOWN,
        Rule.SECTION_ORDER,
        Rule.HEADING_ORDER,
        Rule.URL_BARE,
        Rule.FIGURE_UNBOUND,
        Rule.DEFINITION_UNUSED,
        Rule.MARKUP_PRINTED,
        Rule.LIST_NUMBER,
        Rule.YEAR_DISAGREES,
        Rule.CITATION_UNUSED,
        Rule.BIBLIOGRAPHY_FIELD,
        Rule.CHART_REPEATED,
        Rule.DOCUMENT_ORPHAN,
        Rule.TEMPLATE_UNUSED,
        Rule.INLINE_IGNORED,
        Rule.THEME_CHANGED,
    }
)
