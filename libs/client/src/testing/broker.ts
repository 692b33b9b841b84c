import type { Keyring, PrivateIdentity } from '@keyway/crypto';
import { encodeId, equal, PublicIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import type { EnrolmentToken, VerifiedManifest } from '@keyway/session';
import {
  checkRequest,
  choose,
  enrolmentToken,
  grantChannel,
  requestHash,
  tokenKeyOf,
  tokenProofFits,
  verifyRequest,
} from '@keyway/session';
import type { Listener } from '@keyway/transport';
import { tcpTransport } from '@keyway/transport';
import type { ChannelRequest, ErrorReason, SessionSettings } from '@keyway/wire';
import { codeOf, decodeEnvelope, encodeEnvelope } from '@keyway/wire';

/** Issues channels to everybody who asks: the smallest channel-broker a client can tell from none. */
export class TestBroker {
  /** Refuse every request so; undefined: serve. */
  refuseWith: ErrorReason | undefined;
  /** Take requests and never answer. */
  silent = false;
  /** Answer requests that were signed for another fleet, as an impostor would. */
  credulous = false;
  /** Enrol only who proves one of these; undefined: everybody. */
  tokens: EnrolmentToken[] | undefined;
  leaseMs = 3_600_000;
  requests = 0;
  /** Requests that carried the key. */
  enrolments = 0;
  readonly clients = new Map<string, PublicIdentity>();
  #serial = 0;
  #listener: Listener | undefined;

  constructor(
    private readonly manifest: () => VerifiedManifest,
    private readonly keyId: Uint8Array,
    private readonly signer: PrivateIdentity,
    private readonly tickets: Keyring,
    private readonly settings: () => SessionSettings,
    private readonly routers: readonly Uint8Array[],
    private readonly nowMs: () => number,
  ) {}

  async listen(port: number): Promise<number> {
    this.#listener = await tcpTransport().listen(`tcp://127.0.0.1:${port}`, (link) => ({
      received: (bytes) => {
        const asked = decodeEnvelope(bytes);
        if (asked?.kind === 'manifest_request') link.send(encodeEnvelope({ kind: 'manifest', value: this.manifest().signed }));
        if (asked?.kind !== 'channel_request' || this.silent) return;
        link.send(this.#answer(asked.value));
      },
      drained: () => undefined,
      closed: () => undefined,
    }));
    return Number(this.#listener.endpoint.split(':').at(-1));
  }

  async close(): Promise<void> {
    await this.#listener?.close();
    this.#listener = undefined;
  }

  #answer(request: ChannelRequest): Uint8Array {
    this.requests += 1;
    const manifest = this.manifest();
    const nowMs = this.nowMs();
    const fleet = this.credulous ? request.fleet : manifest.manifest.fleet;
    const bad = this.refuseWith ?? checkRequest(request, fleet, nowMs);
    const client = bad ?? this.#client(request);
    if (typeof client === 'string') return this.#refuse(request, client);
    const suite = choose(request.suites, manifest.manifest.suites);
    const group = choose(request.groups, manifest.manifest.groups);
    if (suite === undefined || group === undefined) return this.#refuse(request, 'suite_unsupported');
    const keys = { keyId: this.keyId, tickets: this.tickets, x25519: X25519Key.generate(), share: randomBytes(32) };
    const who = { client, rights: 1, serial: (this.#serial += 1), suite, group };
    const what = { validUntilMs: nowMs + this.leaseMs, nowMs, settings: this.settings(), routers: this.routers };
    const grant = grantChannel({ request, manifest, ...who, ...what, ...keys });
    if (grant === undefined) return this.#refuse(request, 'malformed');
    return encodeEnvelope({ kind: 'channel_grant', value: grant.finish(this.signer.sign(grant.toSign)) });
  }

  #client(request: ChannelRequest): PublicIdentity | ErrorReason {
    const id = encodeId(request.clientId);
    if (request.enrolKey.length > 0) {
      this.enrolments += 1;
      const key = PublicIdentity.fromSpki(request.enrolKey);
      if (encodeId(key.fingerprint) === id && verifyRequest(request, key) && this.#admits(request)) this.clients.set(id, key);
    }
    const client = this.clients.get(id);
    return client && verifyRequest(request, client) ? client : 'unauthorised';
  }

  #admits(request: ChannelRequest): boolean {
    if (this.tokens === undefined || this.clients.has(encodeId(request.clientId))) return true;
    const id = enrolmentToken(request);
    const token = id && this.tokens.find((one) => equal(one.id, id));
    return token !== undefined && tokenProofFits(request, tokenKeyOf(token.secret, request.fleet));
  }

  #refuse(request: ChannelRequest, reason: ErrorReason): Uint8Array {
    const value = { code: codeOf(reason), requestHash: requestHash(request), timeMs: this.nowMs(), retryAfterMs: 0 };
    return encodeEnvelope({ kind: 'refusal', value });
  }
}
