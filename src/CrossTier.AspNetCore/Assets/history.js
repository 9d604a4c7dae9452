// The points of the charts: what is new is added, what is too old goes.
const columns = ["requestsPerSecond", "errorRatio", "duration", "firstToken", "tokensPerSecond", "costUsdPerHour", "inFlight", "queueDepth"];

export class History {
  constructor() {
    this.clear();
  }

  get last() {
    return this.times.at(-1) ?? 0;
  }

  clear() {
    this.began = 0;
    this.times = [];
    this.curves = { local: Object.fromEntries(columns.map(column => [column, []])), cloud: Object.fromEntries(columns.map(column => [column, []])) };
  }

  add(data, minutes) {
    this.began = data.began;
    this.times.push(...data.times);
    for (const tier of ["local", "cloud"]) {
      for (const column of columns) this.curves[tier][column].push(...data[tier].curves[column]);
    }

    const old = this.times.findIndex(time => time >= data.now - minutes * 60000);
    const gone = old < 0 ? this.times.length : old;
    this.times.splice(0, gone);
    for (const tier of ["local", "cloud"]) {
      for (const column of columns) this.curves[tier][column].splice(0, gone);
    }
  }
}
