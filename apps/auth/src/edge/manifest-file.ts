import { encodeId } from '@keyway/crypto';
import type { Logger } from '@keyway/service-kit';
import { verifyManifest, type VerifiedManifest } from '@keyway/session';
import { decodeSignedManifest, encodeManifestAnswer, encodeSignedManifest, limits, WireError } from '@keyway/wire';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';

const lookMs = 500;

/** The signed manifest on disk: verified when it is read, and read again when it changes. A bad one changes nothing. */
export class ManifestFile {
  #held: VerifiedManifest;
  #answer: Uint8Array;
  #seen: string;
  readonly #timer: NodeJS.Timeout;

  /** Throws WireError `file_unreadable`, `fleet_key_mismatch` or `bad_manifest`, with the path and what to do. */
  constructor(
    private readonly path: string,
    private readonly fleet: Uint8Array,
    private readonly logger: Logger,
  ) {
    this.#seen = stamp(path);
    this.#held = this.#read(0);
    this.#answer = answerOf(this.#held);
    this.#timer = setInterval(() => this.#look(), lookMs).unref();
  }

  get current(): VerifiedManifest {
    return this.#held;
  }

  /** The body of an answer to `auth.manifest`. */
  get answer(): Uint8Array {
    return this.#answer;
  }

  #reload(): void {
    try {
      const verified = this.#read(this.#held.manifest.version);
      this.#held = verified;
      this.#answer = answerOf(verified);
      this.logger.info('manifest_read', {
        version: verified.manifest.version,
        expires: new Date(verified.manifest.expiresMs).toISOString(),
      });
    } catch (thrown) {
      this.logger.error('manifest_refused', { path: this.path, kept_version: this.#held.manifest.version }, thrown);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const seen = stamp(this.path);
    if (seen === this.#seen || seen === '') return;
    this.#seen = seen;
    this.#reload();
  }

  #read(newestVersion: number): VerifiedManifest {
    const signed = decodeSignedManifest(bytesOf(this.path));
    if (!signed) throw new WireError('bad_manifest', `${this.path} holds no signed manifest`);
    const verified = verifyManifest(signed, this.fleet, Date.now(), newestVersion);
    if (verified === 'fleet_key_mismatch') {
      throw new WireError(verified, `${this.path} is not signed by ${encodeId(this.fleet)}, which KEYWAY_FLEET names`);
    }
    if (typeof verified === 'string') throw new WireError(verified, `${this.path}: sign a new manifest with the fleet root key`);
    return verified;
  }
}

const answerOf = ({ signed }: VerifiedManifest): Uint8Array => encodeManifestAnswer(encodeSignedManifest(signed));

function bytesOf(path: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    if (fstatSync(descriptor).size > limits.answerBytes) throw new WireError('bad_manifest', `${path} is too large for a manifest`);
    return readFileSync(descriptor);
  } catch (cause) {
    if (cause instanceof WireError) throw cause;
    throw new WireError('file_unreadable', `${path} (${String((cause as NodeJS.ErrnoException).code)}), which AUTH_MANIFEST_FILE names`, {
      cause,
    });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Changes whenever the file does; '' while there is none. */
function stamp(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
}
