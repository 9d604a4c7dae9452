// node --test: what end-to-end tests rely on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('server.mjs', import.meta.url));
const hello = [{ role: 'user', content: 'hello, what is a token?' }];

let server;
let url;

async function start(...options) {
  const child = spawn(process.execPath, [script, ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  return [child, line.replace(/^ready /, '')];
}

before(async () => [server, url] = await start('--models', 'small,large'));
after(() => server.stdin.end());

const post = (path, body, signal) =>
  fetch(url + path, { method: 'POST', body: JSON.stringify({ model: 'small', ...body }), signal });
const complete = async body => (await post('/v1/chat/completions', { messages: hello, ...body })).json();
const counts = async () => (await fetch(`${url}/counts`)).json();

async function until(condition) {
  for (; ;) {
    const now = await counts();
    if (condition(now))
      return now;
    await delay(10);
  }
}

async function events(body) {
  const text = await (await post('/v1/chat/completions', { messages: hello, stream: true, ...body })).text();
  const lines = text.trim().split('\n\n').map(line => line.replace(/^data: /, ''));
  assert.equal(lines.pop(), '[DONE]');
  return lines.map(JSON.parse);
}

test('a reply has as many tokens as asked for, and is the same each time', async () => {
  const [one, two] = [await complete({ max_tokens: 20 }), await complete({ max_tokens: 20 })];
  assert.equal(one.usage.completion_tokens, 20);
  assert.equal(one.choices[0].finish_reason, 'length');
  assert.deepEqual(two.choices, one.choices);
  assert.deepEqual(two.usage, one.usage);
});

test('a longer prompt has more tokens', async () => {
  const long = await complete({ messages: [...hello, ...hello] });
  assert.ok(long.usage.prompt_tokens > (await complete({})).usage.prompt_tokens);
});

test('temperature 0 does not look at the seed', async () => {
  const [one, two] = [await complete({ temperature: 0, seed: 1 }), await complete({ temperature: 0, seed: 2 })];
  assert.deepEqual(two.choices, one.choices);
});

test('a stop string ends the reply', async () => {
  const { choices: [{ message }] } = await complete({ max_tokens: 40 });
  const stop = message.content.slice(20, 24);
  const stopped = await complete({ max_tokens: 40, stop });
  assert.equal(stopped.choices[0].finish_reason, 'stop');
  assert.ok(stopped.usage.completion_tokens < 40);
});

test('a stream is role, text, finish, usage, and says what the whole reply says', async () => {
  const reply = await complete({ max_tokens: 12 });
  const chunks = await events({ max_tokens: 12, stream_options: { include_usage: true } });
  const deltas = chunks.slice(0, -1).map(chunk => chunk.choices[0]);
  assert.equal(deltas[0].delta.role, 'assistant');
  assert.equal(deltas.slice(1, -1).map(choice => choice.delta.content).join(''), reply.choices[0].message.content);
  assert.equal(deltas.at(-1).finish_reason, 'length');
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.deepEqual(chunks.at(-1).usage, reply.usage);
});

test('a stream has no usage unless asked', async () => {
  assert.ok((await events({})).every(chunk => !('usage' in chunk)));
});

test('embeddings are alike for like texts, in numbers and in base64', async () => {
  const embed = async body => (await post('/v1/embeddings', body)).json();
  const { data: [a, b, c], usage } = await embed({ input: ['hello token', 'who are you', 'hello token'] });
  assert.equal(a.embedding.length, 64);
  assert.deepEqual(c.embedding, a.embedding);
  assert.notDeepEqual(b.embedding, a.embedding);
  assert.ok(usage.prompt_tokens >= 6);
  const { data: [packed] } = await embed({ input: 'hello token', encoding_format: 'base64' });
  assert.equal(Buffer.from(packed.embedding, 'base64').readFloatLE(), a.embedding[0]);
});

test('what the server counts is the sum of what it said, under load too', async () => {
  const first = await counts();
  const usages = await Promise.all(Array.from({ length: 40 }, async (_, i) =>
    i % 2 ? (await complete({ max_tokens: i, model: 'large' })).usage
      : (await events({ max_tokens: i + 1, stream_options: { include_usage: true } })).at(-1).usage));
  const last = await counts();
  const sum = key => usages.reduce((total, usage) => total + usage[key], 0);
  assert.equal(last.requests - first.requests, 40);
  assert.equal(last.prompt_tokens - first.prompt_tokens, sum('prompt_tokens'));
  assert.equal(last.completion_tokens - first.completion_tokens, sum('completion_tokens'));
  assert.equal(last.by_model.large.requests - (first.by_model.large?.requests ?? 0), 20);
  assert.equal(last.in_flight, 0);
});

test('requests wait for each other', async () => {
  const first = complete({ max_tokens: 1500 });
  await until(({ in_flight }) => in_flight === 1);
  const second = complete({ max_tokens: 1 });
  await until(({ in_flight }) => in_flight === 2);
  await second;
  assert.equal((await counts()).in_flight, 0);   // so the long one had ended before
  assert.equal((await first).usage.completion_tokens, 1500);
});

test('a client that leaves frees the engine and is counted apart', async () => {
  const first = await counts();
  for (const stream of [true, false]) {
    const leave = new AbortController();
    const reply = post('/v1/chat/completions', { messages: hello, max_tokens: 5000, stream }, leave.signal);
    if (stream)
      await (await reply).body.getReader().read();
    await until(({ in_flight }) => in_flight === 1);
    leave.abort();
    await reply.catch(() => { });
  }
  assert.equal((await complete({ max_tokens: 3 })).usage.completion_tokens, 3);
  const last = await until(({ in_flight }) => in_flight === 0);
  assert.equal(last.requests - first.requests, 1);
  assert.equal(last.completion_tokens - first.completion_tokens, 3);
  assert.equal(last.aborted.requests - first.aborted.requests, 2);
  assert.ok(last.aborted.completion_tokens - first.aborted.completion_tokens < 5000);
});

for (const [what, status, path, body] of [
  ['an unknown model', 404, '/v1/chat/completions', { model: 'huge', messages: hello }],
  ['an unknown path', 404, '/v1/completions', {}],
  ['no messages', 400, '/v1/chat/completions', {}],
  ['no tokens', 400, '/v1/chat/completions', { messages: hello, max_tokens: 0 }],
  ['a prompt over the context', 400, '/v1/chat/completions', { messages: [{ role: 'user', content: 'z'.repeat(9000) }] }],
  ['an empty text', 400, '/v1/embeddings', { input: '' }],
])
  test(`${what} is status ${status}`, async () => {
    const reply = await post(path, body);
    assert.equal(reply.status, status);
    assert.ok((await reply.json()).error.message);
  });

test('it ends when its stdin closes, and on SIGTERM, also while it works', async () => {
  for (const end of [child => child.stdin.end(), child => child.kill('SIGTERM')]) {
    const [child, address] = await start('--models', 'small');
    const body = JSON.stringify({ messages: hello, max_tokens: 5000 });
    const cut = fetch(`${address}/v1/chat/completions`, { method: 'POST', body }).catch(error => error);
    await delay(50);
    end(child);
    const [code] = await once(child, 'exit');
    assert.equal(code, 0);
    assert.ok(await cut instanceof Error);
    await assert.rejects(fetch(`${address}/counts`));
  }
});
