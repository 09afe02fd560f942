// The bar of problems: the page is pushed down by its height, a place is copied by a click, and what is wrong is said.
const bar = document.querySelector("#preview-errors");
if (bar) {
  const size = () => document.documentElement.style.setProperty("--preview-bar", `${bar.offsetHeight}px`);
  new ResizeObserver(size).observe(bar);
  size();

  const [status] = bar.children;
  const words = [...status.childNodes];
  status.replaceChildren();
  setTimeout(() => status.append(...words)); // what comes into a status is announced, what stood there before is not

  bar.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    await navigator.clipboard.writeText(button.value);
    bar.lastElementChild.textContent = `Copied: ${button.value}`;
  });
}
