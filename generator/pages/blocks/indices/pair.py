"""The two indices that an index is made of, against each other."""

from generator.charts.chart import Chart
from generator.charts.scatter.plan import plan_scatter
from generator.indices.contract import Contract
from generator.pages.project import Project

TWO = 2


def plan_pair(project: Project, contract: Contract, country: str = "") -> Chart | None:
    """Return the scatter of two indices, the country marked; None for an index of anything else."""
    names = [contract.leaves[key].indicator for key in contract.leaves if key in contract.live]
    results = {result.contract.indicator for result in project.indices.values()}
    if len(names) != TWO or not set(names) <= results:
        return None
    chart_id = f"scatter-{contract.id}"
    return plan_scatter(names[0], names[1], project.dataset, country=country, chart_id=chart_id, lead=not country)
