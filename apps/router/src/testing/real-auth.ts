import { encodeId, hpkeOpen, Keyring, label, MlKemKey, PrivateIdentity, randomBytes, sealTicket, X25519Key } from '@keyway/crypto';
import { RpcClient } from '@keyway/service-kit';
import { beginChannelRequest, sealAdminCall, type Channel, type VerifiedManifest } from '@keyway/session';
import {
  decodeAuthorizeAnswer,
  decodeEpochList,
  decodeKeyringAnswer,
  encodeAdminCall,
  encodeAuthorizeCall,
  encodeEnvelope,
  encodeKeyringCall,
  encodeTicketBody,
  suiteIds,
  type AdminCalls,
  type SessionSettings,
  type SparseOneOf,
} from '@keyway/wire';
import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const leaseMs = 3_600_000;

/** Whose channels auth gives out: as `RouterFleet` has it. */
export interface Founding {
  readonly folder: string;
  readonly fleet: Uint8Array;
  readonly rpc: string;
  /** An encoded SignedManifest that names the router, and auth with these keys. */
  readonly manifest: Uint8Array;
  readonly keyId: Uint8Array;
  readonly exchange: X25519Key;
  readonly routerKeyId: Uint8Array;
  readonly routerExchange: X25519Key;
}

/** The auth of this repository as a process of its own, and the channel-broker's part in a few lines. */
export class RealAuth {
  readonly operator = PrivateIdentity.generate('ed25519');
  readonly #child: ChildProcess;
  readonly #rpc: RpcClient;
  readonly #ended: Promise<unknown>;

  constructor(private readonly founding: Founding) {
    const { folder, fleet, rpc, manifest, exchange } = founding;
    const path = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content, { mode: 0o600 });
      return join(folder, name);
    };
    const env = {
      PATH: '/usr/bin:/bin',
      KEYWAY_HTTP_PORT: '0',
      KEYWAY_PARENT_WATCH: '1',
      KEYWAY_FLEET: encodeId(fleet),
      AUTH_DATA: join(folder, 'auth'),
      AUTH_RPC_BIND: rpc,
      AUTH_MANIFEST_FILE: path('manifest.bin', manifest),
      AUTH_EXCHANGE_KEY_FILE: path('auth-exchange.pem', exchange.toPem()),
      AUTH_OPERATORS: path('operators.pem', pemOf(this.operator.public.spki)),
      AUTH_KEK_FILE: path('kek', Buffer.from(randomBytes(32)).toString('base64')),
    };
    const main = fileURLToPath(new URL('../../../auth/dist/main.js', import.meta.url));
    this.#child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#rpc = new RpcClient({ endpoint: rpc });
  }

  /** A channel as a channel-broker would have granted it, after auth has said yes. */
  async channel(identity: PrivateIdentity, settings: SessionSettings): Promise<Channel> {
    const { fleet, routerKeyId } = this.founding;
    const now = Date.now();
    const ephemeral = { x25519: X25519Key.generate(), mlKem: MlKemKey.generate() };
    const { request } = beginChannelRequest({ identity, fleet, ...ephemeral, salt: randomBytes(32), nowMs: now, enrol: true });
    const asked = {
      request: encodeEnvelope({ kind: 'channel_request', value: request }),
      source: 'tcp:192.0.2.1',
      validUntilMs: now + leaseMs,
    };
    const answer = decodeAuthorizeAnswer(await this.#rpc.call('auth.authorize', encodeAuthorizeCall(asked), 10_000))!;
    if (answer.code !== 0) throw new Error(`auth says ${answer.code}`);
    const body = {
      ...{ channelId: randomBytes(32), clientId: identity.public.fingerprint, channelSecret: randomBytes(32) },
      ...{ suite: suiteIds.AES_256_GCM, issuedMs: now, validUntilMs: now + leaseMs, rights: answer.rights, serial: answer.serial },
    };
    const ticket = sealTicket(await this.#tickets(), now, fleet, encodeTicketBody(body));
    const manifest = { manifest: { fleet } } as unknown as VerifiedManifest; // attaching reads nothing else of it
    return { ...body, id: body.channelId, secret: body.channelSecret, ticket, settings, routers: [routerKeyId], manifest };
  }

  /** What an operator puts into a request to keyway.admin. */
  sealed(call: SparseOneOf<AdminCalls>): Uint8Array {
    const { fleet, keyId, exchange } = this.founding;
    return sealAdminCall({
      ...{ fleet, auth: { keyId, exchangeKey: exchange.publicKey }, identity: this.operator, call: encodeAdminCall(call) },
      ...{ timeMs: Date.now(), nonce: randomBytes(16), answerKey: randomBytes(32), ephemeral: X25519Key.generate() },
    });
  }

  async stop(): Promise<void> {
    this.#rpc.close();
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #tickets(): Promise<Keyring> {
    const { fleet, routerKeyId, routerExchange } = this.founding;
    const sealed = decodeKeyringAnswer(await this.#rpc.call('auth.keyring', encodeKeyringCall(routerKeyId), 10_000))!;
    return new Keyring(decodeEpochList(hpkeOpen(routerExchange, label('keyring'), Buffer.concat([fleet, routerKeyId]), sealed)!)!);
  }
}

const pemOf = (spki: Uint8Array): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(spki).toString('base64')}\n-----END PUBLIC KEY-----\n`;
