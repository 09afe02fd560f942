// The page that compares countries: what is chosen stands in the address, the series in a file for each country.
const root = document.querySelector(".compare");
const say = root.dataset;
const most = Number(say.most);
const find = (selector) => root.querySelector(selector);
const selects = { country: find("#compare-country"), indicator: find("#compare-indicator") };
const options = (kind) => new Map([...selects[kind].options].map((option) => [option.value, option]));
const countries = options("country");
const indicators = options("indicator");
const [chips, said, told, figures] = ["chips", "status", "told", "figures"].map((name) => find(`.compare__${name}`));
const language = document.documentElement.lang.replace(/^en$/, "en-GB");
const wide = matchMedia("(min-width: 44rem)");
const DASHES = ["", "", "7 4", "2 4", "10 3 2 3", "1 6"];
const text = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const list = (names) => new Intl.ListFormat(language, { type: "conjunction" }).format(names);

const make = (tag, attributes = {}, ...children) => {
  const svg = /^(svg|g|line|path|text|circle)$/.test(tag);
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// What is shown: codes of countries and ids of indicators, in order.
const read = () => {
  const address = new URLSearchParams(location.search);
  const asked = (name) => (address.get(name) ?? "").split(",").map((word) => word.trim()).filter(Boolean);
  const codes = asked("c").map((code) => code.toUpperCase());
  const ids = asked("i");
  const known = (words, held) => [...new Set(words)].filter((word) => held.has(word));
  return {
    codes: known(codes, countries).slice(0, most),
    ids: known(ids, indicators).slice(0, most),
    unknown: [...codes.filter((code) => !countries.has(code)), ...ids.filter((id) => !indicators.has(id))],
    many: known(codes, countries).length > most || known(ids, indicators).length > most,
  };
};
let { codes, ids, unknown, many } = read();
if (!ids.length) ids = [selects.indicator.value];
const remember = () => history.replaceState(null, "", `?c=${codes.join(",")}&i=${ids.join(",")}`);
const named = (code) => countries.get(code).text;

// Files come when a country is first shown, and stay.
const files = new Map();
const load = (code) => {
  if (!files.has(code)) {
    const file = fetch(`${countries.get(code).dataset.url}data.json`).then((answer) => (answer.ok ? answer.json() : null));
    files.set(code, file.catch(() => null));
  }
  return files.get(code);
};
// What draws comes with the first country; a failure is tried anew.
let drawing = null;
const draws = () => {
  const known = { make, text, list, say, language, wide };
  drawing ??= import(say.draws).then((module) => module.withPage(known));
  return drawing.catch(() => (drawing = null));
};
const linesOf = (id, loaded) =>
  codes.map((code, at) => {
    const file = loaded[at];
    return { code, name: named(code), own: at === 0, dash: DASHES[at], file, series: file?.indicators[id] };
  });

const frame = (id) => {
  const option = indicators.get(id);
  const remove = make("button", { type: "button", class: "compare__remove", "aria-label": text(say.remove, { name: option.text }) }, "×");
  remove.addEventListener("click", () => {
    ids = ids.filter((other) => other !== id);
    change(() => selects.indicator);
  });
  const link = make("a", { href: option.dataset.url }, option.text);
  const title = make("h2", { class: "figure__title" }, link, " ", ...(ids.length > 1 ? [remove] : []));
  const caption = make("figcaption", {}, title, make("p", { class: "figure__sub" }, option.dataset.unit));
  if (option.dataset.warning) {
    caption.append(make("p", { class: "compare__warning" }, make("b", {}, say.warning), ` ${option.dataset.warning}`));
  }
  const scroll = make("div", { class: "scroll compare__table", tabindex: 0, role: "region", "aria-label": `${say.table}: ${option.text}` });
  return make(
    "figure", { class: "figure compare__figure", "data-id": id },
    caption, make("div", { class: "compare__plot" }), make("p", { class: "figure__source" }), scroll,
  );
};

const chip = (code, at) => {
  const name = named(code);
  const state = { "aria-pressed": at === 0, title: text(say.first, { name }) };
  const first = make("button", { type: "button", class: "compare__name", ...state }, name);
  first.addEventListener("click", () => {
    codes = [code, ...codes.filter((other) => other !== code)];
    change(() => chips.querySelector("button"));
  });
  const remove = make("button", { type: "button", class: "compare__remove", "aria-label": text(say.remove, { name }) }, "×");
  remove.addEventListener("click", () => {
    codes = codes.filter((other) => other !== code);
    change(() => chips.children[Math.min(at, codes.length - 1)]?.querySelector(".compare__remove") ?? selects.country);
  });
  const line = make("line", { class: `line${at ? "" : " own"}`, x1: 2, x2: 26, y1: 6, y2: 6, "stroke-dasharray": DASHES[at] });
  return make("li", {}, make("svg", { viewBox: "0 0 28 12", class: "compare__key", "aria-hidden": "true" }, line), first, remove);
};

const notes = (failed) => [
  unknown.length ? text(say.unknown, { codes: unknown.join(", ") }) : "",
  many ? text(say.many, { most }) : "",
  failed.length ? text(say.failed, { names: list(failed) }) : "",
  codes.length ? "" : say.none,
];

let turn = 0;
const show = async () => {
  const mine = ++turn;
  chips.replaceChildren(...codes.map(chip));
  const held = new Map([...figures.children].map((figure) => [figure.dataset.id, figure]));
  figures.replaceChildren(...(codes.length ? ids : []).map((id) => (ids.length > 1 ? frame(id) : (held.get(id) ?? frame(id)))));
  document.title = `${codes.length ? text(say.compare, { names: list(codes.map(named)) }) : say.title} – ${say.site}`;
  find("[data-take]").hidden = !codes.length;
  said.textContent = notes([]).filter(Boolean).join(" ");
  told.textContent = "";
  root.dataset.ready = codes.length ? "chosen" : "empty";
  const [tools, ...loaded] = await Promise.all([codes.length && draws(), ...codes.map(load)]);
  if (mine !== turn) return;
  const fill = (figure) => tools.fill(figure, indicators.get(figure.dataset.id), linesOf(figure.dataset.id, loaded));
  const latest = tools ? [...figures.children].map(fill) : [];
  const failed = codes.filter((_, at) => !tools || !loaded[at]);
  failed.forEach((code) => files.delete(code));
  said.textContent = notes(failed.map(named)).filter(Boolean).join(" ");
  told.textContent = latest.filter(Boolean).join(" ");
  const used = new Set([...figures.querySelectorAll("td, sup")].map((cell) => cell.textContent));
  for (const mark of root.querySelectorAll("[data-mark]")) mark.hidden = !used.has(mark.dataset.mark);
};
const change = (focus) => {
  [unknown, many] = [[], false];
  remember();
  show();
  focus?.()?.focus();
};

const add = (held, kind) => {
  const value = selects[kind].value;
  if (held.includes(value)) return held;
  if (held.length < most) return [...held, value];
  said.textContent = text(say.full, { most });
  return null;
};
find("[data-add=country]").addEventListener("click", () => {
  const next = add(codes, "country");
  if (next) [codes] = [next], change();
});
find("[data-add=indicator]").addEventListener("click", () => {
  const next = add(ids, "indicator");
  if (next) [ids] = [next], change();
});

find("[data-take]").addEventListener("click", async () => {
  const [tools, ...loaded] = await Promise.all([draws(), ...codes.map(load)]);
  const shown = ids.map((id) => [indicators.get(id), linesOf(id, loaded)]);
  tools?.save(shown, `compare-${codes.join("-")}.csv`);
});

wide.addEventListener("change", show);
show();
