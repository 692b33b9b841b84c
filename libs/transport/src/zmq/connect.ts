import { lookup } from 'node:dns/promises';
import { WireError } from '@keyway/wire';
import type { Context, Dealer, EventType } from 'zeromq';
import { unreachable } from '../errors.js';
import type { TransportLimits } from '../transport.js';

/** Messages libzmq may hold for the peer. It counts no bytes: 64 records of 64 KiB are 4 MiB, and ours wait in our own queue. */
const sendHighWaterMark = 64;
/** Larger: when a connection drops while this queue is full, libzmq loses what the kernel still holds. */
const receiveHighWaterMark = 256;

/** A dialler needs two sockets, one for its events; libzmq's own limit of 1,023 would be met by load drivers. */
const maxSockets = 32_768;
let context: Context | undefined;

/**
 * "Never": the far end would take a reconnected dealer for a new peer, and a session has to attach anew. libzmq's own
 * never (-1) throws away what has been received and not yet been read when the connection goes.
 */
const reconnectInterval = 2 ** 30;

/** For the first dealer; twice as long for each further one, so that slow networks have their time too. */
const firstWaitMs = 1_000;

const failures: readonly EventType[] = ['close', 'disconnect', 'handshake:error:protocol', 'handshake:error:auth', 'handshake:error:other'];

/** Here and not above: who speaks TCP only never loads the native library, and need not have it. */
const loadZeromq = (): Promise<typeof import('zeromq')> =>
  import('zeromq').catch((cause: unknown) => {
    throw new WireError('config_invalid', 'zmq:// endpoints need the package zeromq: npm install zeromq, or use tcp://', { cause });
  });

/**
 * A DEALER with its handshake done, which never connects again by itself. ZMTP heartbeats are off: TCP keep-alive finds vanished peers for nothing.
 */
export async function connectDealer(
  endpoint: string,
  host: string,
  port: number,
  limits: TransportLimits,
  giveUp: AbortSignal,
): Promise<{ readonly dealer: Dealer; readonly address: string }> {
  const zeromq = await loadZeromq();
  context ??= new zeromq.Context({ maxSockets });
  giveUp.throwIfAborted();
  const address = await resolved(endpoint, host, giveUp);
  const ipv6 = address.includes(':');
  const { Dealer } = zeromq;
  const options = {
    context,
    linger: limits.closeMs,
    reconnectInterval,
    ipv6,
    sendHighWaterMark,
    receiveHighWaterMark,
    maxMessageSize: limits.maxReceivedBytes,
    tcpKeepalive: 1,
    tcpKeepaliveIdle: 15,
    tcpKeepaliveInterval: 1,
    tcpKeepaliveCount: 10,
  };
  const target = `tcp://${ipv6 ? `[${address}]` : address}:${port}`;
  const silent: Dealer[] = []; // closed late: the next one must not get the memory, and so the name, of one that heard nothing
  try {
    for (let waitMs = firstWaitMs; ; waitMs *= 2) {
      const dealer = observed(() => new Dealer({ ...options })); // a copy: the constructor takes the context out of its argument
      const event = await shakeHands(dealer, target, waitMs, giveUp);
      if (event === 'handshake') return { dealer, address };
      silent.push(dealer);
      giveUp.throwIfAborted();
      if (event !== 'silence') throw unreachable(endpoint);
    }
  } finally {
    for (const dealer of silent) {
      if (!dealer.closed) dealer.linger = 0;
      dealer.close();
    }
  }
}

/**
 * libzmq's word on a connection. Now and then it has none though the far end is there: what reads the events of a dealer closed just
 * before, in the middle of its own connecting, can take them. So silence is answered with another dealer, in the dialler's own time.
 */
async function shakeHands(dealer: Dealer, target: string, waitMs: number, giveUp: AbortSignal): Promise<EventType | 'silence'> {
  let onSilence!: () => void;
  const silence = new Promise<'silence'>((resolve) => (onSilence = () => resolve('silence')));
  const timer = setTimeout(onSilence, waitMs);
  giveUp.addEventListener('abort', onSilence, { once: true });
  const event = firstOf(dealer, ['handshake', ...failures]);
  dealer.connect(target); // now that somebody listens for the events
  try {
    return await Promise.race([event, silence]);
  } finally {
    clearTimeout(timer);
    giveUp.removeEventListener('abort', onSilence);
  }
}

/**
 * A dealer whose events can be read. zeromq.js names that stream after an address in memory, and a socket of the past
 * that is still closing may hold the same name: then another is made while the failed one keeps its address.
 */
function observed(make: () => Dealer): Dealer {
  const failed: Dealer[] = [];
  try {
    for (;;) {
      const dealer = make();
      try {
        if (dealer.events) return dealer;
      } catch (cause) {
        failed.push(dealer);
        if (failed.length > 100) throw cause;
      }
    }
  } finally {
    for (const dealer of failed) dealer.close();
  }
}

/**
 * The first of these events, or 'end' when the socket is closed before. Read with `receive`, one reader at a time:
 * `events.on` keeps hold of the module realm that loaded zeromq first, which breaks the second spec file of a Jest worker.
 */
export async function firstOf(dealer: Dealer, types: readonly EventType[]): Promise<EventType> {
  try {
    for (;;) {
      const { type } = await dealer.events.receive();
      if (types.includes(type)) return type;
    }
  } catch {
    return 'end';
  }
}

/** libzmq says nothing at all about a name it cannot resolve, so that is done before. */
async function resolved(endpoint: string, host: string, giveUp: AbortSignal): Promise<string> {
  const given = new Promise<never>((_, reject) => {
    giveUp.addEventListener('abort', () => reject(giveUp.reason), { once: true });
  });
  const looked = lookup(host).catch((cause: unknown) => Promise.reject(unreachable(endpoint, cause)));
  return (await Promise.race([looked, given])).address;
}
