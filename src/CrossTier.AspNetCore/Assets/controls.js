// What the reader chose. The choice of what to see stands in the address, so that it can be passed on; the theme is kept in the browser.
import { byId, element, setText } from "./dom.js";

const defaults = { provider: "", model: "", minutes: "15", quantile: "p95" };
const themes = ["auto", "light", "dark"];

function readAddress() {
  const query = new URLSearchParams(location.search);
  const choice = Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, query.get(key) ?? value]));
  if (!["5", "15", "60"].includes(choice.minutes)) choice.minutes = defaults.minutes;
  if (!["p50", "p95", "p99"].includes(choice.quantile)) choice.quantile = defaults.quantile;
  return choice;
}

function writeAddress(choice) {
  const query = new URLSearchParams(Object.entries(choice).filter(([key, value]) => value !== defaults[key]));
  history.replaceState(null, "", query.size > 0 ? "?" + query : location.pathname);
}

function fill(select, names, chosen) {
  const wanted = ["", ...names];
  if (chosen && !names.includes(chosen)) wanted.push(chosen);
  const present = [...select.options].map(option => option.value);
  if (wanted.length !== present.length || wanted.some((name, index) => name !== present[index])) {
    select.replaceChildren(...wanted.map(name => element("option", { value: name, text: name || "All" })));
  }

  select.value = chosen;
}

export class Controls {
  constructor(onChoice, onTheme) {
    this.choice = readAddress();
    this.onChoice = onChoice;
    this.onTheme = onTheme;
    for (const key of ["minutes", "quantile"]) {
      document.querySelector(`input[name=${key}][value="${this.choice[key]}"]`).checked = true;
    }

    byId("controls").addEventListener("change", event => this.choose({ [event.target.name || event.target.id]: event.target.value }));
    byId("controls").addEventListener("submit", event => event.preventDefault());
    byId("show-all").addEventListener("click", () => this.choose({ provider: "", model: "" }));
    byId("theme").addEventListener("click", () => this.setTheme(themes[(themes.indexOf(this.theme) + 1) % themes.length]));
    this.setTheme(localStorage.getItem("crosstier-theme") ?? "auto");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.onTheme());
  }

  choose(change) {
    if (change.provider !== undefined && change.provider !== this.choice.provider && change.model === undefined) change.model = "";
    this.choice = { ...this.choice, ...change };
    writeAddress(this.choice);
    this.offer(this.rows ?? []);
    this.onChoice();
  }

  // The filter offers what was measured; of models, those of the chosen provider.
  offer(rows) {
    this.rows = rows;
    const names = of => [...new Set(of)].sort();
    fill(byId("provider"), names(rows.map(row => row.provider)), this.choice.provider);
    fill(byId("model"), names(rows.filter(row => !this.choice.provider || row.provider === this.choice.provider).map(row => row.model)), this.choice.model);
  }

  holds(row) {
    return (!this.choice.provider || row.provider === this.choice.provider) && (!this.choice.model || row.model === this.choice.model);
  }

  setTheme(theme) {
    this.theme = themes.includes(theme) ? theme : "auto";
    if (this.theme === "auto") {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem("crosstier-theme");
    } else {
      document.documentElement.dataset.theme = this.theme;
      localStorage.setItem("crosstier-theme", this.theme);
    }

    setText(byId("theme"), "Theme: " + this.theme);
    this.onTheme();
  }
}
