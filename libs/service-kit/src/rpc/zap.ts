import { Reply, type Context } from 'zeromq';
import { decodeZ85 } from './z85.js';

/**
 * Decides who may finish a CURVE handshake (ZeroMQ RFC 27): holders of a listed key, nobody else, and no other mechanism.
 * libzmq asks one handler per context and lets everybody in when there is none: bind this before the server, close it after.
 */
export class ZapGate {
  readonly #socket: Reply;
  readonly #allowed: ReadonlySet<string>;

  private constructor(
    context: Context,
    allow: readonly string[],
    private readonly refused: () => void,
  ) {
    this.#socket = new Reply({ context, linger: 0 });
    this.#allowed = new Set(allow.map((key) => Buffer.from(decodeZ85(key) ?? []).toString('hex')));
  }

  static async open(context: Context, allow: readonly string[], refused: () => void): Promise<ZapGate> {
    const gate = new ZapGate(context, allow, refused);
    await gate.#socket.bind('inproc://zeromq.zap.01');
    void gate.#serve();
    return gate;
  }

  close(): void {
    this.#socket.close();
  }

  async #serve(): Promise<void> {
    try {
      for await (const frames of this.#socket) await this.#socket.send(this.#judge(frames));
    } catch {
      // closed while an answer was on its way
    }
  }

  #judge([version, requestId, , , , mechanism, key]: readonly Buffer[]): (string | Buffer)[] {
    const known = version?.toString() === '1.0' && mechanism?.toString() === 'CURVE' && this.#allowed.has(key?.toString('hex') ?? '');
    if (!known) this.refused();
    const verdict = known ? ['200', 'OK', 'service', ''] : ['400', 'not accepted', '', ''];
    return ['1.0', requestId ?? Buffer.alloc(0), ...verdict];
  }
}
