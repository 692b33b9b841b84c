import type { PolicyRow } from '@keyway/registry';
import { enrolmentIds, limits, seeingIds, servingIds, WireError, type AdminCalls, type AuditEntry, type Policy } from '@keyway/wire';
import { changedSettings } from '../../core/session-settings.js';
import { read, type Act } from './act.js';

export const getPolicy: Act<AdminCalls['getPolicy']> = async ({ unit }) => read('policy', { policy: policyOf(await unit.policy()) });

/** What is 0 stays as it is. */
export const setPolicy: Act<AdminCalls['setPolicy']> = async ({ unit }, said) => {
  const now = await unit.policy();
  const next: PolicyRow = {
    enrolment: nameOf(enrolmentIds, said.enrolment) ?? now.enrolment,
    seeing: nameOf(seeingIds, said.seeing) ?? now.seeing,
    serving: nameOf(servingIds, said.serving) ?? now.serving,
  };
  await unit.setPolicy(next);
  return { answer: { policy: policyOf(next) }, action: 'policy_set', detail: { ...next } };
};

const policyOf = ({ enrolment, seeing, serving }: PolicyRow): Policy => ({
  enrolment: enrolmentIds[enrolment],
  seeing: seeingIds[seeing],
  serving: servingIds[serving],
});

const nameOf = <Name extends string>(ids: Readonly<Record<Name, number>>, id: number): Name | undefined =>
  (Object.keys(ids) as Name[]).find((name) => ids[name] === id);

export const getSettings: Act<AdminCalls['getSettings']> = async ({ unit, ownSettings }) =>
  read('settings', { settings: (await unit.settings()) ?? ownSettings });

export const setSettings: Act<AdminCalls['setSettings']> = async ({ unit, ownSettings }, said) => {
  const settings = changedSettings((await unit.settings()) ?? ownSettings, said);
  if ('fault' in settings) throw new WireError('malformed', settings.fault);
  await unit.setSettings(settings);
  return { answer: { settings }, action: 'settings_set', detail: { ...settings } };
};

/** Bytes of entries in one answer, with room for what is around them. */
const auditBytes = limits.adminBytes - 65_536;
/** Of an entry, beside its texts. */
const entryBytes = 128;

export const listAudit: Act<AdminCalls['listAudit']> = async ({ unit }, { after, limit }) => {
  const rows = await unit.audit(after, limit + 1);
  const audit: AuditEntry[] = [];
  let bytes = 0;
  for (const row of rows.slice(0, limit)) {
    bytes += entryBytes + Buffer.byteLength(row.action) + Buffer.byteLength(row.detail);
    if (bytes > auditBytes && audit.length > 0) break;
    audit.push(row);
  }
  return read('audit', { audit, more: audit.length < rows.length });
};

export const getHealth: Act<AdminCalls['getHealth']> = async ({ unit, nowMs, health }) => {
  const { seq: auditSeq, hash: auditHash } = await unit.auditHead();
  return read('health', { health: { ...(await health()), ...(await unit.counts()), timeMs: nowMs, auditSeq, auditHash } });
};
