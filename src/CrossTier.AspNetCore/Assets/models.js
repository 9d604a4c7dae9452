// The table of all label sets since the process started: exact figures.
import { byId, element, setText } from "./dom.js";
import * as format from "./format.js";

const columns = [
  row => row.isRelay ? "Relay" : row.tier === "local" ? "Local" : "Cloud",
  row => row.provider,
  row => row.model,
  row => format.count(row.figures.success),
  row => format.count(row.figures.failure),
  row => format.count(row.figures.cancelled),
  row => format.count(row.figures.inFlight),
  row => format.seconds(row.figures.duration.p50),
  row => format.seconds(row.figures.duration.p95),
  row => format.seconds(row.figures.duration.p99),
  row => format.seconds(row.figures.firstToken.p95),
  row => format.count(row.figures.inputTokens),
  row => format.count(row.figures.outputTokens),
  row => row.isRelay ? "at the relay" : row.figures.unpriced > 0 ? "no price" : format.usd(row.figures.costUsd),
];
const firstNumber = 3;

export const ended = row => row.figures.success + row.figures.failure + row.figures.cancelled;

export function showModels(rows) {
  const body = byId("models").querySelector("tbody");
  byId("models").hidden = rows.length === 0;
  const sorted = rows.toSorted((a, b) => ended(b) - ended(a) || a.provider.localeCompare(b.provider) || a.model.localeCompare(b.model));
  while (body.rows.length > sorted.length) body.deleteRow(-1);
  while (body.rows.length < sorted.length) {
    body.append(element("tr", {}, ...columns.map((_, column) => column === 2 ? element("th", { scope: "row" }) : element("td", { className: column < firstNumber ? "" : "number" }))));
  }

  sorted.forEach((row, index) => {
    const shown = body.rows[index];
    shown.className = row.tier;
    columns.forEach((value, column) => setText(shown.cells[column], value(row)));
  });
}
