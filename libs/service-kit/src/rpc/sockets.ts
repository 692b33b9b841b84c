import { limits } from '@keyway/wire';
import { Context, Dealer, Router, type SocketOptions } from 'zeromq';
import { curvePublicKey, type CurveClient, type CurveServer } from './curve.js';

/**
 * One message is one part of at most this many bytes; a peer that sends more is cut off by libzmq before it is stored.
 * (A peer may still pile up parts of one message. Only services that hold a key, or may enter the ipc folder, get this far.)
 */
const shared = {
  linger: 0, // the default, forever, keeps a process from ending
  maxMessageSize: limits.rpcBytes,
  sendHighWaterMark: 64, // messages; the byte limits are ours
  receiveHighWaterMark: 64,
  heartbeatInterval: 5_000,
  heartbeatTimeout: 7_500,
  heartbeatTimeToLive: 12_500,
  handshakeInterval: 3_000,
} as const;

export function openRouter(context: Context | undefined, curve: CurveServer | undefined): Router {
  const socket = new Router({
    ...shared,
    ...(context && { context }),
    mandatory: true,
    sendTimeout: 0,
    backlog: 128,
  } as SocketOptions<Router>);
  if (curve) {
    socket.curveServer = true;
    socket.curveSecretKey = textOf(curve.secretKey);
    socket.zapDomain = 'keyway';
    socket.zapEnforceDomain = true;
  }
  return socket;
}

/** `reconnectInterval` is a day: a link that breaks is replaced by a new socket, so nothing old is sent later. */
export function openDealer(curve: CurveClient | undefined): Dealer {
  const socket = new Dealer({ ...shared, reconnectInterval: 86_400_000, connectTimeout: 3_000 } as SocketOptions<Dealer>);
  if (curve) {
    socket.curveServerKey = curve.serverKey;
    socket.curvePublicKey = curvePublicKey(curve.secretKey);
    socket.curveSecretKey = textOf(curve.secretKey);
  }
  return socket;
}

const textOf = (secret: CurveServer['secretKey']): string => secret.use((bytes) => Buffer.from(bytes).toString('latin1'));
