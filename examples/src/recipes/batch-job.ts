// A job that hands over its results and ends: `npx --no node examples/dist/recipes/batch-job.js keyway://… <recipient> <count>`
// Exit status 0 means: the fleet has stored and synced every message. Anything else means: run it again.
import { connect, isWireError, PrivateIdentity } from '@keyway/client';
import { addressFrom, countFrom } from './arguments.js';

const fleet = addressFrom(process.argv, 'batch-job keyway://<fingerprint>@host:port <recipient> [count]');
const recipient = process.argv[3] ?? '';
const count = countFrom(process.argv[4], 10_000);

const client = await connect({ fleet, identity: PrivateIdentity.generate('ed25519'), timeoutMs: 30_000 });
try {
  await inTime(120_000, storeAll());
  console.log(`${count} messages are stored`);
} catch (thrown) {
  console.error(isWireError(thrown) ? `${thrown.reason}: ${thrown.message}` : String(thrown));
  process.exitCode = 1;
} finally {
  await client.close();
}

/** `post` is `send` without a promise for each message. */
function storeAll(): Promise<void> {
  return new Promise((resolve, reject) => {
    let open = count;
    for (let i = 1; i <= count; i += 1) {
      client.post(recipient, JSON.stringify({ line: i }), (error) => {
        if (error !== undefined) reject(error);
        else if ((open -= 1) === 0) resolve();
      });
    }
  });
}

/** A deadline for the job as a whole: a full mailbox or a fleet that is away would make it wait. */
async function inTime(ms: number, work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`not everything was stored within ${ms / 1_000} s`)), ms);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
