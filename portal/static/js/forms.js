// Forms: the summary of errors takes focus, unsaved text is not lost, files can be dropped, nothing is sent twice.
export function focusSummary(root) {
  root.querySelector("[data-focus]")?.focus();
}

export function guardText(root) {
  const texts = [...root.querySelectorAll("textarea[data-guard]")];
  if (!texts.length) return;
  let sending = false;
  for (const text of texts) text.form?.addEventListener("submit", () => { sending = true; });
  window.addEventListener("beforeunload", (event) => {
    const changed = texts.some((text) => text.isConnected && text.value !== text.defaultValue);
    if (changed && !sending) event.preventDefault();
  });
}

// Whether something was typed in a text that would be lost if what holds it were replaced.
export function hasUnsent(part) {
  return [...part.querySelectorAll("textarea")].some((text) => text.value !== text.defaultValue);
}

export function dropZones(root) {
  for (const zone of root.querySelectorAll("[data-drop]")) {
    const field = zone.querySelector('input[type="file"]');
    const mark = (over) => zone.classList.toggle("drop-over", over);
    zone.querySelector("[data-drop-hint]").hidden = false;
    zone.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
    zone.addEventListener("dragleave", () => mark(false));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      mark(false);
      take(field, event.dataTransfer.files);
    });
  }
}

function take(field, files) {
  const chosen = new DataTransfer();
  for (const file of field.multiple ? files : [...files].slice(0, 1)) chosen.items.add(file);
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// The button is put out only after the form has been read, or its own name and value would not be sent.
export function stopDoubleSending(root) {
  for (const form of root.querySelectorAll('form[method="post"]:not([data-upload])')) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      window.addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
    });
  }
}
