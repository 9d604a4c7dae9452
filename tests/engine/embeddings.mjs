// POST /v1/embeddings: one text or a list of texts, as numbers or as base64 of 32-bit floats.
import { BadRequest } from './engine.mjs';

export async function embeddings({ body, model, engine, counts, response, signal }) {
  const texts = [body.input].flat();
  if (texts.length === 0 || texts.some(text => typeof text !== 'string'))
    throw new BadRequest('input must be a text or a list of texts');

  const data = [];
  let tokens = 0;
  for (const text of texts) {
    const { vector, promptTokens } = await engine.embed(text);
    tokens += promptTokens;
    if (signal.aborted)
      return counts.aborted(tokens, 0);
    data.push({ object: 'embedding', index: data.length, embedding: encode(vector, body.encoding_format) });
  }

  counts.answered(model, tokens, 0);
  response.json(200, { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } });
}

const encode = (vector, format) =>
  format === 'base64' ? Buffer.from(vector.buffer).toString('base64') : Array.from(vector);
