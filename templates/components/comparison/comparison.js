// What the page that compares countries draws of the figures; it comes when the first country is chosen.
let page;

/** Take what the page knows (its words, its language, the width it has, how it makes elements) and return what it may ask for. */
export const withPage = (known) => {
  page = known;
  return { fill, save };
};
const make = (...parts) => page.make(...parts);

// Numbers as everywhere on the site.
const number = (value, decimals) => {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven" };
  const written = new Intl.NumberFormat(page.language, digits).format(String(value)).replace("-", "−");
  return /[1-9]/.test(written) ? written : written.replace("−", "");
};
// A value below the decimals that are the rule is written with those it needs: 0.003.
const needed = (value, decimals) =>
  value === 0 || /[1-9]/.test(number(value, decimals)) ? decimals : -Math.floor(Math.log10(Math.abs(Number(value.toPrecision(1)))));
const written = (value, { kind, symbol, decimals, nil }) => {
  if (nil && value === 0) return nil;
  const digits = number(value, needed(value, Number(decimals)));
  if (kind === "percent" || (kind === "share" && symbol.startsWith("%"))) return `${digits}%`;
  if (kind !== "currency") return digits;
  if (symbol.length > 1 && !symbol.endsWith("$")) return `${digits} ${symbol}`;
  return digits.startsWith("−") ? `−${symbol}${digits.slice(1)}` : symbol + digits;
};
const short = (value) => {
  const [size, letter] = [[1e12, "T"], [1e9, "B"], [1e6, "M"]].find(([least]) => Math.abs(value) >= least) ?? [1, ""];
  return new Intl.NumberFormat(page.language, { maximumSignificantDigits: 6 }).format(value / size).replace("-", "−") + letter;
};

const points = (series) =>
  series ? series.values.map((value, at) => [series.from + at, value]).filter(([, value]) => value !== null) : [];
const status = (series, year) => {
  const letter = series.status.length === 1 ? series.status : series.status[year - series.from];
  return letter === "A" ? "" : letter.toLowerCase();
};

// The ends of a figure's interval, where its producer gives one.
const ends = (series, year) => [series.lower, series.upper].map((list) => list?.[year - series.from] ?? null).filter((end) => end !== null);
const spread = (series, year, value, about) => {
  const [lower, upper] = ends(series, year).map((end) => written(end, about));
  return lower === undefined ? written(value, about) : page.text(page.say.interval, { value: written(value, about), lower, upper });
};

// Axes: few round ticks, names that do not touch. As in generator/charts/scale.py; a test compares the two.
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
  const blocks = [];
  order.forEach((at, n) => {
    let [mean, size] = [wanted[at] - n * gap, 1];
    while (blocks.length && blocks.at(-1)[0] >= mean) {
      const [before, count] = blocks.pop();
      [mean, size] = [(before * count + mean * size) / (count + size), count + size];
    }
    blocks.push([mean, size]);
  });
  const top = high - (wanted.length - 1) * gap;
  const starts = blocks.flatMap(([mean, size]) => Array(size).fill(Math.max(Math.min(mean, top), Math.min(low, top))));
  const placed = [];
  order.forEach((at, n) => (placed[at] = starts[n] + n * gap));
  return placed;
};

const draw = (lines, { zero, title, frequency }) => {
  const [width, height] = page.wide.matches ? [820, 360] : [340, 260];
  const years = lines.flatMap((line) => line.points.map(([year]) => year));
  const values = lines.flatMap((line) => line.points.flatMap(([year, value]) => [value, ...ends(line.series, year)]));
  const ticks = niceTicks(Math.min(...values, ...(zero ? [0] : [])), Math.max(...values));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const label = (line) => (line.name.length > (page.wide.matches ? 24 : 14) ? line.code : line.name);
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
  const places = dodge(lines.map((line) => y(line.points.at(-1)[1])), 16, top, bottom);
  for (const [at, line] of [...lines.entries()].reverse()) {
    const later = (n) => status(line.series, line.points[n][0]) === "f";
    const joined = (n) => n && (later(n) || line.points[n][0] - line.points[n - 1][0] <= frequency);
    const place = ([year, value]) => `${x(year).toFixed(1)} ${y(value).toFixed(1)}`;
    const path = line.points.map((point, n) => `${joined(n) && !later(n) ? "L" : "M"}${place(point)}`);
    const ahead = line.points.map((point, n) => (n && later(n) ? `M${place(line.points[n - 1])}L${place(point)}` : ""));
    const own = line.own ? " own" : "";
    for (const [year] of line.points) {
      const [low, high] = ends(line.series, year);
      if (low !== undefined) svg.append(make("line", { class: `interval${own}`, x1: x(year), x2: x(year), y1: y(low), y2: y(high) }));
    }
    svg.append(make("path", { class: `line${own}`, d: path.join(""), "stroke-dasharray": line.dash }));
    if (ahead.some(Boolean)) svg.append(make("path", { class: `line ahead${own}`, d: ahead.join(""), "stroke-dasharray": "2 6" }));
    const last = line.points.findLastIndex((_, n) => !later(n));
    line.points.forEach(([year, value], n) => {
      const end = n === last;
      if (later(n)) return;
      if (!end && (joined(n) || (n + 1 < line.points.length && joined(n + 1)))) return;
      svg.append(make("circle", { class: `dot${own}`, cx: x(year), cy: y(value), r: line.own ? 4 : 2.5 }));
    });
    svg.append(make("text", { class: `name${own}`, x: right + 8, y: places[at] }, label(line)));
  }
  return svg;
};

const table = (lines, option) => {
  const years = [...new Set(lines.flatMap((line) => line.points.map(([year]) => year)))].sort((a, b) => b - a);
  const cell = (line, year) => {
    const value = line.series?.values[year - line.series.from] ?? null;
    if (value === null) return make("td", { class: "number" }, "..");
    const mark = status(line.series, year);
    const words = spread(line.series, year, value, option.dataset);
    return make("td", { class: "number" }, words, ...(mark ? [make("sup", { class: "status" }, mark)] : []));
  };
  const head = lines.map((line) => make("th", { scope: "col", class: `number${line.own ? " own" : ""}` }, line.name));
  const rows = years.map((year) => make("tr", {}, make("th", { scope: "row" }, String(year)), ...lines.map((line) => cell(line, year))));
  return make(
    "table", {},
    make("caption", { class: "visually-hidden" }, `${option.text}, ${option.dataset.unit}`),
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, page.say.year), ...head)),
    make("tbody", {}, ...rows),
  );
};

// Who is named: each producer once, with each licence.
const sources = (lines) => {
  const names = ({ origin = [] }) => (typeof origin === "string" ? [origin] : Object.values(origin));
  const used = lines.flatMap((line) => names(line.series ?? {}).map((name) => line.file.origins[name]));
  return ["attribution", "license"].map((part) => [...new Set(used.map((origin) => origin[part]))].join("; "));
};

const latest = (line, option) => {
  const [year, value] = line.points.findLast(([at]) => status(line.series, at) !== "f") ?? line.points.at(-1);
  const mark = status(line.series, year) === "f" ? `, ${page.say.forecast}` : "";
  return `${line.name} ${spread(line.series, year, value, option.dataset)} (${year}${mark})`;
};

const fill = (figure, option, countries) => {
  const lines = countries.map((line) => ({ ...line, points: points(line.series) }));
  const shown = lines.filter((line) => line.points.length);
  const told = shown.map((line) => latest(line, option)).join(", ");
  const [plot, source, scroll] = [".compare__plot", ".figure__source", ".scroll"].map((name) => figure.querySelector(name));
  const title = `${option.text}, ${page.say.latest}: ${told}.`;
  const { zero, frequency = 1 } = option.dataset;
  plot.replaceChildren(...(shown.length ? [draw(shown, { zero, title, frequency: Number(frequency) })] : []));
  const without = lines.filter((line) => line.file && !line.points.length).map((line) => line.name);
  if (without.length) plot.append(make("p", { class: "figure__note" }, page.text(page.say.missing, { names: page.list(without) })));
  const [names, licences] = sources(shown);
  source.replaceChildren(make("span", {}, make("b", {}, page.say.source), ` ${names}`), make("span", {}, licences));
  source.hidden = !shown.length;
  scroll.replaceChildren(...(shown.length ? [table(lines, option)] : []));
  return `${option.text}: ${told || page.text(page.say.missing, { names: page.list(without) })}.`;
};

// The figures shown, one a row, as a file; a spreadsheet takes no cell for a formula.
const cell = (value) => {
  const words = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
};
const save = (shown, name) => {
  const ranged = shown.some(([, lines]) => lines.some((line) => line.series?.lower));
  const more = ranged ? ["lower", "upper"] : [];
  const rows = [["country", "code", "indicator", "unit", "year", "value", "status", "source", "license", ...more]];
  for (const [option, lines] of shown) {
    for (const line of lines) {
      for (const [year, value] of points(line.series)) {
        const mark = status(line.series, year).toUpperCase() || "A";
        const [low = "", high = ""] = ends(line.series, year);
        const told = [line.name, line.code, option.text, option.dataset.unit, year, value, mark, ...sources([line])];
        rows.push([...told, ...(ranged ? [low, high] : [])]);
      }
    }
  }
  const file = new Blob([rows.map((row) => row.map(cell).join(",")).join("\r\n"), "\r\n"], { type: "text/csv" });
  const link = make("a", { href: URL.createObjectURL(file), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
};
