// Numbers as people read them. Absent values are a dash.
export const none = "–";

const whole = new Intl.NumberFormat("en");
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
const digits = value => value === 0 ? "0" : value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const clockToSecond = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

const unless = format => value => value === null || value === undefined ? none : format(value);

export const count = unless(value => whole.format(value));
export const amount = unless(value => value < 10000 ? whole.format(Math.round(value)) : compact.format(value));
export const rate = unless(value => value < 1000 ? digits(value) : compact.format(value));
export const percent = unless(value => digits(value * 100) + " %");
export const seconds = unless(value =>
  value < 0.9995 ? digits(value * 1000) + " ms" : value < 120 ? digits(value) + " s" : digits(value / 60) + " min");
export const usd = unless(value =>
  value === 0 ? "$0" : value < 0.0001 ? "<$0.0001" : value < 0.01 ? "$" + value.toFixed(4) : value < 1 ? "$" + value.toFixed(3) : value < 1000 ? "$" + value.toFixed(2) : "$" + compact.format(value));
// On an axis: 2 s and not 2.00 s, but $1.50 and not $1.5.
export const tick = write => value => {
  const text = write(value).replace(/\.0+(?= |$)/, "");
  return text.startsWith("$") ? text : text.replace(/(\.\d*?)0+(?= |$)/, "$1");
};
export const span = value => value < 90 ? Math.round(value) + " s" : Math.round(value / 60) + " min";
export const time = value => clock.format(value);
export const timeToSecond = value => clockToSecond.format(value);
