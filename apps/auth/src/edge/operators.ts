import { importPublicKey, isKeyError, type PublicIdentity } from '@keyway/crypto';
import type { Registry } from '@keyway/registry';
import type { Logger } from '@keyway/service-kit';
import { WireError } from '@keyway/wire';
import { readFileSync } from 'node:fs';
import { detailOf } from '../core/detail.js';
import { operatorRights } from '../core/rights.js';

/** In one PEM block, or in one line as OpenSSH writes it. */
const keys = /-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----|^ssh-\S+ \S+.*$/gm;

/** The public keys of a file. Throws WireError `file_unreadable`, or `key_damaged` and such, with the path. */
export function readOperators(path: string): readonly PublicIdentity[] {
  const found = [...textOf(path).matchAll(keys)].map(([text]) => {
    try {
      return importPublicKey(text);
    } catch (thrown) {
      if (!isKeyError(thrown)) throw thrown;
      throw new WireError(thrown.reason, `a key in ${path}, which AUTH_OPERATORS names (${thrown.message})`, { cause: thrown });
    }
  });
  if (found.length === 0) throw new WireError('key_missing', `${path}, which AUTH_OPERATORS names, holds no public key`);
  return found;
}

/** Makes them operators, each once: whom an operator blocked or took the right from does not come back with the next start. */
export async function appointOperators(registry: Registry, identities: readonly PublicIdentity[], logger: Logger): Promise<void> {
  const timeMs = Date.now();
  for (const { fingerprint: id, spki, kind } of identities) {
    const appointed = await registry.transact(async (unit) => {
      const isNew = await unit.addClient({ id, spki, rights: operatorRights, hidden: false, createdMs: timeMs });
      if (!(await unit.appoint(id, operatorRights))) return false;
      if (!isNew) await unit.revokeTickets(id); // what it has says less than it may
      await unit.note({ timeMs, actor: theFleet, action: 'operator_appointed', detail: detailOf({ client: id, kind }) });
      return true;
    });
    if (appointed) logger.info('operator_appointed', { kind });
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new WireError('file_unreadable', `${path} (${String((cause as NodeJS.ErrnoException).code)}), which AUTH_OPERATORS names`, {
      cause,
    });
  }
}

const theFleet = new Uint8Array(32);
