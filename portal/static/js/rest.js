// A fold that holds little more than a link to the rest of it: opening it brings the rest, without a new page.
import { hasUnsent } from "./forms.js";

export function restOfFolds(root, enhance) {
  for (const link of root.querySelectorAll("details a[data-rest]")) {
    const fold = link.closest("details");
    // Who was quicker than this script has opened it already.
    if (fold.open) bring(fold, link, enhance);
    else fold.addEventListener("toggle", () => bring(fold, link, enhance), { once: true });
  }
}

async function bring(fold, link, enhance) {
  fold.setAttribute("aria-busy", "true");
  const whole = await read(link.href, fold.id).catch(() => null);
  fold.removeAttribute("aria-busy");
  const held = document.activeElement === link;
  // Who works in it already keeps what stands there; its link still leads to the rest.
  if (!whole || (!held && fold.querySelector(".fold-body").contains(document.activeElement)) || hasUnsent(fold)) return;
  fold.querySelector(".fold-body").replaceWith(whole);
  enhance(whole);
  if (held) fold.querySelector("summary").focus();
}

async function read(address, id) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById(id)?.querySelector(".fold-body");
}
