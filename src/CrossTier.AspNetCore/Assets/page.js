// Asks for the figures every two seconds and shows them. Nothing but this page's own address is ever asked.
import { Charts } from "./charts.js";
import { Controls } from "./controls.js";
import { byId, setText } from "./dom.js";
import * as format from "./format.js";
import { History } from "./history.js";
import { ended, showModels } from "./models.js";
import { Tier } from "./tiers.js";

const pause = 2000;
const shortest = 60000; // A chart of a process that has just started.
const history = new History();
const tiers = { local: new Tier("local"), cloud: new Tier("cloud") };
const charts = new Charts();
const controls = new Controls(start, () => charts.redraw());
let latest, asked, timer, isPaused = false, lastAnswer = Date.now();

function start() {
  history.clear();
  ask();
}

async function ask() {
  clearTimeout(timer);
  asked?.abort();
  const own = asked = new AbortController();
  try {
    const { minutes, provider, model } = controls.choice;
    const response = await fetch("data?" + new URLSearchParams({ minutes, provider, model, after: history.last }), { signal: own.signal, cache: "no-store" });
    if (!response.ok || !response.headers.get("content-type")?.startsWith("application/json")) {
      throw new Error(response.ok || response.status === 401 || response.status === 403 ? "The application asks who you are: reload the page." : `The application answers with status ${response.status}.`);
    }

    const data = await response.json();
    if (history.began !== 0 && history.began !== data.began) {
      return start();
    }

    lastAnswer = Date.now();
    history.add(data, minutes);
    latest = data;
    show();
    say("");
  } catch (error) {
    if (own.signal.aborted) return;
    say(`${error instanceof TypeError ? "The application does not answer." : error.message} The figures are of ${format.timeToSecond(lastAnswer)}.`);
  }

  if (!isPaused && !document.hidden) timer = setTimeout(ask, pause);
}

function show() {
  const { minutes, quantile } = controls.choice;
  controls.offer(latest.models);
  const rows = latest.models.filter(row => controls.holds(row));
  showEmpty(rows);
  showModels(rows);
  for (const [id, tier] of Object.entries(tiers)) tier.show(latest[id], latest.seconds);
  if (!byId("figures").hidden) charts.show(history.times, history.curves, quantile, [(latest.now - Math.min(minutes * 60000, Math.max(shortest, latest.now - latest.began))) / 1000, latest.now / 1000]);
  setText(byId("application"), latest.application);
  setText(byId("label-sets"), `${latest.models.length} label ${latest.models.length === 1 ? "set" : "sets"}, at most ${latest.maxLabelSets} found at run time.`);
  setText(byId("version"), latest.version ? `CrossTier ${latest.version}` : "CrossTier");
  document.documentElement.dataset.now = latest.now; // For whoever drives the page by a program: when the figures were read.
  document.title = `${latest.application} · CrossTier`;
}

function showEmpty(rows) {
  const isFiltered = latest.models.length > 0 && rows.length === 0;
  const isEmpty = !rows.some(row => ended(row) > 0 || row.figures.inFlight > 0);
  byId("empty").hidden = !isEmpty;
  byId("figures").hidden = isEmpty;
  byId("show-all").hidden = !isFiltered;
  setText(byId("empty-title"), !latest.version ? "Switched off" : isFiltered ? "Nothing of that name" : "No calls yet");
  setText(byId("empty-text"), !latest.version
    ? "CROSSTIER_DISABLED is set in this process: nothing is recorded."
    : isFiltered
      ? "No provider and model that was measured has these names."
      : "This page fills as soon as a call that CrossTier measures starts: one under [AiCall], through UseCrossTier() or the Semantic Kernel filter.");
}

function say(problem) {
  setText(byId("alert"), problem);
  byId("state").className = problem ? "state lost" : isPaused ? "state paused" : "state live";
  setText(byId("state-text"), problem ? "No answer" : isPaused ? "Paused" : "Live");
}

byId("pause").addEventListener("click", () => {
  isPaused = !isPaused;
  byId("pause").setAttribute("aria-pressed", isPaused);
  setText(byId("pause"), isPaused ? "Go on" : "Pause");
  say("");
  if (isPaused) clearTimeout(timer);
  else ask();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !isPaused) ask();
});
start();
