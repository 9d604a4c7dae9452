// The process that holds the engine and answers HTTP. server.mjs starts it, for llama.cpp writes its log to stdout.
import { createServer } from 'node:http';
import { chat } from './chat.mjs';
import { Counts } from './counts.mjs';
import { embeddings } from './embeddings.mjs';
import { BadRequest, Engine } from './engine.mjs';

const MAX_BODY = 1 << 20;

const [port, modelPath, ...models] = process.argv.slice(2);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));   // nothing to save, and no orphan

const engine = new Engine(modelPath);
const counts = new Counts();
const inference = { '/v1/chat/completions': chat, '/v1/embeddings': embeddings };

async function answer(request, response) {
  const path = new URL(request.url, 'http://host').pathname;
  if (request.method === 'GET' && path === '/counts')
    return response.json(200, counts);
  if (request.method === 'GET' && path === '/v1/models')
    return response.json(200, { object: 'list', data: models.map(id => ({ id, object: 'model', created: 0, owned_by: 'tests' })) });

  const infer = request.method === 'POST' ? inference[path] : undefined;
  if (!infer)
    return response.error(404, `no ${request.method} ${path}`, 'not_found');

  const body = await readJson(request);
  const model = body.model ?? models[0];
  if (!models.includes(model))
    return response.error(404, `no model "${model}"`, 'model_not_found');

  const gone = new AbortController();
  response.raw.on('close', () => response.raw.writableFinished || gone.abort());
  counts.started();
  try {
    await infer({ body, model, engine, counts, response, signal: gone.signal });
  } finally {
    counts.ended();
  }
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY)
      throw new BadRequest(`the body is over ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  try {
    return Object(JSON.parse(Buffer.concat(chunks)));
  } catch {
    throw new BadRequest('the body is not JSON');
  }
}

/** The three shapes of an answer over one http.ServerResponse. */
class Response {
  constructor(raw) {
    this.raw = raw;
  }

  json(status, value) {
    this.raw.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  }

  error(status, message, code = null) {
    counts.error();
    this.json(status, { error: { message, type: status < 500 ? 'invalid_request_error' : 'server_error', param: null, code } });
  }

  event(value) {
    if (!this.raw.headersSent)
      this.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
    this.raw.write(`data: ${JSON.stringify(value)}\n\n`);
  }

  endEvents() {
    this.raw.end('data: [DONE]\n\n');
  }
}

const server = createServer(async (request, raw) => {
  const response = new Response(raw);
  try {
    await answer(request, response);
  } catch (error) {
    if (raw.headersSent || raw.destroyed)
      raw.destroy();
    else
      response.error(error instanceof BadRequest ? 400 : 500, error.message);
  }
});

server.listen(Number(port), '127.0.0.1', () => process.send({ port: server.address().port }));
