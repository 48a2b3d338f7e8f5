// A fragment that is fetched again until it carries data-done. The server answers with the element itself
// (same id), or with its inner HTML. It is asked often at first, as most things are soon done, and then more calmly;
// an answer that cannot be had is tried again, ever more slowly.
const SLOWEST = 15000, CALM = 2000;

export function poll(root) {
  for (const part of root.querySelectorAll("[data-poll]")) follow(part, Number(part.dataset.every) || 1000);
}

function follow(part, every, wait = every) {
  setTimeout(async () => {
    if (!part.isConnected) return;
    if (document.hidden) return follow(part, every, wait);
    const answer = await ask(part.dataset.poll);
    if (answer === null) return follow(part, every, Math.min(wait * 2, SLOWEST));
    if (show(part, answer)) return finished(part);
    follow(part, every, Math.max(every, Math.min(wait * 1.2, CALM)));
  }, wait);
}

async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
    return answer.ok && !answer.redirected ? await answer.text() : null;
  } catch {
    return null;
  }
}

// Replaces only what changed, so that a screen reader hears news and nothing else. True when it is the last answer.
function show(part, html) {
  const given = new DOMParser().parseFromString(html, "text/html").body;
  const self = part.id && given.querySelector(`#${CSS.escape(part.id)}`);
  const fresh = self || given;
  if (fresh.innerHTML.trim() !== part.innerHTML.trim()) part.replaceChildren(...fresh.childNodes);
  return Boolean((self && "done" in self.dataset) || given.querySelector("[data-done]") || part.querySelector("[data-done]"));
}

// data-then on the fragment, or on what it holds when done, is the address to go on to.
function finished(part) {
  part.removeAttribute("data-poll");
  const next = part.querySelector("[data-then]")?.dataset.then ?? part.dataset.then;
  if (next) location.assign(next);
}
