import type { Damage } from '@keyway/registry';
import type { ServiceKit } from '@keyway/service-kit';

/** Tells operators what is damaged in the registry: in the log once, in numbers for as long as auth runs. */
export function damageReport({ logger, metrics }: Pick<ServiceKit, 'logger' | 'metrics'>, path: string): (damage: Damage) => void {
  let rows = 0;
  let lost = 0;
  metrics.gauge('auth_registry_damaged_rows', 'rows that are not as they were written, and not believed', () => rows);
  metrics.gauge('auth_registry_lost_changes', 'the newest changes that are missing, at most so many', () => lost);
  return (damage) => {
    if (damage.kind === 'index') return logger.warn('registry_index_made_anew', { path, fault: damage.detail });
    if (damage.kind === 'rows') rows += damage.rows;
    else lost += damage.changes;
    const { kind: _, ...what } = damage;
    logger.error('registry_damaged', { path, ...what, advice: 'the rest is used, nothing was deleted: restore the file from a copy' });
  };
}
