import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '@keyway/sqlite-log';
import type { Engine } from './engine.js';
import { openEngine } from './open.js';
import { packOutcomes, packRuns, unpackRuns } from './packing.js';
import type { Answer, Ask, Tell, WorkerOptions } from './protocol.js';

const port = parentPort!;
const options = workerData as WorkerOptions;
const tell = (what: Tell, transfer: ArrayBuffer[] = []): void => port.postMessage(what, transfer);

const opened = openEngine(options);
if (opened.kind === 'failed') tell(opened);
else {
  const { engine, drops } = opened;
  port.on('message', (ask: Ask) => {
    const answer = answerTo(engine, ask);
    tell({ kind: 'answer', call: ask.call, answer }, transferOf(answer));
    const events = engine.events();
    if (events) tell({ kind: 'events', events });
    if (ask.kind === 'close') port.close();
  });
  tell({ kind: 'opened', drops });
}

function answerTo(engine: Engine, ask: Ask): Answer {
  try {
    switch (ask.kind) {
      case 'write':
        return { kind: 'written', outcomes: packOutcomes(engine.write(unpackRuns(ask.runs), [...ask.released], ask.now)) };
      case 'read':
        return { kind: 'runs', runs: packRuns(engine.read(ask.recipient, ask.afterId, ask.maxBytes, ask.now)) };
      case 'stats':
        return { kind: 'stats', stats: engine.stats() };
      case 'waiting':
        return { kind: 'waiting', waiting: engine.waiting(ask.recipient) };
      case 'sweep':
        engine.sweep(ask.now);
        return { kind: 'done' };
      case 'close':
        engine.close();
        return { kind: 'done' };
    }
  } catch (thrown) {
    return { kind: 'refused', failure: failureOf(thrown, options.path) };
  }
}

function transferOf(answer: Answer): ArrayBuffer[] {
  if (answer.kind === 'written') return [answer.outcomes.buffer as ArrayBuffer];
  return answer.kind === 'runs' ? [answer.runs] : [];
}
