// What every page gains with JavaScript; each part works, or is not shown, without it.
const root = document.documentElement;

// The switch between light and dark: the system decides until a reader does.
const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
for (const button of document.querySelectorAll(".theme")) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // the choice holds for this page
    }
    show();
  });
  dark.addEventListener("change", show);
  show();
  button.hidden = false;
}

// The link to all countries becomes a field that finds one; its module and its names come with the first focus.
const find = document.querySelector(".finder");
if (find) {
  const [link, field] = find.children;
  const swap = (usable) => {
    field.hidden = !usable;
    link.hidden = usable;
  };
  const start = async () => (await import(find.dataset.module)).start(find);
  field.addEventListener("focus", () => start().catch(() => swap(false)), { once: true });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || field.hidden) return;
    if (root.dataset.slash === "off") return;
    event.preventDefault();
    field.focus();
  });
  swap(true);
}

// A figure's note beside it: the script comes when a reader first reaches a figure.
const notes = document.querySelector(".notes");
if (notes) {
  const reach = async (event) => {
    const link = event.target.closest?.("a.stated");
    if (!link) return;
    document.removeEventListener("focusin", reach);
    document.removeEventListener("pointerover", reach);
    const { show } = await import(notes.dataset.script);
    if (link.matches(":hover, :focus")) show(link);
  };
  document.addEventListener("focusin", reach);
  document.addEventListener("pointerover", reach);
}

// Files of one chart are cut from larger ones when they are asked for; whatever fails, the larger file opens.
const { module: explorer, taker } = document.querySelector("#explorer").dataset;
addEventListener("click", (event) => {
  const link = event.target.closest?.(".downloads :is([data-rows], [href^='charts.svg#'])");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  import(taker).then(({ take }) => take(link)).catch(() => location.assign(link.href));
});

// An address that once was that of a chart's file leads to the page of the chart.
if (/\.(csv|svg)$/.test(location.pathname)) document.querySelector("[data-lost]")?.removeAttribute("hidden");

// Trends that can be explored: what draws them comes when one is asked for.
for (const button of document.querySelectorAll(".explore")) {
  const place = button.parentElement.dataset;
  button.addEventListener("click", async () => {
    place.open = ""; // room for the list at once, so that nothing moves later
    try {
      (await import(explorer)).toggle(button);
    } catch {
      delete place.open; // the picture stays
    }
  });
  button.hidden = false;
}

// What has a module of its own (the contents list, tables to sort, citations to copy): it comes to those in sight
// once a reader does anything, or waits.
const parts = document.querySelectorAll("[data-near]");
if (parts.length) {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !target.dataset.near) continue;
        import(target.dataset.near).then((module) => module.start(target));
        delete target.dataset.near;
      }
    },
    { rootMargin: "600px" },
  );
  const look = () => parts.forEach((part) => near.observe(part));
  for (const kind of ["pointermove", "touchstart", "keydown", "focusin", "scroll"]) {
    addEventListener(kind, look, { once: true, passive: true });
  }
  setTimeout(look, location.search || location.hash ? 0 : 3000); // an address that asks for something is answered at once
}
