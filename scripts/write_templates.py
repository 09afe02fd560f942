"""Writes the templates of charts that come with the program, so that no build loads Altair for them.

Run after a change of `generator/charts/templates.py`, of what it imports, or of Altair: python -m scripts.write_templates
"""

from generator.charts.specs import SHIPPED, described

if __name__ == "__main__":
    SHIPPED.write_bytes(described() + b"\n")
