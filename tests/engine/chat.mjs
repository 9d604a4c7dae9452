// POST /v1/chat/completions: the request's checks, one JSON reply or server-sent events.
import { BadRequest } from './engine.mjs';

const DEFAULT_MAX_TOKENS = 16;
const DEFAULT_TEMPERATURE = 1;
const DEFAULT_SEED = 42;   // fixed: the same request gets the same reply

let lastId = 0;

export async function chat({ body, model, engine, counts, response, signal }) {
  const request = { ...read(body), prompt: engine.prompt(messages(body.messages)), signal };
  const head = { id: `chatcmpl-${++lastId}`, created: Math.floor(Date.now() / 1000), model };

  if (!body.stream) {
    const reply = await engine.complete({ ...request, onToken() { } });
    if (count(reply, model, counts))
      response.json(200, whole(head, reply));
    return;
  }

  const withUsage = body.stream_options?.include_usage === true;
  const send = (choices, usage = null) => response.event(
    { ...head, object: 'chat.completion.chunk', choices, ...(withUsage ? { usage } : {}) });
  const choice = (delta, finish_reason = null) => [{ index: 0, delta, finish_reason }];

  let begun = false;
  const reply = await engine.complete({
    ...request,
    onToken(token) {
      if (!begun)
        send(choice({ role: 'assistant', content: '' }));
      begun = true;
      send(choice({ content: token }));
    },
  });

  if (!count(reply, model, counts))
    return;
  send(choice({}, reply.finishReason));
  if (withUsage)
    send([], usage(reply));
  response.endEvents();
}

function read(body) {
  const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? DEFAULT_MAX_TOKENS;
  if (!Number.isInteger(maxTokens) || maxTokens < 1)
    throw new BadRequest('max_tokens must be a whole number above 0');
  if ((body.n ?? 1) !== 1)
    throw new BadRequest('n must be 1');
  const temperature = body.temperature ?? DEFAULT_TEMPERATURE;
  if (!(temperature >= 0 && temperature <= 2))
    throw new BadRequest('temperature must be a number from 0 to 2');

  return { maxTokens, temperature, seed: body.seed ?? DEFAULT_SEED, stop: [body.stop ?? []].flat() };
}

function messages(list) {
  if (!Array.isArray(list) || list.length === 0)
    throw new BadRequest('messages must be a list with at least one message');
  return list.map(Object).map(({ role, content }) => ({ role: String(role), content: text(content) }));
}

const text = content => Array.isArray(content) ? content.map(part => part.text ?? '').join('') : String(content ?? '');

function count({ finishReason, promptTokens, completionTokens }, model, counts) {
  if (finishReason === 'aborted')
    counts.aborted(promptTokens, completionTokens);
  else
    counts.answered(model, promptTokens, completionTokens);
  return finishReason !== 'aborted';
}

const whole = (head, reply) => ({
  ...head,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content: reply.text }, finish_reason: reply.finishReason }],
  usage: usage(reply),
});

const usage = ({ promptTokens, completionTokens }) => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
});
