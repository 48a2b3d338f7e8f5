// Two panes: a link of the list brings what it leads to into the pane beside it, without a new page. Whatever is
// typed and not sent in the pane is asked about by leaving the page in the usual way.
import { part } from "./fetched.js";
import { hasUnsent } from "./forms.js";

export function panes(root, enhance) {
  for (const desk of root.querySelectorAll("[data-pane]")) desk.addEventListener("click", (event) => choose(event, desk, enhance));
}

function choose(event, desk, enhance) {
  const link = event.target.closest("a[data-key-item]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || hasUnsent(desk)) return;
  event.preventDefault();
  const pane = document.getElementById(desk.dataset.pane);
  // While it comes, the keys of the list know that what the pane offers belongs to the one before.
  desk.dataset.coming = link.href;
  pane.setAttribute("aria-busy", "true");
  part(link.href, desk.dataset.pane).then((fresh) => arrive(fresh, pane, link, desk, enhance));
}

// Who chose another one meanwhile gets that one, whichever came first; what was typed meanwhile is not thrown away.
function arrive(fresh, pane, link, desk, enhance) {
  if (desk.dataset.coming !== link.href) return;
  delete desk.dataset.coming;
  pane.removeAttribute("aria-busy");
  if (!fresh || hasUnsent(desk)) return location.assign(link.href);
  const held = pane.contains(document.activeElement);
  pane.replaceWith(fresh);
  for (const one of desk.querySelectorAll("a[aria-current]")) one.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  history.replaceState(null, "", link.href);
  enhance(fresh);
  if (held || isBelow(fresh, link)) fresh.focus();
}

// On a narrow screen the pane stands under the list, so that what was chosen has to come into view.
function isBelow(pane, link) {
  return pane.getBoundingClientRect().top > link.getBoundingClientRect().bottom;
}
