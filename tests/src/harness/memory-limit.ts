import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atEnd } from './places.js';

// version 2 of cgroups has everything in one tree, version 1 a tree for memory alone
const trees = [
  { root: '/sys/fs/cgroup', is: 'cgroup.controllers', limit: 'memory.max', ours: /^0::(.*)$/m },
  { root: '/sys/fs/cgroup/memory', is: 'memory.limit_in_bytes', limit: 'memory.limit_in_bytes', ours: /^\d+:memory:(.*)$/m },
] as const;

/** Processes that together may use so much memory; the system kills them when they cannot do with it. */
export class MemoryLimit {
  private constructor(
    private readonly folder: string,
    private readonly home: string,
  ) {}

  /** To be made before what is limited is started. @returns undefined where this process may not set limits. */
  static of(bytes: number): MemoryLimit | undefined {
    const tree = trees.find(({ root, is }) => existsSync(join(root, is)));
    if (!tree) return undefined;
    const folder = join(tree.root, `keyway-tests-${process.pid}`);
    try {
      mkdirSync(folder);
      atEnd(async () => rmdirSync(folder));
      const limit = join(folder, tree.limit);
      if (!existsSync(limit)) return undefined;
      writeFileSync(limit, String(bytes));
      return new MemoryLimit(folder, join(tree.root, tree.ours.exec(readFileSync('/proc/self/cgroup', 'latin1'))?.[1] ?? ''));
    } catch {
      return undefined;
    }
  }

  /** What this process starts meanwhile is limited; this process itself is not, when that is done. */
  async whileStarting(start: () => Promise<unknown>): Promise<void> {
    enter(this.folder);
    try {
      await start();
    } finally {
      enter(this.home);
    }
  }
}

const enter = (folder: string): void => writeFileSync(join(folder, 'cgroup.procs'), String(process.pid));
