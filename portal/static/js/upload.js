// A form with data-upload is sent in the background to its own address, with a bar. The answer is what a plain
// form would have got: a page. A refusal is shown as the page that the server made.
export function upload(root, enhance) {
  for (const form of root.querySelectorAll("form[data-upload]")) form.addEventListener("submit", (event) => start(event, form, enhance));
}

function start(event, form, enhance) {
  const progress = form.querySelector("[data-upload-progress]");
  const file = form.querySelector('input[type="file"]');
  if (!progress || !file?.files.length) return;
  event.preventDefault();
  send(form, new FormData(form, event.submitter), view(progress), enhance);
}

function send(form, body, bar, enhance) {
  const request = new XMLHttpRequest();
  setButtons(form, false);
  bar.begin();
  request.upload.addEventListener("progress", (event) => event.lengthComputable && bar.move(event.loaded / event.total));
  request.upload.addEventListener("load", () => bar.sent());
  request.addEventListener("load", () => arrive(request, form, bar, enhance));
  request.addEventListener("error", () => fail(form, bar));
  request.addEventListener("abort", () => fail(form, bar));
  request.open("POST", form.getAttribute("action") || location.href);
  request.send(body);
}

// The page is shown as it came: asking for it again would lose the message that the server sent with it. It is shown
// and has the focus in one step: a focus that comes later takes it from who has gone on with the keyboard.
function arrive(request, form, bar, enhance) {
  const isPage = (request.getResponseHeader("Content-Type") || "").startsWith("text/html");
  const page = isPage && new DOMParser().parseFromString(request.responseText, "text/html");
  const fresh = page && page.querySelector("main");
  if (!fresh) return fail(form, bar);
  if (request.status < 400 && request.responseURL !== location.href) history.pushState(null, "", request.responseURL);
  document.title = page.title;
  document.body.replaceWith(page.body);
  enhance(document);
  if (!fresh.querySelector("[data-focus]")) fresh.focus();
}

function fail(form, bar) {
  setButtons(form, true);
  bar.failed();
}

function setButtons(form, enabled) {
  for (const button of form.querySelectorAll("button")) button.disabled = !enabled;
}

function view(box) {
  const bar = box.querySelector("progress");
  const text = box.querySelector("[data-upload-text]");
  const share = box.querySelector("[data-upload-share]");
  const status = box.querySelector("[data-upload-status]");
  const say = (words) => { text.textContent = words; status.textContent = words; };
  return {
    begin() { box.hidden = false; bar.value = 0; say(box.dataset.sending); },
    move(part) { bar.value = part * 100; share.textContent = `${Math.round(part * 100)} %`; },
    sent() { bar.removeAttribute("value"); share.textContent = ""; say(box.dataset.sent); },
    failed() { bar.value = 0; share.textContent = ""; say(box.dataset.failed); },
  };
}
