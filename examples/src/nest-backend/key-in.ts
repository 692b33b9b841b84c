import { PrivateIdentity } from '@keyway/client';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key in a folder, made at the first start: whoever holds it is this back end. */
export async function keyIn(folder: string): Promise<PrivateIdentity> {
  const path = join(folder, 'key.pem');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return PrivateIdentity.fromPem(await readFile(path, 'utf8'));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    const identity = PrivateIdentity.generate('ed25519');
    await writeFile(path, identity.toPem(), { mode: 0o600, flag: 'wx' });
    return identity;
  }
}
