// Two panes: a link of the list brings what it leads to into the pane beside it, without a new page. Whatever is
// typed and not sent in the pane is asked about by leaving the page in the usual way.
export function panes(root, enhance) {
  for (const desk of root.querySelectorAll("[data-pane]")) desk.addEventListener("click", (event) => choose(event, desk, enhance));
}

function choose(event, desk, enhance) {
  const link = event.target.closest("a[data-key-item]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || hasUnsent(desk)) return;
  event.preventDefault();
  show(link, desk, enhance).catch(() => location.assign(link.href));
}

function hasUnsent(desk) {
  return [...desk.querySelectorAll("textarea")].some((text) => text.value !== text.defaultValue);
}

async function show(link, desk, enhance) {
  const answer = await fetch(link.href, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error("another page");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const pane = document.getElementById(desk.dataset.pane);
  const fresh = page.getElementById(desk.dataset.pane);
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
