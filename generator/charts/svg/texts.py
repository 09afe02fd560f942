"""Texts kept from the renderer, which measures each letter of them with whatever font the machine has.

An anchor says where a text stands, never its width: a drawing without texts is the same on every machine, and takes half
the time.
"""

import json

from lxml import etree

from generator.charts.svg.elements import NAMESPACE

SVG = f"{{{NAMESPACE}}}"
"""The prefix of SVG's names as lxml writes them."""
DOT = "."


def without_texts(spec: str) -> str:
    """Return a Vega-Lite specification with a dot for each text, whose words become its description."""
    read = json.loads(spec)
    for layer in (read, *read.get("layer", ())):
        channels = layer.get("encoding", {})
        if "text" in channels:
            channels.update(description=channels["text"], text={"value": DOT})
    return json.dumps(read)


def put_texts(root: etree._Element) -> None:
    """Replace the dots of a drawing by the texts in their descriptions."""
    for element in root.iter(f"{SVG}text"):
        if element.text == DOT:
            element.text = element.get("aria-label", "")
