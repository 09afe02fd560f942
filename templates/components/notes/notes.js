// A figure's note beside it, on hover, focus or touch: a copy from the list of notes, which stays where it is.
const box = document.createElement("div");
const native = "popover" in box;
box.id = box.className = "popover";
if (native) box.popover = "manual";
let open, pressed, timer;

const hide = () => {
  open?.removeAttribute("aria-describedby");
  open = undefined;
  box.remove();
};

const place = (link) => {
  const [line] = link.getClientRects();
  const right = document.documentElement.clientWidth - box.offsetWidth - 16;
  const from = native ? { x: -scrollX, y: -scrollY } : box.offsetParent.getBoundingClientRect();
  const below = line.bottom + box.offsetHeight + 8 < innerHeight;
  box.style.left = `${Math.max(16, Math.min(line.left, right)) - from.x}px`;
  box.style.top = `${(below ? line.bottom + 4 : line.top - box.offsetHeight - 4) - from.y}px`;
};

export const show = (link) => {
  if (link === open) return;
  hide();
  open = link;
  box.replaceChildren(...document.querySelector(link.hash).cloneNode(true).childNodes);
  link.after(box); // so that Tab leads from the figure into its note
  link.setAttribute("aria-describedby", "popover");
  if (native) box.showPopover();
  place(link);
};

const figure = (event) => event.target.closest?.("a.stated");
const inside = (target) => target === open || box.contains(target);

const listen = (type, react) => document.addEventListener(type, react);
listen("focusin", (event) => {
  if (figure(event)) show(figure(event));
  else if (!inside(event.target)) hide();
});
listen("pointerover", (event) => {
  clearTimeout(timer);
  const link = figure(event);
  const kept = inside(event.target) || inside(document.activeElement);
  if (link) timer = setTimeout(show, 120, link);
  else if (!kept) timer = setTimeout(hide, 300);
});
listen("pointerdown", () => (pressed = open));
// A first touch opens the note, the next follows the link; mouse and Enter follow at once.
listen("click", (event) => {
  const link = figure(event);
  if (link && link !== pressed && event.pointerType === "touch") {
    event.preventDefault();
    show(link);
  } else if (link || !box.contains(event.target)) hide();
});
listen("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (box.contains(document.activeElement)) open.focus();
  hide();
});
