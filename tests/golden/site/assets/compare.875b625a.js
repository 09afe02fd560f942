// The page that compares countries: what is chosen stands in the address, the series in a file for each country.
const root = document.querySelector(".compare");
const say = root.dataset;
const most = Number(say.most);
const find = (selector) => root.querySelector(selector);
const selects = { country: find("#compare-country"), indicator: find("#compare-indicator") };
const options = (kind) => new Map([...selects[kind].options].map((option) => [option.value, option]));
const countries = options("country");
const indicators = options("indicator");
const [chips, said, figures] = ["chips", "said", "figures"].map((name) => find(`.compare__${name}`));
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

// Numbers as everywhere on the site.
const number = (value, decimals) => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven" };
  const written = new Intl.NumberFormat(language, digits).format(String(value)).replace("-", "−");
  return /[1-9]/.test(written) ? written : written.replace("−", "");
};
const written = (value, { kind, symbol, decimals, nil }) => {
  if (nil && value === 0) return nil;
  const digits = number(value, Number(decimals));
  if (kind === "percent" || (kind === "share" && symbol.startsWith("%"))) return `${digits}%`;
  if (kind !== "currency") return digits;
  if (symbol.length > 1 && !symbol.endsWith("$")) return `${digits} ${symbol}`;
  return digits.startsWith("−") ? `−${symbol}${digits.slice(1)}` : symbol + digits;
};
const short = (value) => {
  const [size, letter] = [[1e12, "T"], [1e9, "B"], [1e6, "M"]].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  return new Intl.NumberFormat(language, { maximumSignificantDigits: 6 }).format(value / size).replace("-", "−") + letter;
};

// Files come when a country is first shown, and stay.
const files = new Map();
const load = (code) => {
  if (!files.has(code)) {
    const file = fetch(countries.get(code).dataset.file).then((answer) => (answer.ok ? answer.json() : null));
    files.set(code, file.catch(() => null));
  }
  return files.get(code);
};
const points = (series) =>
  series ? series.values.map((value, at) => [series.from + at, value]).filter(([, value]) => value !== null) : [];
const status = (series, year) => {
  const letter = series.status.length === 1 ? series.status : series.status[year - series.from];
  return letter === "A" ? "" : letter.toLowerCase();
};

// Axes: few round ticks, names that do not touch.
const niceTicks = (low, high) => {
  const top = high > low ? high : low + (Math.abs(low) || 1);
  const raw = (top - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((s) => s * power).find((s) => s >= raw * 0.999999);
  const first = Math.floor(low / step + 1e-9);
  const count = Math.ceil(top / step - 1e-9) - first;
  return Array.from({ length: count + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
};
const dodge = (wanted, gap, low, high) => {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  order.forEach((at, n) => (placed[at] = Math.max(wanted[at], n ? placed[order[n - 1]] + gap : low)));
  order.reverse().forEach((at, n) => (placed[at] = Math.min(placed[at], n ? placed[order[n - 1]] - gap : high)));
  return placed;
};

const draw = (lines, { zero, title }) => {
  const [width, height] = wide.matches ? [820, 360] : [340, 260];
  const years = lines.flatMap((line) => line.points.map(([year]) => year));
  const values = lines.flatMap((line) => line.points.map(([, value]) => value));
  const ticks = niceTicks(Math.min(...values, ...(zero ? [0] : [])), Math.max(...values));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const label = (line) => (line.name.length > (wide.matches ? 24 : 14) ? line.code : line.name);
  const left = Math.max(14, 10 + Math.max(...ticks.map((tick) => short(tick).length)) * 6.6);
  const right = width - 10 - Math.max(...lines.map((line) => label(line).length * (line.own ? 7.6 : 7)));
  const [top, bottom] = [12, height - 24];
  const x = (year) => left + ((right - left) * (year - first)) / (last - first || 1);
  const y = (value) => bottom - ((bottom - top) * (value - ticks[0])) / (ticks.at(-1) - ticks[0]);
  const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title });
  for (const tick of ticks) {
    svg.append(make("line", { class: "grid", x1: left, x2: right, y1: y(tick), y2: y(tick) }));
    svg.append(make("text", { class: "tick", x: 0, y: y(tick) }, short(tick)));
  }
  svg.append(make("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom }));
  const middle = last - first < 8 ? [] : [Math.floor((first + last) / 2)];
  for (const year of new Set([first, ...middle, last])) {
    const anchor = year === first ? "start" : year === last ? "end" : "middle";
    svg.append(make("text", { class: "tick", x: x(year), y: bottom + 14, "text-anchor": anchor }, String(year)));
  }
  const ends = dodge(lines.map((line) => y(line.points.at(-1)[1])), 16, top, bottom);
  for (const [at, line] of [...lines.entries()].reverse()) {
    const joined = (n) => n && line.points[n][0] - line.points[n - 1][0] === 1;
    const path = line.points.map(([year, value], n) => `${joined(n) ? "L" : "M"}${x(year).toFixed(1)} ${y(value).toFixed(1)}`);
    const own = line.own ? " own" : "";
    svg.append(make("path", { class: `line${own}`, d: path.join(""), "stroke-dasharray": line.dash }));
    line.points.forEach(([year, value], n) => {
      const end = n === line.points.length - 1;
      if (!end && (joined(n) || (n + 1 < line.points.length && joined(n + 1)))) return;
      svg.append(make("circle", { class: `dot${own}`, cx: x(year), cy: y(value), r: line.own ? 4 : 2.5 }));
    });
    svg.append(make("text", { class: `name${own}`, x: right + 8, y: ends[at] }, label(line)));
  }
  return svg;
};

const table = (lines, option) => {
  const years = [...new Set(lines.flatMap((line) => line.points.map(([year]) => year)))].sort((a, b) => b - a);
  const cell = (line, year) => {
    const value = line.series?.values[year - line.series.from] ?? null;
    if (value === null) return make("td", { class: "n" }, "..");
    const mark = status(line.series, year);
    return make("td", { class: "n" }, written(value, option.dataset), ...(mark ? [make("sup", { class: "status" }, mark)] : []));
  };
  const head = lines.map((line) => make("th", { scope: "col", class: `n${line.own ? " own" : ""}` }, line.name));
  const rows = years.map((year) => make("tr", {}, make("th", { scope: "row" }, String(year)), ...lines.map((line) => cell(line, year))));
  return make(
    "table", {},
    make("caption", { class: "vh" }, `${option.text}, ${option.dataset.unit}`),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say.year), ...head)),
    make("tbody", {}, ...rows),
  );
};

// Who is named: each producer once, with each licence.
const sources = (lines) => {
  const used = lines.flatMap((line) => (line.series?.sources ?? []).map((at) => line.file.sources[at]));
  return [0, 1].map((part) => [...new Set(used.map((source) => source[part]))].join("; "));
};

const linesOf = (id, loaded) =>
  codes.map((code, at) => {
    const file = loaded[at];
    const series = file?.series[id];
    return { code, name: named(code), own: at === 0, dash: DASHES[at], file, series, points: points(series) };
  });
const latest = (line, option) => {
  const [year, value] = line.points.at(-1);
  return `${line.name} ${written(value, option.dataset)} (${year})`;
};

const frame = (id) => {
  const option = indicators.get(id);
  const remove = make("button", { type: "button", class: "compare__x", "aria-label": text(say.remove, { name: option.text }) }, "×");
  remove.addEventListener("click", () => {
    ids = ids.filter((other) => other !== id);
    change(() => selects.indicator);
  });
  const title = make("h2", { class: "figure__title" }, make("a", { href: option.dataset.url }, option.text), " ", ...(ids.length > 1 ? [remove] : []));
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

const fill = (figure, loaded) => {
  const option = indicators.get(figure.dataset.id);
  const lines = linesOf(option.value, loaded);
  const shown = lines.filter((line) => line.points.length);
  const told = shown.map((line) => latest(line, option)).join(", ");
  const [plot, source, scroll] = [".compare__plot", ".figure__source", ".scroll"].map((name) => figure.querySelector(name));
  plot.replaceChildren(...(shown.length ? [draw(shown, { zero: option.dataset.zero, title: `${option.text}, ${say.latest}: ${told}.` })] : []));
  const without = lines.filter((line) => line.file && !line.points.length).map((line) => line.name);
  if (without.length) plot.append(make("p", { class: "figure__note" }, text(say.missing, { names: list(without) })));
  const [names, licences] = sources(shown);
  source.replaceChildren(make("span", {}, make("b", {}, say.source), ` ${names}`), make("span", {}, licences));
  source.hidden = !shown.length;
  scroll.replaceChildren(...(shown.length ? [table(lines, option)] : []));
  return `${option.text}: ${told || text(say.missing, { names: list(without) })}.`;
};

const chip = (code, at) => {
  const name = named(code);
  const first = make("button", { type: "button", class: "compare__name", "aria-pressed": at === 0, title: text(say.first, { name }) }, name);
  first.addEventListener("click", () => {
    codes = [code, ...codes.filter((other) => other !== code)];
    change(() => chips.querySelector("button"));
  });
  const remove = make("button", { type: "button", class: "compare__x", "aria-label": text(say.remove, { name }) }, "×");
  remove.addEventListener("click", () => {
    codes = codes.filter((other) => other !== code);
    change(() => chips.children[Math.min(at, codes.length - 1)]?.querySelector(".compare__x") ?? selects.country);
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
  root.dataset.ready = "";
  const loaded = await Promise.all(codes.map(load));
  if (mine !== turn) return;
  const told = codes.length ? [...figures.children].map((figure) => fill(figure, loaded)) : [];
  const failed = codes.filter((_, at) => !loaded[at]);
  failed.forEach((code) => files.delete(code));
  said.textContent = [...notes(failed.map(named)), ...told].filter(Boolean).join(" ");
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

// The figures shown, one a row, as a file; a spreadsheet takes no cell for a formula.
const cell = (value) => {
  const words = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};
find("[data-take]").addEventListener("click", async () => {
  const loaded = await Promise.all(codes.map(load));
  const rows = [["country", "code", "indicator", "unit", "year", "value", "status", "source", "license"]];
  for (const id of ids) {
    const option = indicators.get(id);
    for (const line of linesOf(id, loaded)) {
      for (const [year, value] of line.points) {
        const mark = status(line.series, year).toUpperCase() || "A";
        rows.push([line.name, line.code, option.text, option.dataset.unit, year, value, mark, ...sources([line])]);
      }
    }
  }
  const file = new Blob([rows.map((row) => row.map(cell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv" });
  const link = make("a", { href: URL.createObjectURL(file), download: `compare-${codes.join("-")}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
});

wide.addEventListener("change", show);
show();
