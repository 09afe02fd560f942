// Files of one chart, cut from larger ones: its rows from those of indicators, its picture from that of all on the page.
const ask = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer.text();
};
const save = (text, type, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

// Rows of a file whose first columns are country and year; a note in quotes may have line breaks.
const RECORD = /(?:"(?:[^"]|"")*"|[^"\n])*\n/g;
// What all rows say alike is in no line of the file: the description beside it has it, unless it is nothing.
const COLUMNS = ["country", "year", "value", "status", "origin", "note"];
const cell = (word) => (/[",\r\n]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word);
const whole = async (link, [head, ...rows]) => {
  const named = head.trimEnd().split(",");
  const missing = COLUMNS.filter((name) => !named.includes(name));
  if (!missing.length) return [head, ...rows];
  const { tableSchema } = JSON.parse(await ask(`${link.href}-metadata.json`));
  const shared = new Map(tableSchema.columns.filter((column) => column.virtual).map((column) => [column.name, column.default]));
  // No cell before a note is in quotes.
  const put = (row, wordOf) => {
    const cells = row.slice(0, -1).split(",");
    for (const name of missing) cells.splice(COLUMNS.indexOf(name), 0, wordOf(name));
    return `${cells.join(",")}\n`;
  };
  return [put(head, (name) => name), ...rows.map((row) => put(row, (name) => cell(shared.get(name) ?? "")))];
};
const cut = async (link) => {
  const [head, ...rows] = (await ask(link.href)).match(RECORD);
  const indicator = new URL(link.href).pathname.split("/").at(-2);
  const countries = Map.groupBy(rows, (row) => row.slice(0, row.indexOf(",")));
  const drawn = link.dataset.rows.split(",").flatMap((part) => {
    const [first, last, ...codes] = part.trim().split(" ");
    const wanted = (row) => row.split(",", 2)[1] >= first && row.split(",", 2)[1] <= last;
    return codes.flatMap((code) => (countries.get(code) ?? []).filter(wanted));
  });
  const named = (row, name) => row.replace(",", `,${name},`);
  const [first, ...full] = await whole(link, [head, ...drawn]);
  return [named(first, "indicator"), full.map((row) => named(row, indicator))];
};
const takeRows = async (downloads, name) => {
  const parts = await Promise.all([...downloads.querySelectorAll("[data-rows]")].map(cut));
  const width = (head) => head.split(",").length;
  const [widest] = parts.map(([head]) => head).sort((a, b) => width(b) - width(a)); // not all have intervals
  const padded = ([head, rows]) => {
    const end = `${",".repeat(width(widest) - width(head))}\n`;
    return rows.map((row) => row.slice(0, -1) + end);
  };
  save(widest + parts.flatMap(padded).join(""), "text/csv", `${name}.csv`);
};

const takePicture = async (link, name) => {
  const sheet = new DOMParser().parseFromString(await ask(link.href), "image/svg+xml");
  const picture = sheet.getElementById(name);
  const [width, height] = ["width", "height"].map((side) => picture.getAttribute(side));
  picture.removeAttribute("y");
  picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
  picture.setAttribute("font-family", sheet.documentElement.getAttribute("font-family"));
  save(new XMLSerializer().serializeToString(picture), "image/svg+xml", `${name}.svg`);
};

export const take = (link) => {
  const name = link.parentElement.dataset.chart;
  return link.dataset.rows ? takeRows(link.parentElement, name) : takePicture(link, name);
};
