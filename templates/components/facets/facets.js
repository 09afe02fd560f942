// A list filtered by words and by what is said of its entries, in data attributes; the address says what is asked for.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Whether an entry is what one field asks for: years are bounds, everything else is one of the words.
const FITS = {
  q: (item, asked) => fold(asked).split(/\s+/).every((word) => fold(item.textContent).includes(word)),
  since: (item, asked) => Boolean(item.dataset.since) && item.dataset.since <= asked,
  until: (item, asked) => (item.dataset.until ?? "") >= asked,
};
const among = (name) => (item, asked) => (item.dataset[name] ?? "").split(" ").includes(asked);

// Fields as the address has them; what no option offers is left at all.
function read(form) {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
    if (field?.selectedIndex < 0) field.selectedIndex = 0;
  }
}

function write(asked) {
  const query = new URLSearchParams(asked).toString();
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
}

export function start(root) {
  const form = root.querySelector(".facets");
  const [status, clear] = [form.querySelector("[role=status]"), form.querySelector("button")];
  const items = [...root.querySelectorAll(".items > li")];
  const groups = [...root.querySelectorAll("section:has(> .items)")];
  const answer = () => {
    const asked = [...new FormData(form)].filter(([, value]) => value.trim());
    for (const item of items) item.hidden = !asked.every(([name, value]) => (FITS[name] ?? among(name))(item, value));
    for (const group of groups) group.hidden = !group.querySelector(".items > li:not([hidden])");
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = asked.length ? form.dataset.found.replace("{count}", shown).replace("{all}", items.length) : "";
    clear.hidden = !asked.length;
    write(asked);
  };
  form.addEventListener("input", answer);
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    form.reset();
    answer();
    form.elements.namedItem("q").focus();
  });
  read(form);
  answer();
  form.hidden = false;
}
