import type { ClientStats } from '@keyway/client';
import { statsLine } from './debug.js';

const requests = { asked: 0, answered: 0, failed: 0, repeated: 0, open: 0 };
const stats = (more: Partial<ClientStats> = {}): ClientStats => ({
  ...{ posted: 0, accepted: 0, refused: 0, waitingOut: 0, halted: 0, received: 0, acknowledged: 0, skipped: 0, malformed: 0, waitingIn: 0 },
  ...{ channels: 1, attaches: 1, attempts: 1, recordsOut: 5, recordsIn: 5, bytesOut: 500, bytesIn: 500, dropped: 0, requests },
  ...more,
});

it('tells what was sent, accepted, acknowledged and asked since the last look', () => {
  const after = stats({
    posted: 2,
    accepted: 2,
    acknowledged: 1,
    recordsOut: 7,
    recordsIn: 6,
    bytesOut: 700,
    bytesIn: 550,
    requests: { ...requests, asked: 1 },
  });
  expect(statsLine(stats(), after)).toBe(
    'records 2 out (200 B), 1 in (50 B); posted 2; accepted by the fleet 2; acknowledged 1; requests 1',
  );
});

it('says nothing when nothing happened', () => expect(statsLine(stats(), stats())).toBeUndefined());
