// A list that is worked through by hand: j and k move, other letters press what the item or its pane offers. The keys
// only count while the focus is in the list or its pane, so they never take a letter from somebody who types or speaks.
export function listKeys(root) {
  for (const list of root.querySelectorAll("[data-keys]")) list.addEventListener("keydown", (event) => press(event, list));
  for (const hint of root.querySelectorAll("[data-keys-hint]")) hint.hidden = false;
}

function press(event, list) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const items = [...list.querySelectorAll("[data-key-item]")];
  const here = items.findIndex((item) => item.contains(event.target) || (isOutside(items, event.target) && isChosen(item, list)));
  if (event.key === "j" || event.key === "k") return move(items[here + (event.key === "j" ? 1 : -1)], items[here], event.target);
  // A letter presses what belongs to the chosen one: not to one that is only passed, nor to one that still stands there.
  if (list.dataset.pane && (list.dataset.coming || !items[here]?.ariaCurrent)) return;
  const wanted = `[data-key="${CSS.escape(event.key)}"]`;
  (items[here]?.querySelector(wanted) ?? list.querySelector(wanted))?.click();
}

// The one that is on its way into the pane counts, so that who is quicker than the line goes on from there.
function isChosen(item, list) {
  return list.dataset.coming ? item.href === list.dataset.coming : item.ariaCurrent;
}

function isOutside(items, target) {
  return !items.some((item) => item.contains(target));
}

// Who moves in the list stays there; who moves in the pane follows what comes into it.
function move(next, from, target) {
  if (!next) return;
  if (from?.contains(target)) next.focus();
  next.click();
}
