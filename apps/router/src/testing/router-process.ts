import { createEpoch, encodeId, hpkeSeal, Keyring, label, PrivateIdentity, randomBytes, X25519Key } from '@keyway/crypto';
import { RpcServer, type RpcHandler } from '@keyway/service-kit';
import { serviceKeyId, signManifest } from '@keyway/session';
import {
  encodeEpochList,
  encodeKeyringAnswer,
  encodeManifestAnswer,
  encodeSignedManifest,
  encodeTicketBody,
  suiteIds,
  type EpochEntry,
  type SessionSettings,
} from '@keyway/wire';
import { sealTicket } from '@keyway/crypto';
import type { Channel, RouterKey, VerifiedManifest } from '@keyway/session';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TestAuth } from './auth.js';
import { RealAuth } from './real-auth.js';

interface Line {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** On SIGUSR2 the thread of the mailboxes ends, as if it had crashed. */
const mortalStore = `data:text/javascript,${encodeURIComponent(`
  import threads from 'node:worker_threads';
  import { syncBuiltinESMExports } from 'node:module';
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(...what) { super(...what); process.on('SIGUSR2', () => void this.terminate()); }
  };
  syncBuiltinESMExports();
`)}`;

/** A router as a process of its own, from its build, like a supervisor starts it. */
export class RouterProcess {
  readonly lines: Line[] = [];
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;

  constructor(env: Readonly<Record<string, string>>) {
    const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
    const options = {
      env: { PATH: '/usr/bin:/bin', NODE_OPTIONS: `--import=${mortalStore}`, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'] as const,
    };
    const child = (this.#child = spawn(process.execPath, [main], { ...options, stdio: [...options.stdio] }));
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    createInterface({ input: child.stdout! }).on('line', (text) => this.lines.push(lineOf(text)));
    createInterface({ input: child.stderr! }).on('line', (text) => this.lines.push({ event: 'stderr', text }));
  }

  /** The n-th line of its log with this event, waited for. */
  async line(event: string, n = 0): Promise<Line> {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const found = this.lines.filter((line) => line.event === event)[n];
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`no ${event} in ${JSON.stringify(this.lines)}`);
  }

  async get(path: string): Promise<{ readonly status: number; readonly body: string }> {
    const answer = await fetch(`${String((await this.line('listening'))['http'])}${path}`);
    return { status: answer.status, body: await answer.text() };
  }

  /** The value of a metric, all its series added up. */
  async count(name: string): Promise<number> {
    const series = (await this.get('/metrics')).body.split('\n').filter((line) => line.startsWith(`keyway_router_${name}{`));
    return series.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** A fleet of one router process, and auth played by the test over a real RPC server. */
export class RouterFleet {
  readonly folder = mkdtempSync(join(tmpdir(), 'keyway-router-'));
  readonly #root = PrivateIdentity.generate('ed25519');
  readonly fleet = this.#root.public.fingerprint;
  readonly #signing = PrivateIdentity.generate('ed25519');
  readonly #exchange = X25519Key.generate();
  readonly #authExchange = X25519Key.generate();
  readonly #authKeyId = serviceKeyId(this.#signing.public.spki, this.#authExchange.publicKey);
  readonly router: RouterKey = {
    keyId: serviceKeyId(this.#signing.public.spki, this.#exchange.publicKey),
    exchangeKey: this.#exchange.publicKey,
  };
  readonly #epoch: EpochEntry = createEpoch({
    id: 1,
    key: randomBytes(32),
    notBeforeMs: 0,
    issueUntilMs: Date.now() + 1e8,
    acceptUntilMs: Date.now() + 2e8,
  });
  readonly auth = new TestAuth();
  endpoints: readonly string[] = ['tcp://127.0.0.1:0', 'zmq://127.0.0.1:0'];
  #server: RpcServer | undefined;
  #real: RealAuth | undefined;
  #routers: RouterProcess[] = [];

  constructor() {
    mkdirSync(join(this.folder, 'data'), { mode: 0o700 });
    this.#write('signing.pem', this.#signing.toPem());
    this.#write('exchange.pem', this.#exchange.toPem());
  }

  async startAuth(): Promise<void> {
    const signed = this.#manifest();
    const aad = Buffer.concat([this.fleet, this.router.keyId]);
    const handlers: Readonly<Record<string, RpcHandler>> = {
      'auth.manifest': () => encodeManifestAnswer(signed),
      'auth.keyring': () => encodeKeyringAnswer(hpkeSeal(this.router.exchangeKey, label('keyring'), aad, encodeEpochList([this.#epoch]))),
    };
    const fromMemory: RpcHandler = ({ pattern, body }) => this.auth.answer(pattern, body);
    this.#server = new RpcServer({ endpoint: this.#rpc }, (pattern) => handlers[pattern] ?? fromMemory);
    await this.#server.listen();
  }
  /** Auth itself instead of a played one. */
  startRealAuth(): RealAuth {
    const { folder, fleet } = this;
    const keys = { keyId: this.#authKeyId, exchange: this.#authExchange, routerKeyId: this.router.keyId, routerExchange: this.#exchange };
    this.#real = new RealAuth({ folder, fleet, rpc: this.#rpc, manifest: this.#manifest(), ...keys });
    return this.#real;
  }
  async stopAuth(): Promise<void> {
    await this.#server?.close(0);
    await this.#real?.stop();
    this.#real = undefined;
    this.#server = undefined;
  }

  startRouter(env: Readonly<Record<string, string>> = {}): RouterProcess {
    const router = new RouterProcess({
      KEYWAY_HTTP_PORT: '0',
      KEYWAY_PARENT_WATCH: '1',
      KEYWAY_FLEET: encodeId(this.fleet),
      AUTH_RPC: this.#rpc,
      ROUTER_LISTEN: this.endpoints.join(),
      ROUTER_DATA: join(this.folder, 'data'),
      ROUTER_SIGNING_KEY_FILE: join(this.folder, 'signing.pem'),
      ROUTER_EXCHANGE_KEY_FILE: join(this.folder, 'exchange.pem'),
      ...env,
    });
    this.#routers.push(router);
    return router;
  }

  /** Waits for both edges; the next router takes the same ports. */
  async open(router: RouterProcess): Promise<RouterProcess> {
    this.endpoints = [(await router.line('edge_open'))['endpoint'] as string, (await router.line('edge_open', 1))['endpoint'] as string];
    return router;
  }
  async ready(router: RouterProcess): Promise<RouterProcess> {
    await router.line('ready');
    return this.open(router);
  }

  /** What a channel-broker would have granted. */
  channel(clientId: Uint8Array, settings: SessionSettings): Channel {
    const now = Date.now();
    const body = {
      channelId: randomBytes(32),
      clientId,
      channelSecret: randomBytes(32),
      suite: suiteIds.AES_256_GCM,
      issuedMs: now,
      validUntilMs: now + 3_600_000,
      rights: 13,
      serial: 1,
    };
    const ticket = sealTicket(new Keyring([this.#epoch]), now, this.fleet, encodeTicketBody(body));
    const manifest = { manifest: { fleet: this.fleet } } as unknown as VerifiedManifest; // attaching reads nothing else of it
    return { ...body, id: body.channelId, secret: body.channelSecret, ticket, settings, routers: [this.router.keyId], manifest };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#routers.map((router) => router.kill()));
    await this.stopAuth();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Signed, and names the router. */
  #manifest(): Uint8Array {
    const keys = { signingKey: this.#signing.public.spki, endpoints: [] };
    const router = { role: 'router', keyId: this.router.keyId, exchangeKey: this.#exchange.publicKey, ...keys } as const;
    const auth = { role: 'auth', keyId: this.#authKeyId, exchangeKey: this.#authExchange.publicKey, ...keys } as const;
    const now = Date.now();
    const manifest = {
      fleet: this.fleet,
      version: 1,
      notBeforeMs: now - 60_000,
      expiresMs: now + 86_400_000,
      services: [router, auth],
      suites: [1],
      groups: [1],
    };
    return encodeSignedManifest(signManifest(manifest, this.#root));
  }
  get #rpc(): string {
    return `ipc://${this.folder}/rpc/auth`;
  }
  #write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), content, { mode: 0o600 });
  }
}

function lineOf(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { event: 'text', text };
  }
}
