// What a program with the openai package sees of a gateway: one JSON object on standard output.
// Arguments: the gateway's address up to /v1, the API key, and the model whose stream breaks.
import OpenAI from 'openai';

const [baseURL, apiKey, broken] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const messages = [{ role: 'user', content: 'three short words' }];
const seen = {};

seen.models = (await client.models.list()).data.map((model) => model.id);
seen.model = (await client.models.retrieve('both')).id;

const { data, response } = await client.chat.completions.create({ model: 'both', messages }).withResponse();
seen.whole = {
  text: data.choices[0].message.content,
  usage: [data.usage.prompt_tokens, data.usage.completion_tokens],
  tier: response.headers.get('x-crosstier-tier'),
};

seen.stream = { text: '', usage: null, chunks: 0 };
for await (const chunk of await client.chat.completions.create({ model: 'both', messages, stream: true, stream_options: { include_usage: true } })) {
  seen.stream.text += chunk.choices[0]?.delta.content ?? '';
  seen.stream.usage = chunk.usage ? [chunk.usage.prompt_tokens, chunk.usage.completion_tokens] : seen.stream.usage;
  seen.stream.chunks++;
}

seen.plain = { text: '', usage: false };
for await (const chunk of await client.chat.completions.create({ model: 'both', messages, stream: true })) {
  seen.plain.text += chunk.choices[0].delta.content ?? ''; // A chunk without choices would throw here, as it does in real programs.
  seen.plain.usage ||= Boolean(chunk.usage);
}

const embeddings = await client.embeddings.create({ model: 'both', input: ['one', 'two'] });
seen.embeddings = { vectors: embeddings.data.map((item) => item.embedding.length), tokens: embeddings.usage.prompt_tokens };

seen.unknown = await faultOf(() => client.chat.completions.create({ model: 'nothing', messages }));
seen.wrongKey = await faultOf(() => new OpenAI({ baseURL, apiKey: 'wrong', maxRetries: 0 }).models.list());
seen.broken = await faultOf(async () => {
  for await (const chunk of await client.chat.completions.create({ model: broken, messages, stream: true })) {
    seen.brokenText = (seen.brokenText ?? '') + (chunk.choices[0]?.delta.content ?? '');
  }
});

const stopped = await client.chat.completions.create({ model: 'slow', messages, stream: true });
for await (const chunk of stopped) {
  seen.stopped = chunk.choices[0].delta.content ?? '';
  break; // The package aborts the request.
}

console.log(JSON.stringify(seen));

async function faultOf(call) {
  try {
    await call();
    return null;
  } catch (fault) {
    return { kind: fault.constructor.name, status: fault.status ?? null, code: fault.code ?? null };
  }
}
