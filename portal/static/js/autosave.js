// A form that keeps what is typed while it is typed. It builds on what the page began with: where somebody else was first,
// nothing is kept, and the button shows both. Without this script the button does the same.
const PAUSE = 1200;

export function autosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) watch(form);
}

function watch(form) {
  const status = form.querySelector("[data-autosaved]");
  let waiting = 0, busy = null, again = false, stopped = false, unkept = false;

  form.addEventListener("input", typed);
  // Who was quicker than this script has typed already.
  if ([...form.elements].some(isChanged)) typed();
  // A button that is pressed while something is being kept waits for it, as what it sends builds on that.
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    stopped = true;
    unkept = false;
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    busy.then(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("beforeunload", (event) => { if (unkept) event.preventDefault(); });

  function typed() {
    unkept = true;
    clearTimeout(waiting);
    if (!stopped) waiting = setTimeout(keep, PAUSE);
  }

  async function keep() {
    if (busy) return void (again = true);
    unkept = false;
    busy = send(form);
    const answer = await busy;
    busy = null;
    if (answer?.stempel) form.elements.stempel.value = answer.stempel;
    if (stopped) return;
    status.textContent = answer?.said ?? form.dataset.failed;
    unkept ||= !answer?.stempel;
    stopped = answer?.overtaken ?? false;
    if (again && !stopped) keep(again = false);
  }
}

function isChanged(field) {
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected) && field.selectedIndex > 0;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  return field.type !== "hidden" && field.defaultValue !== undefined && field.value !== field.defaultValue;
}

async function send(form) {
  try {
    const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin" });
    if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) return null;
    return await answer.json();
  } catch {
    return null;
  }
}
