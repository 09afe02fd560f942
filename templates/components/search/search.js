// The search page: Pagefind finds, this shows. The query stands in the address, so that a search can be shared.
const STEP = 10;
const WAIT = 150;
const form = document.querySelector(".search");
const field = form.elements.q;
const kinds = [...form.querySelectorAll("[name=kind]")];
const names = new Map(kinds.map((box) => [box.value, box.nextElementSibling.textContent]));
const count = document.querySelector(".search__count");
const results = document.querySelector(".results");
const more = document.querySelector(".more");
let found = [];

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const plain = (text) => text.replace(/kindis\w+\.?\s*/g, "").replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);

function element(name, parts, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...parts);
  return made;
}

// An excerpt comes as text with marks around the words found.
const excerpt = (text) =>
  text.split(/<\/?mark>/).map((part, at) => (at % 2 ? element("mark", [plain(part)]) : plain(part)));

const link = (url, title) => element("a", [title], { href: url });

function part({ url, title, excerpt: text }) {
  const rest = text.startsWith(title) ? text.slice(title.length) : text;
  return element("li", [link(url, title), " ", element("span", excerpt(rest))]);
}

function entry(page) {
  const parts = page.sub_results.filter((one) => one.url !== page.url).slice(0, 3);
  const kind = names.get(page.meta.kind) ?? "";
  const item = element("li", [
    element("p", [kind], { className: "kicker" }),
    element("h2", [link(page.url, page.meta.title)]),
    element("p", excerpt(page.excerpt)),
  ]);
  if (parts.length) item.append(element("ul", parts.map(part)));
  return item;
}

async function show() {
  const asked = found;
  const from = results.children.length;
  const pages = await Promise.all(asked.slice(from, from + STEP).map((one) => one.data()));
  if (asked !== found) return;
  results.append(...pages.map(entry));
  more.hidden = results.children.length >= found.length;
}

function remember(query, chosen) {
  const address = new URL(location.href);
  address.search = String(new URLSearchParams([...(query ? [["q", query]] : []), ...chosen.map((kind) => ["kind", kind])]));
  history.replaceState(null, "", address);
}

// Each page is indexed with a word that names its kind: Pagefind's own filters are not written in the same order twice.
// The pages of each kind are asked for once, so that a search is one query.
const kindOf = new Map();
async function learn(index) {
  for (const { value } of kinds) {
    for (const { id } of (await index.search(`kindis${value}`)).results) kindOf.set(id, value);
  }
}

// How many pages of each kind hold the words.
function tell(all) {
  for (const { value, nextElementSibling: name } of kinds) {
    const held = all.filter((one) => kindOf.get(one.id) === value);
    name.nextElementSibling.textContent = field.value.trim() ? `(${held.length})` : "";
  }
}

// The index comes with the first words.
async function load() {
  const index = await import(form.dataset.bundle);
  await index.options({ baseUrl: form.dataset.bundle.replace(/pagefind\/pagefind\.js$/, ""), excerptLength: 28 });
  await index.init();
  await learn(index);
  return index;
}

let loaded;
async function ask(query) {
  const index = await (loaded ??= load());
  return (await index.search(query)).results;
}

async function search() {
  const query = field.value.trim();
  const chosen = kinds.filter((box) => box.checked);
  remember(query, chosen.map((box) => box.value));
  const all = query ? await ask(query) : [];
  if (query !== field.value.trim()) return;
  const wanted = new Set(chosen.map((kind) => kind.value));
  found = wanted.size ? all.filter((one) => wanted.has(kindOf.get(one.id))) : all;
  results.replaceChildren();
  more.hidden = true;
  tell(all);
  count.textContent = query ? form.dataset.found.replace("{count}", found.length) : "";
  await show();
}

let timer;
function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => search().catch(fail), WAIT);
}

function restore() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const box of kinds) box.checked = asked.getAll("kind").includes(box.value);
}

function fail() {
  form.hidden = true;
  document.querySelector(".search__missing").hidden = false;
}

function start() {
  restore();
  form.addEventListener("input", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search().catch(fail);
  });
  more.addEventListener("click", async () => {
    const at = results.children.length;
    await show();
    results.children[at]?.querySelector("a").focus();
  });
  if (field.value) search().catch(fail);
  else field.focus();
}

// One key as a shortcut must be possible to turn off (WCAG 2.1.4).
function offer() {
  const slash = document.querySelector("#slash");
  const root = document.documentElement;
  slash.checked = root.dataset.slash !== "off";
  slash.addEventListener("change", () => {
    root.dataset.slash = slash.checked ? "on" : "off";
    try {
      localStorage.setItem("slash", root.dataset.slash);
    } catch {
      // the choice holds for this page
    }
  });
  slash.closest("p").hidden = false;
}

offer();
start();
