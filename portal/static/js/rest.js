// A fold that holds little more than a link to the rest of it: opening it brings the rest, without a new page.
import { part } from "./fetched.js";
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
  const whole = (await part(link.href, fold.id))?.querySelector(".fold-body");
  fold.removeAttribute("aria-busy");
  const held = document.activeElement === link;
  // Who works in it already keeps what stands there; its link still leads to the rest.
  if (!whole || (!held && fold.querySelector(".fold-body").contains(document.activeElement)) || hasUnsent(fold)) return;
  fold.querySelector(".fold-body").replaceWith(whole);
  enhance(whole);
  if (held) fold.querySelector("summary").focus();
}
