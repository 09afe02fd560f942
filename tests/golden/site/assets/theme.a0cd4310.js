// Runs before the first paint, so that a chosen scheme does not flash; the choice about the key / is read along.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  if (localStorage.getItem("slash") === "off") document.documentElement.dataset.slash = "off";
} catch {
  // a browser that keeps nothing follows the system
}
