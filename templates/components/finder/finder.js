// Finds a country by any of its names: a combobox with a list, after the ARIA Authoring Practices.
const LETTERS = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ə: "e", ð: "d", þ: "th" };

// A name without case, marks and punctuation: "Côte d'Ivoire" is "cote divoire".
const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’ʻʼ‘.]/gu, "")
    .toLowerCase()
    .replace(/[ıøłđßæœəðþ]/g, (letter) => LETTERS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

// How well a name answers: 0 is the whole of it, then its beginning, a word's beginning, any part.
function distance(name, query) {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (name.includes(" " + query)) return 2;
  return query.length > 2 && name.includes(query) ? 3 : Infinity;
}

// The best of a country's names; its own wins over another that answers as well.
function best(country, query) {
  const all = country.folded.map((name, at) => ({ country, at, far: distance(name, query) * 2 + (at > 0) }));
  return all.reduce((one, other) => (other.far < one.far ? other : one));
}

// Where no name holds the query, a query that holds a name: "Republic of Kazakhstan", "the Netherlands".
const within = (countries, query) =>
  countries
    .map((country) => ({ country, at: country.folded.findIndex((name) => name.length > 3 && ` ${query} `.includes(` ${name} `)) }))
    .filter((match) => match.at >= 0);

// Of two names that answer as well, the one written as typed: "Türk" is Türkiye before Turkmenistan, "Turk" is not.
const written = ({ country, at }, typed) => country.names[at].toLowerCase().startsWith(typed);

function search(countries, query, typed) {
  if (!query) return countries.map((country) => ({ country, at: 0 }));
  const found = countries.map((country) => best(country, query)).filter((match) => match.far < Infinity);
  if (!found.length) return within(countries, query);
  return found.sort((one, other) => one.far - other.far || written(other, typed) - written(one, typed));
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const countries = await answer.json();
  return countries.map(([name, slug, ...others]) => ({ slug, names: [name, ...others], folded: [name, ...others].map(fold) }));
}

function option({ country, at }, number) {
  const item = document.createElement("li");
  item.id = `find-${number}`;
  item.role = "option";
  item.dataset.slug = country.slug;
  item.append(country.names[0]);
  if (at) {
    const other = document.createElement("span");
    const name = document.createElement("bdi"); // a name in the other direction must not turn the dash around
    name.append(country.names[at]);
    other.append(" – ", name);
    item.append(other);
  }
  return item;
}

export async function start(root) {
  const [link, field, list, status] = root.children;
  const countries = await load(root.dataset.index);
  let active = -1;

  const isOpen = () => !list.hidden;
  const mark = (at) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const item = list.children[at];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) field.setAttribute("aria-activedescendant", item.id);
    else field.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = () => {
    const query = fold(field.value);
    const found = search(countries, query, field.value.trim().toLowerCase());
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length && query ? 0 : -1);
    status.textContent = root.dataset.found.replace("{count}", found.length);
    status.classList.toggle("visually-hidden", found.length > 0);
  };
  const answer = () => {
    if (fold(field.value)) return open();
    status.classList.add("visually-hidden");
    status.textContent = "";
    close();
  };
  const go = (item) => item && location.assign(link.href + item.dataset.slug + "/");
  const step = (by) => {
    if (!isOpen()) return open();
    const count = list.children.length;
    mark(active < 0 && by < 0 ? count - 1 : (active + by + count) % count);
  };
  const clear = () => {
    if (!isOpen()) field.value = "";
    status.classList.add("visually-hidden");
    close();
  };
  const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => go(list.children[active]), Escape: clear };

  field.addEventListener("input", answer);
  field.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
  field.addEventListener("blur", () => {
    status.classList.add("visually-hidden");
    close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("li")));
  if (document.activeElement === field) answer();
}
