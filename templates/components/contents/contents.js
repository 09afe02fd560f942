// The contents list follows the reader.
export const start = (toc) => {
  const links = new Map([...toc.querySelectorAll("a")].map((a) => [a.hash.slice(1), a]));
  const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current;
  const follow = () => {
    const above = heads.filter((h) => h.getBoundingClientRect().top < innerHeight / 3);
    const link = links.get(above.at(-1)?.id);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    if (link) toc.scrollLeft = link.offsetLeft - toc.clientWidth / 3;
    current = link;
  };
  addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  follow();
};
