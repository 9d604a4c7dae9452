// Writes a llama model with random weights: node write-model.mjs [out.gguf]. The same bytes on every run and machine.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gguf } from './gguf.mjs';
import { BEGIN, END, isText, vocabulary } from './vocabulary.mjs';

const LAYERS = 2;
const WIDTH = 64;
const HEADS = 4;
const FEED_FORWARD = 128;
const CONTEXT = 8192;
const SEED = 20240229;

const CHAT_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}"
  + '{% if add_generation_prompt %}assistant:{% endif %}';

const metadata = [
  ['general.architecture', 'string', 'llama'],
  ['general.name', 'string', 'random llama for tests'],
  ['llama.context_length', 'u32', CONTEXT],
  ['llama.embedding_length', 'u32', WIDTH],
  ['llama.block_count', 'u32', LAYERS],
  ['llama.feed_forward_length', 'u32', FEED_FORWARD],
  ['llama.attention.head_count', 'u32', HEADS],
  ['llama.attention.head_count_kv', 'u32', HEADS],
  ['llama.attention.layer_norm_rms_epsilon', 'f32', 1e-5],
  ['llama.rope.dimension_count', 'u32', WIDTH / HEADS],
  ['llama.vocab_size', 'u32', vocabulary.length],
  ['tokenizer.ggml.model', 'string', 'llama'],
  ['tokenizer.ggml.tokens', 'string', vocabulary.map(token => token.text)],
  ['tokenizer.ggml.scores', 'f32', vocabulary.map(token => token.score)],
  ['tokenizer.ggml.token_type', 'i32', vocabulary.map(token => token.type)],
  ['tokenizer.ggml.bos_token_id', 'u32', BEGIN],
  ['tokenizer.ggml.eos_token_id', 'u32', END],
  ['tokenizer.ggml.unknown_token_id', 'u32', 0],
  ['tokenizer.ggml.add_bos_token', 'bool', false],
  ['tokenizer.chat_template', 'string', CHAT_TEMPLATE],
];

/** A linear congruential generator in [-1, 1): integers only, so no machine rounds differently. */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function tensors() {
  const random = uniform(SEED);
  const matrix = (name, columns, rows, scale) =>
    ({ name, shape: [columns, rows], data: Float32Array.from({ length: columns * rows }, () => random() * scale) });
  const ones = name => ({ name, shape: [WIDTH], data: new Float32Array(WIDTH).fill(1) });
  const layer = i => [
    ones(`blk.${i}.attn_norm.weight`),
    ...['q', 'k', 'v', 'output'].map(part => matrix(`blk.${i}.attn_${part}.weight`, WIDTH, WIDTH, 0.25)),
    ones(`blk.${i}.ffn_norm.weight`),
    matrix(`blk.${i}.ffn_gate.weight`, WIDTH, FEED_FORWARD, 0.25),
    matrix(`blk.${i}.ffn_up.weight`, WIDTH, FEED_FORWARD, 0.25),
    matrix(`blk.${i}.ffn_down.weight`, FEED_FORWARD, WIDTH, 0.25),
  ];

  const output = matrix('output.weight', WIDTH, vocabulary.length, 0.5);
  // A zero row keeps a token out of the likely ones: replies never end early and never stop inside a character.
  vocabulary.forEach((token, id) => isText(token) || output.data.fill(0, id * WIDTH, (id + 1) * WIDTH));

  return [
    matrix('token_embd.weight', WIDTH, vocabulary.length, 1),
    ...Array.from({ length: LAYERS }, (_, i) => layer(i)).flat(),
    ones('output_norm.weight'),
    output,
  ];
}

export function writeModel(path) {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, gguf(metadata, tensors()));
  renameSync(partial, path);   // whoever starts at the same time sees a whole file or none
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = process.argv[2] ?? 'model.gguf';
  writeModel(path);
  console.log(path);
}
