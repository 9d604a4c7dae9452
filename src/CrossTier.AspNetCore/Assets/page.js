// Asks for the figures every two seconds and shows them. Nothing but this page's own address is ever asked.
import { Charts } from "./charts.js";
import { Controls } from "./controls.js";
import { byId, setText } from "./dom.js";
import * as format from "./format.js";
import { History } from "./history.js";
import { ended, showModels } from "./models.js";
import { Tier } from "./tiers.js";

const pause = 2000;
const patience = 10000;
const shortest = 60000; // A chart of a process that has just started.
const history = new History();
const tiers = { local: new Tier("local"), cloud: new Tier("cloud") };
const charts = new Charts();
const controls = new Controls(start, () => charts.redraw());
const rows = new Map(); // By their number: an answer has those that changed.
let latest, look = 0, asked, timer, isPaused = false, lastAnswer = Date.now();

function start() {
  history.clear();
  rows.clear();
  look = 0;
  ask();
}

async function ask() {
  clearTimeout(timer);
  asked?.abort();
  const own = asked = new AbortController();
  const { minutes, provider, model } = controls.choice;
  const data = await answerTo({ minutes, provider, model, after: history.last, look }, AbortSignal.any([own.signal, AbortSignal.timeout(patience)]));
  if (own.signal.aborted) return;
  if (data && history.began !== 0 && history.began !== data.began) return start();
  if (data) {
    history.add(data, minutes);
    for (const row of data.models) rows.set(row.number, row);
    look = data.look;
    latest = { ...data, models: [...rows.values()] };
    show();
  }

  if (!isPaused && !document.hidden) timer = setTimeout(ask, pause);
}

// The figures, or nothing once the reader has been told why.
async function answerTo(question, signal) {
  let problem = "The application does not answer.";
  try {
    const response = await fetch("data?" + new URLSearchParams(question), { signal, cache: "no-store" });
    if (response.ok && response.headers.get("content-type")?.startsWith("application/json")) {
      const data = await response.json();
      lastAnswer = Date.now();
      say("", data.scrapeErrors);
      return data;
    }

    problem = response.ok || [401, 403].includes(response.status) ? "The application asks who you are: reload the page." : `The application answers with status ${response.status}.`;
  } catch {
    if (signal.reason?.name === "AbortError") return null;
  }

  say(`${problem} The figures are of ${format.timeToSecond(lastAnswer)}.`);
  return null;
}

function show() {
  const { minutes, quantile } = controls.choice;
  controls.offer(latest.models);
  const shown = latest.models.filter(row => controls.holds(row));
  showEmpty(shown);
  showModels(shown);
  for (const [id, tier] of Object.entries(tiers)) tier.show(latest[id], latest.seconds);
  if (!byId("figures").hidden) charts.show(history.times, history.curves, quantile, [(latest.now - Math.min(minutes * 60000, Math.max(shortest, latest.now - latest.began))) / 1000, latest.now / 1000]);
  setText(byId("application"), latest.application);
  setText(byId("label-sets"), `${latest.models.length} label ${latest.models.length === 1 ? "set" : "sets"}, at most ${latest.maxLabelSets} found at run time.`);
  setText(byId("version"), latest.version ? `CrossTier ${latest.version}` : "CrossTier");
  document.documentElement.dataset.now = latest.now; // For whoever drives the page by a program: when the figures were read.
  document.title = `${latest.application} · CrossTier`;
}

function showEmpty(shown) {
  const isFiltered = latest.models.length > 0 && shown.length === 0;
  const isEmpty = !shown.some(row => ended(row) > 0 || row.figures.inFlight > 0);
  byId("empty").hidden = !isEmpty;
  byId("figures").hidden = isEmpty;
  byId("show-all").hidden = !isFiltered;
  const isOff = !latest.version && latest.scrapeErrors === 0;
  setText(byId("empty-title"), isOff ? "Switched off" : isFiltered ? "Nothing of that name" : "No calls yet");
  setText(byId("empty-text"), isOff
    ? "CROSSTIER_DISABLED is set in this process: nothing is recorded."
    : isFiltered
      ? "No provider and model that was measured has these names."
      : "This page fills as soon as a call that CrossTier measures starts: one under [AiCall], through UseCrossTier() or the Semantic Kernel filter.");
}

function say(problem, scrapeErrors = 0) {
  setText(byId("alert"), problem || (scrapeErrors > 0 ? `${scrapeErrors} times something could not be published: the application's log has the reason.` : ""));
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
