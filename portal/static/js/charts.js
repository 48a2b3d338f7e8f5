// A chart tells the value under the pointer, or the one that the arrow keys came to, in the line below it. Without a script the
// browser shows the same text as a hint, and the table behind the chart has all of it.
export function readCharts(root) {
  for (const chart of root.querySelectorAll("[data-read]")) follow(chart);
}

function follow(chart) {
  const line = chart.closest("figure, .panels > div")?.querySelector("[data-reading]");
  const marks = [...chart.querySelectorAll(".read, circle")].filter((mark) => mark.querySelector("title"));
  if (!line || !marks.length) return;
  let here = -1;
  line.hidden = false;
  chart.setAttribute("tabindex", "0");
  const show = (place) => {
    marks[here]?.classList.remove("here");
    here = place;
    marks[here]?.classList.add("here");
    line.textContent = marks[here]?.querySelector("title").textContent ?? "";
  };
  chart.addEventListener("pointerover", (event) => show(marks.findIndex((mark) => mark.contains(event.target))));
  chart.addEventListener("pointerleave", () => show(-1));
  chart.addEventListener("focus", () => here < 0 && show(marks.length - 1));
  chart.addEventListener("blur", () => show(-1));
  chart.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show((here + step + marks.length) % marks.length);
  });
}
