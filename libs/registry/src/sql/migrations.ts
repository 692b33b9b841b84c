import type { Migration, MigrationProvider } from 'kysely/migration';
import { firstTables } from './migration-0001.js';
import { administration } from './migration-0002.js';
import { checksums } from './migration-0003.js';
import type { ColumnTypes } from './schema.js';

/** In order; a migration that was released is never changed again. */
export const migrations = (types: ColumnTypes): MigrationProvider => {
  const all: Record<string, Migration> = {
    '0001-first-tables': firstTables(types),
    '0002-administration': administration(types),
    '0003-checksums': checksums,
  };
  return { getMigrations: async () => all };
};
