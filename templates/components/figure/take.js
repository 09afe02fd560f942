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
// The origin that all rows share is in no line of the file: the description beside it has it.
const withOrigin = async (link, [head, ...rows]) => {
  if (head.includes(",origin,")) return [head, ...rows];
  const about = JSON.parse(await ask(`${link.href}-metadata.json`));
  const origin = about.tableSchema.columns.find((column) => column.virtual)?.default ?? "";
  const put = (row, word) => row.replace(/^(?:[^,\n]*,){4}/, `$&${word},`);
  return [put(head, "origin"), ...rows.map((row) => put(row, origin))];
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
  const [first, ...full] = await withOrigin(link, [head, ...drawn]);
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
  picture.removeAttribute("y");
  save(new XMLSerializer().serializeToString(picture), "image/svg+xml", `${name}.svg`);
};

export const take = (link) => {
  const name = link.parentElement.dataset.chart;
  return link.dataset.rows ? takeRows(link.parentElement, name) : takePicture(link, name);
};
