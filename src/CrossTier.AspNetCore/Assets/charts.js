// The charts: one line for each tier, the cloud's dashed, and the same values as a table.
import { byId, element, setText } from "./dom.js";
import * as format from "./format.js";

const height = 150;
const maxTableRows = 60;
const tiers = [["local", "Local"], ["cloud", "Cloud"]];

// Title, unit, value at a point of a tier's curves, how it is written, the least height of the scale; whole where only whole numbers make sense.
const kinds = [
  { title: "Request rate", unit: "a second", valueAt: (c, i) => c.requestsPerSecond[i], write: format.rate, least: 1 },
  { title: "Error ratio", unit: "failed of all but cancelled", valueAt: (c, i) => c.errorRatio[i], write: format.percent, least: 0.02 },
  { title: "Latency", unit: "quantile", valueAt: (c, i, q) => c.duration[i][q], write: format.seconds, least: 0.02 },
  { title: "Time to first token", unit: "quantile", valueAt: (c, i, q) => c.firstToken[i][q], write: format.seconds, least: 0.02 },
  { title: "Tokens", unit: "a second, in and out", valueAt: (c, i) => c.tokensPerSecond[i], write: format.rate, least: 10 },
  { title: "Cost", unit: "US dollars an hour", valueAt: (c, i) => c.costUsdPerHour[i], write: format.usd, least: 0.01 },
  { title: "In flight", unit: "most at once", valueAt: (c, i) => c.inFlight[i], write: format.count, least: 4, whole: true },
  { title: "Local queue", unit: "most that waited", valueAt: (c, i) => c.queueDepth[i], write: format.count, least: 4, whole: true },
];
const timeSteps = [1, 2, 5, 10, 15, 20, 30, 60].map(minutes => minutes * 60);
const wholeSteps = [1, 2, 5].flatMap(digit => [digit, digit * 10, digit * 100, digit * 1000, digit * 10000]).sort((a, b) => a - b);

class Chart {
  constructor(kind, host) {
    const { title, unit } = kind;
    Object.assign(this, kind, { data: [[], [], []], tiers: title === "Local queue" ? tiers.slice(0, 1) : tiers });
    this.legend = this.tiers.map(([, name]) => ({ name, value: element("b", { text: format.none }) }));
    this.plotHost = element("div", { className: "plot", role: "img", "aria-label": title });
    this.unitShown = element("small", { text: unit });
    this.table = element("table", {});
    this.details = element("details", {}, element("summary", { text: "Values as a table", "aria-label": title + ": values as a table" }),
      element("div", { className: "scroll", tabindex: "0", role: "region", "aria-label": title + ", values" }, this.table));
    this.details.addEventListener("toggle", () => this.showTable());
    const legend = element("p", { className: "legend" }, ...this.legend.map(({ name, value }) => element("span", { className: name.toLowerCase() }, swatch(), name + " ", value)));
    host.append(element("figure", { className: "panel chart" }, element("figcaption", {}, element("h3", { text: title + " " }, this.unitShown), legend), this.plotHost, this.details));
    new ResizeObserver(() => this.plot?.setSize({ width: this.plotHost.clientWidth, height })).observe(this.plotHost);
  }

  show(times, curves, quantile, range) {
    this.data = [times.map(time => time / 1000), ...this.tiers.map(([id]) => times.map((_, index) => this.valueAt(curves[id], index, quantile) ?? null))];
    this.range = range;
    if (this.unit === "quantile") setText(this.unitShown, quantile);
    if (this.plot) {
      this.plot.setData(this.data);
    } else {
      this.draw();
    }

    this.showLegend(null);
    this.showTable();
  }

  // Colours are part of a drawing, so another theme is another drawing.
  draw() {
    this.plot?.destroy();
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue("--" + name).trim();
    const axis = { stroke: colour("muted"), grid: { stroke: colour("grid"), width: 1 }, ticks: { show: false }, font: "11px system-ui, sans-serif" };
    this.plot = new uPlot({
      width: this.plotHost.clientWidth,
      height,
      padding: [8, 16, 0, 0],
      legend: { show: false },
      cursor: { y: false, sync: { key: "crosstier" }, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { range: () => this.range }, y: { range: (_, __, max) => [0, Math.max(this.least, max * 1.1 || 0)] } },
      axes: [
        { ...axis, size: 27, gap: 7, space: 44, incrs: timeSteps, values: (_, splits) => splits.map(split => format.time(split * 1000)) },
        { ...axis, size: 56, space: 30, incrs: this.whole ? wholeSteps : undefined, values: (_, splits) => splits.map(format.tick(this.write)) },
      ],
      series: [{}, ...this.tiers.map(([id]) => ({ stroke: colour(id), width: 2, dash: id === "cloud" ? [6, 4] : undefined, points: { show: false } }))],
      hooks: { setCursor: [plot => this.showLegend(plot.cursor.idx)] },
    }, this.data, this.plotHost);
  }

  // The values under the pointer, else the last ones.
  showLegend(index) {
    const at = index ?? this.data[0].length - 1;
    this.legend.forEach(({ value }, tier) => setText(value, this.write(this.data[tier + 1][at])));
    this.plotHost.setAttribute("aria-label", `${this.title}, ${this.unitShown.textContent}: ` + this.legend.map(({ name, value }) => `${name} ${value.textContent}`).join(", "));
  }

  showTable() {
    if (!this.details.open) return;
    const [times] = this.data;
    const step = Math.max(1, Math.ceil(times.length / maxTableRows));
    const rows = times.map((_, index) => index).filter(index => (times.length - 1 - index) % step === 0).reverse();
    this.table.replaceChildren(
      element("thead", {}, element("tr", {}, element("th", { text: "Time", scope: "col" }), ...this.legend.map(({ name }) => element("th", { text: name, scope: "col", className: "number" })))),
      element("tbody", {}, ...rows.map(index => element("tr", {}, element("th", { text: format.timeToSecond(times[index] * 1000), scope: "row" }),
        ...this.legend.map((_, tier) => element("td", { text: this.write(this.data[tier + 1][index]), className: "number" }))))));
  }
}

function swatch() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 22 4");
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  svg.firstChild.setAttribute("d", "M0 2h22");
  return svg;
}

export class Charts {
  constructor() {
    this.charts = kinds.map(kind => new Chart(kind, byId("charts")));
  }

  show(times, curves, quantile, range) {
    for (const chart of this.charts) chart.show(times, curves, quantile, range);
  }

  redraw() {
    for (const chart of this.charts) if (chart.plot) chart.draw();
  }
}
