// Everything here is an extra: each page works without it.
import { autosave } from "./autosave.js";
import { listKeys } from "./keys.js";
import { panes } from "./panes.js";
import { poll } from "./poll.js";
import { readCharts } from "./charts.js";
import { restOfFolds } from "./rest.js";
import { upload } from "./upload.js";
import { filterLists, foldAll } from "./lists.js";
import { focusSummary, guardText, dropZones, stopDoubleSending } from "./forms.js";

export function enhance(root = document) {
  focusSummary(root);
  guardText(root);
  dropZones(root);
  autosave(root);
  stopDoubleSending(root);
  upload(root, enhance);
  filterLists(root);
  foldAll(root);
  restOfFolds(root, enhance);
  listKeys(root);
  panes(root, enhance);
  readCharts(root);
  poll(root);
}

enhance();
