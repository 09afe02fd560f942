"""The report of a first look: the layout of the file, its figures, the files to write."""

from collections.abc import Iterator, Sequence

from generator.imports.sniff.look import Look
from generator.refresh.adopt.run import Adopted

SHOWN = 5
LISTED = 12


def render_adopted(found: Adopted, indicator: str, *, written: bool) -> str:
    """Return the report, ending with a line break."""
    lines = [*_look(found.look), *_mapped(found, indicator), *_files(found, written=written)]
    return "".join(f"{line}\n" for line in lines)


def _look(look: Look | None) -> Iterator[str]:
    if look is None:
        return
    header = "line" if len(look.header) == 1 else "lines"
    yield f"Table: {len(look.rows):,} rows, {len(look.head)} columns; header in {header} {', '.join(map(str, look.header))}."
    yield from (f"  above it: {line[:100]}" for line in look.above[:SHOWN])
    yield from (f"  words only: {line[:100]}" for line in look.below[:SHOWN])
    by = f", by the list '{look.scheme}'" if look.scheme else ""
    yield f"Areas: column '{look.area}'{by}."
    layout = f"column '{look.time}'" if look.time else "a column each"
    span = f"{look.years[0]}–{look.years[-1]}" if look.years else "none"
    yield f"Years: {layout}, {span}, {look.frequency}."
    if look.values:
        yield f"Figures: {_list([repr(name) for name in look.values])}."
    if look.flag or look.note:
        yield f"Flags and notes, not taken: {_list([repr(name) for name in (look.flag, look.note) if name])}."


def _mapped(found: Adopted, indicator: str) -> Iterator[str]:
    mapped = found.mapped
    countries, years = {row[0] for row in mapped.rows}, sorted({row[1] for row in mapped.rows})
    span = f", {years[0]}–{years[-1]}" if years else ""
    yield f"{indicator}: {len(mapped.rows):,} figures of {len(countries)} countries{span}."
    yield from (f"  {','.join(row)}" for row in mapped.rows[:SHOWN])
    yield from filter(None, (found.standing,))
    if mapped.left_out:
        yield f"Left out: {', '.join(f'{count:,} {reason}' for reason, count in mapped.left_out.items())}."
    reasons = sorted(set(mapped.areas_left_out.values()))
    for reason in reasons:
        names = [area for area, said in mapped.areas_left_out.items() if said == reason]
        yield f"  {reason} ({len(names)}): {'; '.join(names)}"
    yield from _questions(found)
    for fault in mapped.faults:
        if fault.rule.value != "area-unknown":
            yield f"{fault.place}: error[{fault.rule.value}] {fault.message}\n    {fault.hint}"


def _questions(found: Adopted) -> Iterator[str]:
    unknown = found.mapped.unknown
    if not unknown:
        return
    yield f"{len(unknown)} {'area is' if len(unknown) == 1 else 'areas are'} unknown:"
    yield from (f"  {area}{f' (like {_list(near)})' if near else ''}" for area, near in unknown.items())
    yield f"Answer in {found.questions}: a country's code, or nothing and the reason (aggregate, dissolved, territory). Then ask again."


def _files(found: Adopted, *, written: bool) -> Iterator[str]:
    for path, data in sorted(found.files.items()):
        yield f"{'Wrote' if written else 'Would write'} {path} ({len(data):,} bytes)."
        if path.endswith(".yaml") and not written:
            yield from (f"    {line}" for line in data.decode().splitlines()[-14:])
    if found.files and not written and not found.questions:
        yield "Nothing was written; --write does."
    if written and not found.questions:
        yield "Complete what says TODO in the catalog before the next import; `profiles check` lists each place."


def _list(names: Sequence[str]) -> str:
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more
