// What the server itself counted, so that a test can compare it with what a client measured.
const sums = () => ({ requests: 0, prompt_tokens: 0, completion_tokens: 0 });

export class Counts {
  #answered = sums();
  #byModel = {};
  #aborted = sums();
  #errors = 0;
  #inFlight = 0;
  #maxInFlight = 0;

  started() {
    this.#maxInFlight = Math.max(this.#maxInFlight, ++this.#inFlight);
  }

  ended() {
    this.#inFlight--;
  }

  error() {
    this.#errors++;
  }

  /** Call it before the last byte of the reply leaves: whoever has the reply then finds it counted. */
  answered(model, promptTokens, completionTokens) {
    for (const sum of [this.#answered, this.#byModel[model] ??= sums()])
      add(sum, promptTokens, completionTokens);
  }

  aborted(promptTokens, completionTokens) {
    add(this.#aborted, promptTokens, completionTokens);
  }

  toJSON() {
    return {
      ...this.#answered,
      by_model: this.#byModel,
      aborted: this.#aborted,
      errors: this.#errors,
      in_flight: this.#inFlight,
      max_in_flight: this.#maxInFlight,
    };
  }
}

function add(sum, promptTokens, completionTokens) {
  sum.requests++;
  sum.prompt_tokens += promptTokens;
  sum.completion_tokens += completionTokens;
}
