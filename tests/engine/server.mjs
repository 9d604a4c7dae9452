// node server.mjs [--port 0] [--model model.gguf] [--models a,b] [--stay]
// Prints "ready http://127.0.0.1:PORT", and ends on SIGTERM or, without --stay, when its stdin closes.
import { fork } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeModel } from './write-model.mjs';

const LOG_LENGTH = 4000;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    model: { type: 'string' },
    models: { type: 'string', default: 'tiny-llama' },   // names it answers to; the weights are the same
    stay: { type: 'boolean', default: false },
  },
});

const model = options.model ?? join(tmpdir(), `tiny-llama-${process.pid}.gguf`);
if (!existsSync(model))
  writeModel(model);

const service = fork(
  fileURLToPath(new URL('service.mjs', import.meta.url)),
  [options.port, model, ...options.models.split(',')],
  { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });

let log = '';
service.stderr.on('data', text => log = (log + text).slice(-LOG_LENGTH));
service.on('message', ({ port }) => {
  if (!options.model)
    rmSync(model);   // it is in memory now
  console.log(`ready http://127.0.0.1:${port}`);
});
service.on('close', (code, signal) => {
  console.error(`${log}\nthe engine ended: ${signal ?? `code ${code}`}`);
  process.exit(1);
});

function end() {
  service.removeAllListeners('close');
  service.kill('SIGKILL');
  process.exit(0);
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
if (!options.stay)
  process.stdin.on('end', end).on('error', end).resume();
