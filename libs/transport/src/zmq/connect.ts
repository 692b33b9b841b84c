import { lookup } from 'node:dns/promises';
import type { Dealer } from 'zeromq';
import { unreachable } from '../errors.js';
import type { TransportLimits } from '../transport.js';

/** Messages libzmq may hold for the peer. It counts no bytes: 64 records of 64 KiB are 4 MiB, and ours wait in our own queue. */
const sendHighWaterMark = 64;
/** Larger: when a connection drops while this queue is full, libzmq loses what the kernel still holds. */
const receiveHighWaterMark = 256;

/**
 * A DEALER with its handshake done. It never connects again by itself: the far end would take it for a new peer, and
 * a session has to attach anew. ZMTP heartbeats are off: TCP keep-alive finds vanished peers for nothing.
 */
export async function connectDealer(
  endpoint: string,
  host: string,
  port: number,
  limits: TransportLimits,
  giveUp: AbortSignal,
): Promise<{ readonly dealer: Dealer; readonly address: string }> {
  const { Dealer } = await import('zeromq'); // here, so that who speaks TCP only never loads the native library
  const address = await resolved(endpoint, host, giveUp);
  const ipv6 = address.includes(':');
  const dealer = new Dealer({
    linger: limits.closeMs,
    reconnectInterval: -1,
    ipv6,
    sendHighWaterMark,
    receiveHighWaterMark,
    maxMessageSize: limits.maxMessageBytes,
    tcpKeepalive: 1,
    tcpKeepaliveIdle: 15,
    tcpKeepaliveInterval: 1,
    tcpKeepaliveCount: 10,
  });
  return new Promise((resolve, reject) => {
    let settled = false;
    const settle = (failure?: unknown): void => {
      if (settled) return;
      settled = true;
      giveUp.removeEventListener('abort', onGiveUp);
      if (failure === undefined) return resolve({ dealer, address });
      dealer.linger = 0;
      dealer.close();
      reject(failure);
    };
    const onGiveUp = (): void => settle(giveUp.reason);
    const onFailure = (): void => settle(unreachable(endpoint));
    giveUp.addEventListener('abort', onGiveUp);
    dealer.events.on('handshake', () => settle());
    for (const failure of ['close', 'disconnect', 'handshake:error:protocol', 'handshake:error:auth', 'handshake:error:other'] as const) {
      dealer.events.on(failure, onFailure);
    }
    dealer.connect(`tcp://${ipv6 ? `[${address}]` : address}:${port}`);
  });
}

/** libzmq says nothing at all about a name it cannot resolve, so that is done before. */
async function resolved(endpoint: string, host: string, giveUp: AbortSignal): Promise<string> {
  const given = new Promise<never>((_, reject) => {
    giveUp.addEventListener('abort', () => reject(giveUp.reason), { once: true });
  });
  const looked = lookup(host).catch((cause: unknown) => Promise.reject(unreachable(endpoint, cause)));
  return (await Promise.race([looked, given])).address;
}
