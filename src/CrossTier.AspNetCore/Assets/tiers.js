// The two panels: local beside cloud.
import { byId, element, setText } from "./dom.js";
import * as format from "./format.js";

const quantiles = values => [`p50 ${format.seconds(values.p50)}`, `p99 ${format.seconds(values.p99)}`];

function costNote(f) {
  const rate = f.costUsdPerHour === null ? [] : [`${format.usd(f.costUsdPerHour)} an hour`];
  return f.unpriced > 0 ? [...rate, `${f.unpriced === 1 ? "1 model" : f.unpriced + " models"} without a price`] : rate;
}

// Name, value and at most two lines under it.
const figures = [
  ["Requests a second", f => format.rate(f.requestsPerSecond), f => [`${format.count(f.success + f.failure + f.cancelled)} ended`]],
  ["Error ratio", f => format.percent(f.errorRatio), f => [`${format.count(f.failure)} failed`, `${format.count(f.cancelled)} cancelled`]],
  ["Latency p95", f => format.seconds(f.duration.p95), f => quantiles(f.duration)],
  ["First token p95", f => format.seconds(f.firstToken.p95), f => quantiles(f.firstToken)],
  ["Tokens", f => format.amount(f.inputTokens + f.outputTokens), f => [`${format.amount(f.inputTokens)} in`, `${format.amount(f.outputTokens)} out`]],
  ["Cost", f => format.usd(f.costUsd), costNote],
  ["In flight", f => format.count(f.inFlight), () => ["now"]],
  ["Queue depth", f => format.count(f.queueDepth), f => [f.queueDepth === null ? "local models only" : "now"]],
];

export class Tier {
  constructor(id) {
    this.period = byId(id).querySelector(".period");
    this.shown = figures.map(([name, value, note]) => {
      const shown = { value, note, main: element("span", { className: "value" }), notes: [0, 1].map(() => element("span", { className: "note" })) };
      byId(id).querySelector("dl").append(element("div", {}, element("dt", { text: name }), element("dd", {}, shown.main, ...shown.notes)));
      return shown;
    });
  }

  show(data, seconds) {
    setText(this.period, "last " + format.span(seconds));
    for (const { value, note, main, notes } of this.shown) {
      setText(main, value(data.figures));
      const texts = note(data.figures);
      notes.forEach((line, index) => setText(line, texts[index] ?? ""));
    }
  }
}
