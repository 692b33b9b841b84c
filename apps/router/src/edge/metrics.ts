import type { MailboxStore } from '@keyway/mailbox';
import type { Metrics } from '@keyway/service-kit';
import type { Door } from '../core/door.js';
import type { Relay } from '../core/relay.js';

/** Shows what the core counted. Every refusal and drop has a name, so that accepted = stored + waiting + named drops can be checked. */
export function exportMetrics(metrics: Metrics, door: Door, relay: Relay, store: MailboxStore): void {
  const { totals } = relay;
  metrics.gauge('router_sessions', 'clients attached', () => relay.attachedCount);
  metrics.gauge('router_half_open', 'sessions that have not proven their keys', () => door.halfOpenCount);
  metrics.gauge('router_halted_streams', 'streams told to halt until a mailbox has room', () => relay.haltedCount);
  metrics.gauge('router_appending_bytes', 'bytes on their way into the mailboxes', () => relay.appendingBytes);
  const { requests, presence, revocations } = relay;
  metrics.gauge('router_workers', 'sessions that serve a service, once for each', () => requests.services.workers);
  metrics.gauge('router_requests_queued', 'requests that wait for a free worker', () => requests.services.queued);
  metrics.gauge('router_request_bytes', 'bodies held of requests and of answers', () => requests.heldBytes);
  metrics.gauge('router_watches', 'clients that are watched, once for each watcher', () => presence.watches);
  metrics.gauge('router_revocations', 'clients some of whose tickets are revoked', () => revocations.size);
  const plain = [
    ['attached', 'sessions that proved their keys'],
    ['replaced', 'sessions replaced by a newer one of the same client'],
    ['recordsDropped', 'records forged or repeated'],
    ['durableIn', 'durable messages received'],
    ['durableStored', 'durable messages stored and synced'],
    ['durableDuplicate', 'durable messages that had been stored before'],
    ['durableOut', 'durable messages handed to their recipients, again after a new attach'],
    ['durableReleased', 'durable messages their recipients hold'],
    ['liveIn', 'live messages received'],
    ['liveRelayed', 'live messages relayed'],
    ['liveQueued', 'live messages that waited for credit'],
    ['requests', 'requests received'],
    ['requestsGiven', 'requests given to workers, again after one vanished'],
    ['repliesLate', 'answers to requests nobody waited for any more'],
    ['repliesUnknown', 'answers to requests that were never given'],
    ['presenceSent', 'comings and goings told to watchers'],
    ['presenceLost', 'watchers of everybody told to ask anew, for more had changed than was kept'],
    ['revoked', 'sessions ended because their tickets were revoked'],
    ['unanswered', 'messages neither accepted nor refused before their session ended, which are sent again'],
  ] as const;
  for (const [field, help] of plain) metrics.counterFrom(`router_${snake(field)}_total`, help, () => totals[field]);
  metrics.countersFrom('router_refused_total', 'messages refused, by reason', 'reason', totals.refused);
  metrics.countersFrom('router_requests_ended_total', 'requests, by what came of them', 'outcome', totals.requestOutcomes);
  metrics.countersFrom('router_closed_total', 'sessions ended, by reason', 'reason', totals.closed);
  metrics.countersFrom('router_attach_refused_total', 'attaches refused, by their true reason', 'reason', door.totals.refused);
  metrics.countersFrom('router_forbidden_total', 'messages of a kind this socket does not take', 'kind', door.totals.forbidden);
  metrics.counterFrom('router_malformed_total', 'hellos that were none', () => door.totals.malformed);
  const waiting = ['rows', 'messages', 'bytes', 'recipients'] as const;
  metrics.gauges('router_mailbox', 'waiting in the mailboxes', 'what', async () => {
    const stats = await store.stats();
    return new Map<string, number>([
      ...waiting.map((what) => [what, stats[what]] as const),
      ['dropped_expired', stats.dropped.expired],
      ['dropped_damaged', stats.dropped.damaged],
      ['stored_total', stats.totals.stored],
      ['released_total', stats.totals.released],
    ]);
  });
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
