// Long lists: narrow them while typing, open and close all folds at once.
export function filterLists(root) {
  for (const box of root.querySelectorAll("[data-filter]")) {
    const target = document.getElementById(box.dataset.filter);
    if (!target) continue;
    box.hidden = false;
    const field = box.querySelector("input");
    field.addEventListener("input", () => narrow(box, target, field.value));
    // Somebody may have typed before this script was there.
    if (field.value) narrow(box, target, field.value);
  }
}

function narrow(box, target, typed) {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const items = [...target.querySelectorAll(":scope > li, :scope > details, tbody > tr")];
  for (const item of items) {
    const text = item.textContent.toLocaleLowerCase();
    item.hidden = !words.every((word) => text.includes(word));
  }
  const status = box.querySelector("[data-shown]");
  status.textContent = words.length ? `${status.dataset.shown} ${items.filter((item) => !item.hidden).length} / ${items.length}` : "";
}

export function foldAll(root) {
  for (const button of root.querySelectorAll("[data-fold-all]")) {
    const folds = [...(document.getElementById(button.dataset.foldAll)?.querySelectorAll(":scope > details") ?? [])];
    button.toggleAttribute("data-none", folds.length < 2);
    if (folds.length < 2) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
      button.textContent = open ? button.dataset.close : button.dataset.open;
    });
  }
}
