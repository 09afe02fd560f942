// Copy buttons: they appear where this runs; without it the text is there to be selected.
const status = document.getElementById("copied");

const select = (element) => getSelection().selectAllChildren(element);

const copy = async (element) => {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    select(element); // no permission, or no safe connection: the reader's own keys will do
    return document.execCommand("copy");
  }
};

export function start(section) {
  for (const button of section.querySelectorAll(".copy")) prepare(button);
}

function prepare(button) {
  const label = button.firstElementChild;
  const words = label.textContent;
  let timer;
  button.addEventListener("click", async () => {
    if (!(await copy(document.getElementById(button.dataset.copy)))) return;
    label.textContent = status.textContent = button.dataset.done;
    clearTimeout(timer);
    timer = setTimeout(() => {
      label.textContent = words;
      status.textContent = "";
    }, 3000);
  });
  button.hidden = false;
}
