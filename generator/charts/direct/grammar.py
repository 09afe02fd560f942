"""The part of Vega-Lite that is drawn directly: a specification with anything else is refused.

Each record lists every property that may stand there. What Vega would do with another one is not known here.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Pixels = Annotated[int, Field(strict=True, ge=0)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^var\(--[a-z0-9-]+\)$")]
Off = Literal[False]
Flag = Annotated[bool, Field(strict=True)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Scale(_Model):
    """A linear scale with given ends."""

    domain: tuple[Number, Number]
    nice: Off = False
    zero: Off = False
    reverse: Flag = False


class Years(_Model):
    """The horizontal axis: whole numbers under the plot."""

    format: Literal["d"]
    values: tuple[Annotated[int, Field(strict=True, ge=1, le=9999)], ...]
    domain: Flag = True
    ticks: Flag = True
    labelFlush: Flag = True  # noqa: N815 - names of Vega-Lite
    labelPadding: Pixels = 3  # noqa: N815


class Amounts(_Model):
    """The vertical axis: lines across the plot, labels given by an expression."""

    values: tuple[Number, ...]
    labelAlign: Literal["left"]  # noqa: N815
    labelExpr: str  # noqa: N815
    labelPadding: Pixels  # noqa: N815


class Across(_Model):
    """A field that says where something stands from left to right."""

    field: Name
    type: Literal["quantitative"]
    scale: Scale
    axis: Years | None


class Down(_Model):
    """A field that says how high something stands."""

    field: Name
    type: Literal["quantitative"]
    scale: Scale
    axis: Amounts | None


class Fixed(_Model):
    """A place in pixels, the same for all."""

    value: Number


class End(_Model):
    """A field that says where something ends."""

    field: Name


class Nominal(_Model):
    """A field of texts."""

    field: Name
    type: Literal["nominal"]


class Fill(Nominal):
    """A field of colours."""

    scale: None
    legend: None


class Data(_Model):
    """The name of a layer's rows."""

    name: str


class LineMark(_Model):
    """The look of a line."""

    type: Literal["line"]
    color: Colour
    strokeWidth: Number  # noqa: N815
    strokeDash: tuple[Pixels, Pixels] | None = None  # noqa: N815


class RuleMark(_Model):
    """The look of a rule."""

    type: Literal["rule"]
    color: Colour
    strokeWidth: Number | None = None  # noqa: N815


class RectMark(_Model):
    """The look of a bar; without a colour a field gives it."""

    type: Literal["rect"]
    color: Colour | None = None


class PointMark(_Model):
    """The look of a dot."""

    type: Literal["point"]
    color: Colour
    size: Number
    filled: Literal[True]
    opacity: Literal[1]


class TextMark(_Model):
    """The look of a text."""

    type: Literal["text"]
    color: Colour
    align: Literal["left", "center", "right"]
    dx: Number = 0.0
    dy: Number = 0.0
    fontSize: Number | None = None  # noqa: N815
    fontStyle: Literal["italic"] | None = None  # noqa: N815
    fontWeight: Literal["bold"] | None = None  # noqa: N815


class Common(_Model):
    """Places that all layers have alike."""

    x: Across | None = None
    y: Down | None = None


class _LineChannels(_Model):
    x: Across
    y: Down
    detail: Nominal


class _PointChannels(_Model):
    x: Across
    y: Down


class _RuleChannels(_Model):
    x: Across
    y: Down | None = None
    y2: End | None = None


class _RectChannels(_Model):
    x: Across
    x2: End
    y: Down
    y2: End
    color: Fill | None = None


class _TextChannels(_Model):
    x: Across | Fixed
    y: Down
    text: Nominal


class Lines(_Model):
    """Lines, one for each value of a field."""

    data: Data
    mark: LineMark
    encoding: _LineChannels


class Points(_Model):
    """Dots."""

    data: Data
    mark: PointMark
    encoding: _PointChannels


class Rules(_Model):
    """Upright rules: as high as the plot, or from one place to another."""

    data: Data
    mark: RuleMark
    encoding: _RuleChannels


class Rects(_Model):
    """Bars."""

    data: Data
    mark: RectMark
    encoding: _RectChannels


class Texts(_Model):
    """Texts."""

    data: Data
    mark: TextMark
    encoding: _TextChannels


def _kind(layer: object) -> object:
    """Return the kind of a layer's marks, as far as it is known before checking."""
    mark = layer.get("mark") if isinstance(layer, dict) else None
    return mark.get("type") if isinstance(mark, dict) else None


Layer = Annotated[
    Annotated[Lines, Tag("line")]
    | Annotated[Points, Tag("point")]
    | Annotated[Rules, Tag("rule")]
    | Annotated[Rects, Tag("rect")]
    | Annotated[Texts, Tag("text")],
    Discriminator(_kind),
]


class Padding(_Model):
    """Pixels around the plot."""

    left: Pixels
    right: Pixels
    top: Pixels
    bottom: Pixels


class Specification(_Model):
    """A chart of layers over one pair of scales; rows and configuration are read apart."""

    width: Annotated[Pixels, Field(gt=0)]
    height: Annotated[Pixels, Field(gt=0)]
    padding: Padding | Literal[0]
    layer: tuple[Layer, ...] = Field(min_length=1)
