import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateStoreCompliance } from '../testing/state-store-compliance.js';
import { FileStore } from './file.js';
import { MemoryStore } from './memory.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const inFolder = async (): Promise<string> => {
  folders.push(await mkdtemp(join(tmpdir(), 'keyway-store-')));
  return join(folders.at(-1)!, 'made', 'when missing');
};

stateStoreCompliance('MemoryStore', async () => {
  const store = new MemoryStore();
  return () => store;
});
stateStoreCompliance('FileStore', async () => {
  const folder = await inFolder();
  return () => new FileStore(folder);
});
stateStoreCompliance('FileStore that compacts all the time', async () => {
  const folder = await inFolder();
  return () => new FileStore(folder, { compactBytes: 1 });
});
