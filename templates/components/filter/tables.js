// Tables that can be sorted by their heads, tables and lists that can be filtered. They stay what they are:
// rows move or are hidden, heads hold buttons, and what is shown is said.
const NEXT = { text: ["ascending", "descending"], up: ["ascending", "descending"], down: ["descending", "ascending"] };
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const text = (cell) => cell.textContent.trim();
const number = (cell) => parseFloat(cell.querySelector("data")?.value ?? text(cell));

// Two rows by a column; what is missing stands last in either direction.
function comparison(column, kind, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  if (kind === "text") return (one, other) => sign * collator.compare(text(one.cells[column]), text(other.cells[column]));
  return (one, other) => {
    const [a, b] = [number(one.cells[column]), number(other.cells[column])];
    return Number.isNaN(a) - Number.isNaN(b) || sign * (a - b) || 0;
  };
}

function sortable(table) {
  const groups = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  const rows = groups.flatMap((group) => group.rows).filter((row) => !row.matches(".group-row"));
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const order = (head, direction) => {
    for (const one of heads) one.removeAttribute("aria-sort");
    table.classList.toggle("sorted", Boolean(direction));
    for (const group of groups) group.body.append(...group.rows.sort((a, b) => (a.dataset.place ?? 0) - (b.dataset.place ?? 0)));
    if (!direction) return;
    head.setAttribute("aria-sort", direction);
    groups[0].body.append(...[...rows].sort(comparison(head.cellIndex, head.dataset.sort, direction)));
  };
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const steps = [null, ...NEXT[head.dataset.sort]];
      order(head, steps[(steps.indexOf(head.getAttribute("aria-sort")) + 1) % steps.length]);
    });
  }
}

// A country is found by its other names and codes too, which come with the first focus; without them, by what is shown.
async function learn(texts) {
  const finder = document.querySelector(".finder"), home = finder.querySelector("a").pathname;
  const slugs = new Map();
  for (const row of texts.keys()) {
    const path = row.querySelector("a[href]")?.pathname ?? "";
    if (path.startsWith(home) && path !== home) slugs.set(path.slice(home.length, -1), row);
  }
  if (!slugs.size) return;
  const answer = await fetch(finder.dataset.index);
  for (const [, slug, ...others] of await answer.json()) {
    const row = slugs.get(slug);
    if (row) texts.set(row, `${texts.get(row)} ${fold(others.join(" "))}`);
  }
}

function filterable(root, filter) {
  const [field, status] = filter.children;
  const rows = [...root.querySelectorAll("tbody tr:not(.group-row), .items > li")];
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
  const groups = [...root.querySelectorAll("tbody:has(> .group-row), section")].map((group) => ({
    head: group.querySelector(":scope > .group-row") ?? group,
    rows: rows.filter((row) => group.contains(row)),
  }));
  const answer = () => {
    const words = fold(field.value).split(/\s+/);
    for (const [row, held] of texts) row.hidden = !words.every((word) => held.includes(word));
    for (const group of groups) group.head.hidden = group.rows.every((row) => row.hidden);
    const shown = rows.filter((row) => !row.hidden).length;
    const found = filter.dataset.found.replace("{count}", shown).replace("{all}", rows.length);
    status.textContent = field.value.trim() ? found : "";
  };
  field.addEventListener("focus", () => learn(texts).then(answer, answer), { once: true });
  field.addEventListener("input", answer);
  filter.hidden = false;
}

export function start(root) {
  for (const table of root.querySelectorAll("table")) sortable(table);
  for (const filter of root.querySelectorAll(".filter")) filterable(root, filter);
}
