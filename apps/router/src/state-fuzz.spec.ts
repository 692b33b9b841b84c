import { corpus } from './testing/state-fuzz/corpus.js';
import { fuzzOptions, playStories } from './testing/state-fuzz/options.js';
import { play } from './testing/state-fuzz/play.js';

const { actions, seed } = fuzzOptions(40_000);

/** Without these a fuzz finds nothing: it has to get there. */
const places = [
  ...[
    'durable accepted',
    'durable lost',
    'durable given up',
    'durable message_expired',
    'durable recipient_unknown',
    'live recipient_offline',
  ],
  ...['shown live', 'shown again', 'shown again, and told so', 'skipped by its sender', 'skipped by the store'],
  ...['refused mailbox_full', 'refused store_full', 'refused store_failed', 'refused stream_gap', 'refused backpressure'],
  ...[
    'answered done',
    'answered no_worker',
    'answered deadline_passed',
    'answered unanswered',
    'answered backpressure',
    'answered forbidden',
  ],
  ...[
    'closed session_replaced',
    'closed session_idle',
    'closed session_gap',
    'closed session_draining',
    'closed stream_limit',
    'closed unauthorised',
  ],
  ...['turned away revoked', 'turned away session_draining', 'turned away unavailable', 'turned away malformed'],
  ...['had recordsDropped', 'had unanswered', 'client changed its keys'],
];

it('whatever a story does: each message and each request is accounted for, no nonce comes twice, and no peer byte throws', async () => {
  const seen = await playStories(1, 60_000);
  expect([...seen]).toEqual(expect.arrayContaining(places));
}, 120_000);

it(`the same for stories that nobody has played (KEYWAY_FUZZ_SEED=${seed} plays them again)`, async () => {
  await playStories(seed, actions);
}, 120_000);

it.each(Object.entries(corpus))('a story that once went wrong: %s', async (_, story) => {
  expect((await play(Buffer.from(story, 'hex'))).faults).toEqual([]);
});
