import type { Append, AppendOutcome, RefusalReason, StoredRun } from '../mailbox.js';

// A batch crosses the thread as one buffer that changes owner: no clone per run, and no copy of the record a run's bodies lie in.
// Per run: recipient 32 ‖ sender 32 ‖ stream 16 ‖ id ‖ firstSeq ‖ count ‖ created ‖ stored ‖ expires (doubles) ‖ skipped 1 ‖ length 4 ‖ bodies
const headSize = 80 + 6 * 8 + 5;
const noRecipient = new Uint8Array(32);

type Packed = Omit<StoredRun, 'id' | 'storedMs'> & Partial<Pick<StoredRun, 'id' | 'storedMs'> & Pick<Append, 'recipient'>>;

export function packRuns(runs: readonly Packed[]): ArrayBuffer {
  let size = 0;
  for (const run of runs) size += headSize + run.bodies.length;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let pos = 0;
  for (const run of runs) {
    bytes.set(run.recipient ?? noRecipient, pos);
    bytes.set(run.sender, pos + 32);
    bytes.set(run.stream, pos + 64);
    view.setFloat64(pos + 80, run.id ?? 0);
    view.setFloat64(pos + 88, run.firstSeq);
    view.setFloat64(pos + 96, run.count);
    view.setFloat64(pos + 104, run.createdMs);
    view.setFloat64(pos + 112, run.storedMs ?? 0);
    view.setFloat64(pos + 120, run.expiresMs);
    view.setUint8(pos + 128, run.skipped ? 1 : 0);
    view.setUint32(pos + 129, run.bodies.length);
    bytes.set(run.bodies, pos + headSize);
    pos += headSize + run.bodies.length;
  }
  return bytes.buffer;
}

/** The runs alias the buffer. */
export function unpackRuns(buffer: ArrayBuffer): (Append & StoredRun)[] {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  const runs: (Append & StoredRun)[] = [];
  let pos = 0;
  while (pos < bytes.length) {
    const length = view.getUint32(pos + 129);
    runs.push({
      recipient: bytes.subarray(pos, pos + 32),
      sender: bytes.subarray(pos + 32, pos + 64),
      stream: bytes.subarray(pos + 64, pos + 80),
      id: view.getFloat64(pos + 80),
      firstSeq: view.getFloat64(pos + 88),
      count: view.getFloat64(pos + 96),
      createdMs: view.getFloat64(pos + 104),
      storedMs: view.getFloat64(pos + 112),
      expiresMs: view.getFloat64(pos + 120),
      skipped: view.getUint8(pos + 128) === 1,
      bodies: bytes.subarray(pos + headSize, pos + headSize + length),
    });
    pos += headSize + length;
  }
  return runs;
}

const reasons: readonly RefusalReason[] = ['mailbox_full', 'stream_gap', 'store_full', 'store_failed'];
const stored = -1;
const duplicate = -2;

/** Four numbers per outcome; the first is -1, -2 or the index of the reason. */
export function packOutcomes(outcomes: readonly AppendOutcome[]): Float64Array {
  const packed = new Float64Array(outcomes.length * 4);
  outcomes.forEach((outcome, index) => {
    if (outcome.kind === 'stored') packed.set([stored, outcome.id, outcome.upTo, outcome.fromSeq], index * 4);
    else if (outcome.kind === 'duplicate') packed.set([duplicate, 0, outcome.upTo], index * 4);
    else packed.set([reasons.indexOf(outcome.reason), 0, 0, outcome.fromSeq], index * 4);
  });
  return packed;
}

export function unpackOutcomes(packed: Float64Array): AppendOutcome[] {
  const outcomes: AppendOutcome[] = [];
  for (let at = 0; at < packed.length; at += 4) {
    const what = packed[at]!;
    const upTo = packed[at + 2]!;
    const fromSeq = packed[at + 3]!;
    if (what === stored) outcomes.push({ kind: 'stored', id: packed[at + 1]!, upTo, fromSeq });
    else if (what === duplicate) outcomes.push({ kind: 'duplicate', upTo });
    else outcomes.push({ kind: 'refused', reason: reasons[what]!, fromSeq });
  }
  return outcomes;
}
