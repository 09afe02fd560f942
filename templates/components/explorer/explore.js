// A trend that answers: drawn over its picture from the same specification, when a reader asks for it.
const texts = document.querySelector("#explorer").dataset;
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const words = (row) => `${row.series}, ${row.x}: ${row.text}`;
const OPTIONS = {
  actions: false,
  ast: true,
  defaultStyle: false,
  renderer: "svg",
  tooltip: { disableDefaultStyle: true, formatTooltip: (row, sanitize) => sanitize(words(row)) },
};

// The list of lines comes from the data table and takes the room that was made for it.
const makeTools = (figure) => {
  const names = [...figure.querySelectorAll("details tbody th")].map((head) => head.textContent);
  const boxes = names.map((name) => make("input", { type: "checkbox", value: name, checked: "", disabled: "" }));
  const labels = boxes.map((box) => make("label", {}, box, ` ${box.value}`));
  const told = make("p", { class: "explore__told", role: "status" }, texts.keys);
  const lines = make("fieldset", {}, make("legend", {}, texts.lines), ...labels);
  return { boxes, told, element: make("div", { class: "explore__tools" }, lines, told) };
};

// A value in words, rounded and written as everywhere on the site; a small one with the decimals it needs.
const digits = (value, decimals) => {
  const form = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, roundingMode: "halfEven" };
  return new Intl.NumberFormat(document.documentElement.lang, form).format(String(Math.abs(value)));
};
export const amount = (value, { decimals, before = "", after = "", one = after }) => {
  const enough = () => -Math.floor(Math.log10(Math.abs(Number(value.toPrecision(1)))));
  const number = digits(value, value === 0 ? 0 : /[1-9]/.test(digits(value, decimals)) ? decimals : enough());
  return (value < 0 ? "−" : "") + before + number + (value === 1 ? one : after);
};

// What the file of an indicator has of a country is a line by years; a line that no file has comes by columns.
const known = ([of, code, first, last], { shared, countries }) => {
  const { name, from, values, status } = { ...shared, ...countries[code] };
  const seen = (year) => values[year - from] !== null && (status[year - from] ?? status) !== "F";
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter(seen);
  const y = years.map((year) => values[year - from]);
  return { name, of, x: years, y };
};

// A missing year begins a new run and so breaks the line, but none of forecasts.
const LINES = ["peers", "own", "median", "ahead", "own_ahead"];
const WORDS = ["labels", "name"];
const POINTS = [...WORDS, "lone", "own_lone", "end", "interval", "marks", "before", "after"];
// Years that follow each other are named by the first; the words of all points of a line stand once.
const rowsOf = ({ name, of, x, y, words: [before, after], text }, line) => {
  let run = 0;
  const whole = of.endsWith("ahead");
  const years = Array.isArray(x) ? x : y.map((_, at) => x + at);
  return years.map((year, at) => {
    if (!whole && at && year - years[at - 1] > 1) run += 1;
    const said = text[at] === null ? "" : before + text[at] + after;
    return { x: year, y: y[at], series: name, run: whole ? `${name} ${line}` : name + run, text: said };
  });
};
// One file has the charts of the page, another the figures of an indicator; each is asked for once.
const files = new Map();
const ask = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.url);
  return answer.json();
};
const read = (address) => {
  if (!files.has(address)) files.set(address, ask(address).catch((error) => {
    files.delete(address);
    throw error;
  }));
  return files.get(address);
};
// A layer is that of all charts; `true` is its chart's own place on an axis.
const placed = (layer, place) => {
  const encoding = Object.entries(layer.encoding).map(([name, value]) => [name, value === true ? place[name] : value]);
  return { ...layer, encoding: Object.fromEntries(encoding) };
};
// What specifications share stands once, part by part: here they are whole again.
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const merged = (shared, own) => {
  const found = { ...shared };
  for (const [name, value] of Object.entries(own)) {
    found[name] = isObject(value) && isObject(found[name]) ? merged(found[name], value) : value;
  }
  return found;
};
// Points come by columns; a cell that all rows share stands once, and a label that is its line's name not at all.
const pointsOf = (columns) => {
  const held = Object.entries(columns);
  const count = Math.max(1, ...held.map(([, cells]) => (Array.isArray(cells) ? cells.length : 1)));
  const row = (at) => Object.fromEntries(held.map(([name, cells]) => [name, Array.isArray(cells) ? cells[at] : cells]));
  return Array.from({ length: count }, (_, at) => row(at));
};
const readSpec = async (name, at) => {
  const page = structuredClone(await read("explore.json"));
  const { layer: layers, ...frame } = structuredClone(await read(page.patterns));
  const { file, written, lines: drawn, shared, specs } = page.charts[name];
  const figures = drawn.some(Array.isArray) ? await read(file) : {};
  const worded = (line) => ({ words: ["", ""], text: line.text ?? line.y.map((value) => amount(value, written)), ...line });
  const lines = drawn.map((line) => worded(Array.isArray(line) ? known(line, figures) : line));
  const { place, ...spec } = merged(merged(merged(frame, page.shared), shared), specs[at]);
  for (const of of POINTS) spec.datasets[of] = spec.datasets[of] ? pointsOf(spec.datasets[of]) : [];
  for (const of of WORDS) spec.datasets[of] = spec.datasets[of].map((row) => ({ text: row.series, ...row }));
  for (const of of LINES) spec.datasets[of] = lines.filter((line) => line.of === of).flatMap(rowsOf);
  spec.datasets.all = lines.flatMap(rowsOf).filter((row) => row.text);
  return { ...spec, layer: layers.filter((each) => spec.datasets[each.data.name].length).map((each) => placed(each, place)) };
};

// Arrow keys walk along a line, and from one line to the next; the point is told in words.
const walk = (view, rows, told) => {
  const state = { series: view.signal("at").series, x: Math.max(...rows.map((row) => row.x)) };
  const shown = () => rows.filter((row) => !view.signal("hidden").includes(row.series));
  const tell = (row) => {
    [state.series, state.x] = [row.series, row.x];
    view.signal("at", { series: row.series, x: row.x }).runAsync();
    told.textContent = words(row);
  };
  const along = (step) => {
    const line = shown().filter((row) => row.series === state.series);
    const next = line.filter((row) => (row.x - state.x) * step > 0);
    return step > 0 ? next[0] : next.at(-1);
  };
  const across = (step) => {
    const names = [...new Set(shown().map((row) => row.series))];
    const name = names[(names.indexOf(state.series) + step + names.length) % names.length];
    const line = shown().filter((row) => row.series === name);
    const distance = (row) => Math.abs(row.x - state.x);
    return line.reduce((best, row) => (distance(row) < distance(best) ? row : best), line[0]);
  };
  const moves = { ArrowLeft: () => along(-1), ArrowRight: () => along(1), ArrowUp: () => across(-1), ArrowDown: () => across(1) };
  return { tell, onKey: (event) => {
    if (!moves[event.key]) return;
    event.preventDefault();
    const row = moves[event.key]();
    if (row) tell(row);
  } };
};

const start = async (figure, button, tools) => {
  const plot = figure.querySelector(".figure__plot");
  const pictures = [...plot.children];
  const at = pictures.findIndex((picture) => picture.offsetParent !== null);
  const [{ vegaEmbed }, spec] = await Promise.all([import(texts.vega), readSpec(button.dataset.chart, at)]);
  const title = figure.querySelector(".figure__title").textContent;
  const stage = make("div", { class: "explore__stage", tabindex: 0, role: "group", "aria-label": `${title}. ${texts.keys}` });
  const drawing = make("div", { "aria-hidden": "true" });
  stage.append(drawing);
  pictures[at].append(stage);
  const { view, finalize } = await vegaEmbed(drawing, spec, OPTIONS);
  const rows = spec.datasets.all;
  const walker = walk(view, rows, tools.told);
  stage.addEventListener("keydown", walker.onKey);
  view.addEventListener("pointermove", (_, item) => {
    const row = item?.datum?.datum ?? item?.datum;
    if (row?.text && row.series) walker.tell(row);
  });
  const drawn = new Set(rows.map((row) => row.series));
  for (const box of tools.boxes) {
    box.disabled = !drawn.has(box.value);
    box.checked = !box.disabled;
    box.addEventListener("change", () => {
      view.signal("hidden", tools.boxes.filter((other) => !other.checked).map((other) => other.value)).runAsync();
    });
  }
  pictures[at].dataset.live = "";
  return { stage, end: () => {
    finalize();
    stage.remove();
    delete pictures[at].dataset.live;
  } };
};

// Opens the chart of a button, or goes back to its picture; whatever fails, the picture stays.
const open = new Map();
const close = (figure, button) => {
  const { tools, end } = open.get(figure);
  open.delete(figure);
  end();
  tools.element.remove();
  delete button.parentElement.dataset.open;
  button.firstElementChild.textContent = texts.open;
};

export const toggle = async (button) => {
  const figure = button.closest("figure");
  if (open.has(figure)) return close(figure, button);
  const tools = makeTools(figure);
  const state = { tools, end: () => {} };
  open.set(figure, state);
  button.after(tools.element);
  button.firstElementChild.textContent = texts.back;
  try {
    const { stage, end } = await start(figure, button, tools);
    if (open.get(figure) !== state) return end();
    state.end = end;
    stage.focus({ preventScroll: true });
  } catch {
    if (open.get(figure) !== state) return;
    tools.told.textContent = texts.failed;
    tools.element.querySelector("fieldset").remove();
  }
};

addEventListener("keydown", (event) => {
  const figure = event.target.closest?.("figure");
  if (event.key !== "Escape" || !open.has(figure)) return;
  const button = figure.querySelector(".explore");
  close(figure, button);
  button.focus();
});
matchMedia("(min-width: 40rem)").addEventListener("change", () => {
  for (const figure of [...open.keys()]) close(figure, figure.querySelector(".explore"));
});
