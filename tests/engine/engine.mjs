// One llama.cpp context on one thread. It queues what it is given and works on one request at a time.
import { createRequire } from 'node:module';

const CONTEXT_TOKENS = 8192;

/** A request the engine cannot take: its message is meant for the caller. */
export class BadRequest extends Error {}

function native() {
  const name = `@fugood/node-llama-${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url)(name);
  } catch (cause) {
    throw new Error(`${name} does not load: run "npm ci" in the engine's folder, on a platform its package.json lists`, { cause });
  }
}

export class Engine {
  #llama;

  constructor(modelPath) {
    const { LlamaContext } = native();
    this.#llama = new LlamaContext({
      model: modelPath,
      n_ctx: CONTEXT_TOKENS,
      n_batch: 512,
      n_threads: 1,
      n_gpu_layers: 0,
      use_mmap: false,
      ctx_shift: false,
      flash_attn_type: 'off',
      embedding: true,
      pooling_type: 'mean',
    });
    this.#llama.enableParallelMode({ n_parallel: 1, n_batch: 512 });
  }

  prompt(messages) {
    return this.#llama.getFormattedChat(messages, undefined, { jinja: true, add_generation_prompt: true }).prompt;
  }

  async countTokens(text) {
    return (await this.#llama.tokenize(text)).tokens.length;
  }

  /**
   * Generates until a stop string, maxTokens or the end of the context. An abort ends it at once, with the tokens so far;
   * onToken may still be called for the one that was being computed.
   * @returns {Promise<{ text: string, promptTokens: number, completionTokens: number, finishReason: 'stop'|'length'|'aborted' }>}
   */
  async complete({ prompt, maxTokens, temperature, seed, stop, signal, onToken }) {
    const promptTokens = await this.#fitting(prompt);
    const options = {
      prompt,
      stop,
      seed,
      temperature,
      n_predict: Math.min(maxTokens, CONTEXT_TOKENS - promptTokens),
      // This binding draws at temperature 0 too; with one candidate there is nothing to draw.
      top_k: temperature === 0 ? 1 : 40,
    };
    let text = '';
    let completionTokens = 0;
    const result = finishReason => ({ text, promptTokens, completionTokens, finishReason });
    // Without a first token the prompt may have been waiting all the time.
    const aborted = () => ({ ...result('aborted'), promptTokens: completionTokens > 0 ? promptTokens : 0 });

    return await new Promise((resolve, reject) => {
      if (signal.aborted)
        return resolve(aborted());

      const { requestId } = this.#llama.queueCompletion(options, (error, event) => {
        if (error)
          return reject(error);
        if (event.token === undefined) {
          text = event.text;
          completionTokens = event.timings.predicted_n;   // tokens_predicted still holds those of a request cancelled before
          return resolve(result(event.stopped_word || event.stopped_eos ? 'stop' : 'length'));
        }
        text += event.token;
        completionTokens++;
        onToken(event.token);
      });
      // A cancelled request gets no last event.
      signal.addEventListener('abort', () => {
        this.#llama.cancelRequest(requestId);
        resolve(aborted());
      }, { once: true });
    });
  }

  /** @returns {Promise<{ vector: Float32Array, promptTokens: number }>} a vector of length 1 */
  async embed(text) {
    const promptTokens = await this.#fitting(text);
    return await new Promise((resolve, reject) =>
      this.#llama.queueEmbedding(text, { embd_normalize: 2 }, (error, event) =>
        error ? reject(error) : resolve({ vector: Float32Array.from(event.embedding), promptTokens })));
  }

  // The native queue never answers an empty or an overlong prompt, so neither may reach it.
  async #fitting(text) {
    const tokens = await this.countTokens(text);
    if (tokens === 0)
      throw new BadRequest('the input is empty');
    if (tokens >= CONTEXT_TOKENS)
      throw new BadRequest(`the input has ${tokens} tokens and the context ${CONTEXT_TOKENS}`);
    return tokens;
  }
}
