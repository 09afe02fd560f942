"""Write the templates of charts, as Altair describes them."""

from generator.charts.templates import described
from generator.modules import PACKAGE

(PACKAGE / "charts" / "templates.json").write_text(described(), "utf-8")
