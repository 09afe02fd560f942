"""What pixels depend on besides the SVG: a change of these makes every picture anew."""

from importlib.metadata import version

SCALE = 2
"""Pixels of a PNG for each unit of the drawing."""

COLOURS = 256
"""Room of a palette: of more colours the commonest are kept, the rest become the nearest of them."""

LONG = 8
"""Pixels of one colour side by side that are an area, not an edge."""

FONT_FILES = "Arimo 1.341 with a table of pairs"
"""The files in `fonts/`."""

LIBRARIES = ("thorvg-python", "vl-convert-python", "pillow")
PAINTER = f"{' '.join(map(version, LIBRARIES))}\n{SCALE}\n{COLOURS}\n{LONG}\n{FONT_FILES}\n"
