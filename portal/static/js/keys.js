// A list that is worked through by hand: j and k move, other letters press what the item offers. The keys only
// count while the focus is in the list, so they never take a letter from somebody who types or speaks.
export function listKeys(root) {
  for (const list of root.querySelectorAll("[data-keys]")) list.addEventListener("keydown", (event) => press(event, list));
}

function press(event, list) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const items = [...list.querySelectorAll("[data-key-item]")];
  const here = items.findIndex((item) => item.contains(event.target));
  if (event.key === "j" || event.key === "k") return move(items, here + (event.key === "j" ? 1 : -1));
  items[here]?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
}

function move(items, to) {
  const next = items[to];
  if (!next) return;
  for (const item of items) item.tabIndex = item === next ? 0 : -1;
  next.focus();
}
