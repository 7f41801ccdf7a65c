// Client of the npm package openai with only base URL and key changed. Prints one JSON object with what it has seen.
import { createRequire } from 'node:module';
import path from 'node:path';

const bin = process.env.PATH.split(path.delimiter)[0]; // of npm exec, which puts the package beside it
const OpenAI = createRequire(path.join(bin, '..', 'openai-client.js'))('openai');
const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey });
const model = 'sandbox-small';
const say = (content) => ({ model, messages: [{ role: 'user', content }] });
const seen = {};

async function failure(run) {
  try {
    await run();
    return { status: 'no error' };
  } catch (error) {
    return { name: error.constructor.name, status: error.status, code: error.code, message: error.message };
  }
}

async function read(stream) {
  const read = { text: '', usage: null, chunks: 0, tools: 0 };
  for await (const chunk of stream) {
    read.chunks++;
    read.text += chunk.choices[0]?.delta?.content ?? '';
    read.tools += chunk.choices[0]?.delta?.tool_calls?.length ?? 0;
    read.usage = chunk.usage ?? read.usage;
  }
  return read;
}

const whole = await client.chat.completions.create(say('Hello Ashlar'));
seen.whole = { text: whole.choices[0].message.content, usage: whole.usage, requestId: whole._request_id };
seen.stream = await read(await client.chat.completions.create({ ...say('Hello stream'), stream: true }));
seen.streamWithUsage = await read(await client.chat.completions.create(
  { ...say('Hello usage'), stream: true, stream_options: { include_usage: true } }));

const tools = [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: {} } } }];
const asked = await client.chat.completions.create({ ...say('What is the weather?'), tools });
const call = asked.choices[0].message.tool_calls[0];
seen.tool = { name: call.function.name, finish: asked.choices[0].finish_reason };
const answered = await client.chat.completions.create({
  model, tools,
  messages: [...say('What is the weather?').messages, asked.choices[0].message,
    { role: 'tool', tool_call_id: call.id, content: 'Sunny' }] });
seen.toolAnswer = answered.choices[0].message.content;
seen.streamedTools = (await read(await client.chat.completions.create(
  { ...say('What is the weather?'), tools, stream: true }))).tools;

const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,' + 'A'.repeat(2_000_000) } };
seen.image = (await client.chat.completions.create(say([{ type: 'text', text: 'Look' }, image]))).choices[0].message.content;
seen.models = (await client.models.list()).data.map((each) => each.id).sort();

seen.unknownModel = await failure(() => client.chat.completions.create({ ...say('Hi'), model: 'nobody' }));
seen.badKey = await failure(() => new OpenAI({ baseURL, apiKey: 'wrong' }).chat.completions.create(say('Hi')));
seen.badRequest = await failure(() => client.chat.completions.create({ model, messages: [] }));
seen.brokenStream = await failure(async () =>
  read(await client.chat.completions.create({ ...say('one two three four !break'), stream: true })));
seen.providerDown = await failure(() =>
  new OpenAI({ baseURL, apiKey, maxRetries: 0 }).chat.completions.create(say('!error 500')));

console.log(JSON.stringify(seen));
