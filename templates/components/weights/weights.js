// A reader's own weights: the ranking is made anew from the scores of the indicators, with the arithmetic of the site's own engine.
const TOLERANCE = 1e-9;
const WAYS = {
  arithmetic: [(x) => x, (x) => x],
  geometric: [Math.log, Math.exp],
  harmonic: [(x) => 1 / x, (x) => 1 / x],
};

// The mean over the children with a score, their weights renormalised; null where none has one.
const combine = (how, children) => {
  const [to, back] = WAYS[how];
  let [added, weight] = [0, 0];
  for (const [share, score] of children) {
    if (score === null) continue;
    added += share * to(score);
    weight += share;
  }
  return weight > 0 ? back(added / weight) : null;
};

// Scores of all entries, a list for each over the countries; `own` are the weights that differ from the published ones.
const aggregate = ({ tree, scores, countries }, own) => {
  const weightOf = (key) => own.get(key) ?? tree[key].weight;
  const found = { ...scores };
  const below = (node) => Object.keys(tree).filter((key) => tree[key].parent === node && weightOf(key) > 0).sort();
  const fill = (node) => {
    const children = below(node);
    for (const child of children) if (tree[child].aggregation) fill(child);
    const of = (at) => children.map((child) => [weightOf(child), found[child][at]]);
    found[node] = countries.map((_, at) => combine(tree[node].aggregation, of(at)));
  };
  for (const key of Object.keys(tree)) if (tree[key].aggregation) found[key] = countries.map(() => null);
  const root = Object.keys(tree).find((key) => tree[key].parent === null);
  fill(root);
  return [found, root];
};

// The best first; one at most 1e-9 under the one before shares its rank: 1, 2, 2, 4.
const rank = (scores) => {
  const order = scores.map((_, at) => at).filter((at) => scores[at] !== null).sort((a, b) => scores[b] - scores[a] || a - b);
  const ranks = scores.map(() => null);
  order.forEach((at, place) => {
    const before = order[place - 1];
    ranks[at] = place && scores[before] - scores[at] <= TOLERANCE ? ranks[before] : place + 1;
  });
  return { order, ranks };
};

/** Return the scores of all entries, the ranks, and the order of the countries with a rank. */
export const weigh = (index, own) => {
  const [scores, root] = aggregate(index, own);
  return { scores, root, ...rank(scores[root]) };
};

// What an address says: only what differs, as ?v=1.1&w=culture:2,medals:0; whatever cannot be is named.
const read = (sliders, version) => {
  const address = new URLSearchParams(location.search);
  const [own, unknown] = [new Map(), []];
  const other = address.has("w") && address.get("v") !== version ? (address.get("v") ?? "?") : null;
  for (const pair of (address.get("w") ?? "").split(",").filter(Boolean)) {
    const [key, weight] = pair.split(":");
    const slider = sliders.get(key);
    const number = /^\d+(\.\d+)?$/.test(weight ?? "") ? Number(weight) : NaN;
    if (slider && number <= Number(slider.max)) own.set(key, number);
    else unknown.push(key);
  }
  return { own: other === null ? own : new Map(), other, unknown: other === null ? unknown : [] };
};
const query = (own, version) => `?v=${encodeURIComponent(version)}&w=${[...own].map((pair) => pair.join(":")).join(",")}`;

const text = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const format = new Intl.NumberFormat(document.documentElement.lang.replace(/^en$/, "en-GB"), {
  minimumFractionDigits: 1, maximumFractionDigits: 1, roundingMode: "halfEven",
});
const written = (score) => (score === null ? ".." : format.format(String(score)).replace("-", "−"));

const load = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.json();
};

export const start = async (section) => {
  const form = section.querySelector(".weights");
  const say = form.dataset;
  const sliders = new Map([...form.querySelectorAll("input")].map((slider) => [slider.name, slider]));
  const [status, button, link] = ["[role=status]", "button", "a"].map((part) => form.querySelector(part));
  const body = section.querySelector("tbody");
  const rows = new Map([...body.rows].map((row) => [row.dataset.code, row]));
  const published = new Map([...rows].map(([code, row]) => [code, [...row.cells].map((cell) => [...cell.childNodes])]));
  const before = new Map([...rows].map(([code, row]) => [code, parseInt(row.cells[0].textContent, 10)]));
  const columns = say.columns.split(" ").filter(Boolean);
  let index;

  // Rows in a new order: whichever way a reader had sorted them, and what is gone back to by a head.
  const arrange = (codes) => {
    const table = body.parentElement;
    table.classList.remove("sorted");
    table.querySelector("[aria-sort]")?.removeAttribute("aria-sort");
    codes.forEach((code, place) => (rows.get(code).dataset.place = place));
    body.append(...codes.map((code) => rows.get(code)));
  };
  const showPublished = () => {
    for (const [code, cells] of published) [...rows.get(code).cells].forEach((cell, at) => cell.replaceChildren(...cells[at]));
    arrange([...published.keys()]);
  };
  const fill = (code, found, at) => {
    const cells = [...rows.get(code).cells];
    const rank = found.ranks[at];
    const moved = rank !== null && rank !== before.get(code);
    const mark = Object.assign(document.createElement("small"), { textContent: ` (${before.get(code)})` });
    cells[0].replaceChildren(String(rank ?? ".."), ...(moved ? [mark] : []));
    cells[2].textContent = written(found.scores[found.root][at]);
    const parts = cells.length - columns.length;
    if (say.interval) cells[parts - 2].textContent = "–"; // before coverage; intervals are of the published weights
    columns.forEach((key, place) => (cells[parts + place].textContent = written(found.scores[key][at])));
    return moved;
  };
  const showOwn = (own) => {
    const found = weigh(index, own);
    const moved = index.countries.filter((code, at) => fill(code, found, at)).length;
    const without = index.countries.map((_, at) => at).filter((at) => found.ranks[at] === null);
    arrange([...found.order, ...without].map((at) => index.countries[at]));
    const [best] = found.order;
    if (best === undefined) return say.none;
    const name = rows.get(index.countries[best]).cells[1].textContent.trim();
    return text(say.said, { name, moved, count: found.order.length });
  };

  let own = new Map();
  const show = () => {
    for (const [key, slider] of sliders) {
      const weight = own.get(key) ?? Number(slider.dataset.weight);
      slider.value = weight;
      slider.nextElementSibling.textContent = weight;
    }
    section.classList.toggle("weighed", own.size > 0);
    link.hidden = button.hidden = !own.size;
    if (!own.size) return showPublished(), say.published;
    link.href = `${query(own, say.version)}#${section.id}`;
    return showOwn(own);
  };
  const remember = () => history.replaceState(null, "", `${own.size ? query(own, say.version) : location.pathname}${location.hash}`);

  try {
    index = await load(say.file);
  } catch {
    status.textContent = say.failed;
    form.hidden = false;
    return;
  }
  let said = "";
  form.addEventListener("input", ({ target }) => {
    const weight = Number(target.value);
    if (weight === Number(target.dataset.weight)) own.delete(target.name);
    else own.set(target.name, weight);
    said = show();
  });
  form.addEventListener("change", () => {
    remember();
    status.textContent = said; // once a slider rests, not at every step
  });
  button.addEventListener("click", () => {
    own = new Map();
    const back = show();
    remember();
    status.textContent = back;
    sliders.values().next().value.focus();
  });
  const asked = read(sliders, say.version);
  ({ own } = asked);
  if (own.size) status.textContent = show();
  else show();
  if (asked.other !== null) status.textContent = text(say.other, { other: asked.other, version: say.version });
  if (asked.unknown.length) status.textContent = `${text(say.unknown, { names: asked.unknown.join(", ") })} ${status.textContent}`;
  if (own.size || asked.other !== null || asked.unknown.length) form.querySelector("details").open = true;
  form.hidden = false;
};
