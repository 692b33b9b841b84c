import { parentPort, workerData } from 'node:worker_threads';
import { Ledger } from '../ledger.js';
import { openDatabase } from './database.js';
import { Edits } from './edits.js';
import { Engine } from './engine.js';
import { failureOf } from './failure.js';
import { packOutcomes, packRuns, unpackRuns } from './packing.js';
import type { Answer, Ask, Tell, WorkerOptions } from './protocol.js';
import { openingCount } from './repair.js';
import { Space } from './space.js';
import { Tables } from './tables.js';

const port = parentPort!;
const options = workerData as WorkerOptions;
const tell = (what: Tell, transfer: ArrayBuffer[] = []): void => port.postMessage(what, transfer);

const engine = open();
if (engine) {
  port.on('message', (ask: Ask) => {
    const answer = answerTo(engine, ask);
    tell({ kind: 'answer', call: ask.call, answer }, transferOf(answer));
    tellEvents(engine);
    if (ask.kind === 'close') port.close();
  });
}

function open(): Engine | undefined {
  const opened = openDatabase(options);
  if (opened.kind === 'failed') {
    tell(opened);
    return undefined;
  }
  const { db } = opened;
  try {
    db.exec('delete from run where id = 0'); // what a trial write may have left
    const tables = new Tables(db);
    const ledger = new Ledger(options.quota, tables.sums());
    const edits = new Edits();
    const drops = openingCount({ db, tables, ledger }, edits);
    const space = new Space(db, options.path, options.keepFreeBytes);
    const engine = new Engine({ db, tables, ledger, space, edits, longestLifetimeMs: options.longestLifetimeMs });
    tell({ kind: 'opened', drops });
    return engine;
  } catch (thrown) {
    db.close();
    tell({ kind: 'failed', failure: failureOf(thrown, options.path) });
    return undefined;
  }
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

function tellEvents(engine: Engine): void {
  const events = engine.events();
  if (events) tell({ kind: 'events', events });
}
