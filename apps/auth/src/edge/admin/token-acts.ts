import { WireError, type AdminCalls, type TokenEntry } from '@keyway/wire';
import { memberRights, operatorRights } from '../../core/rights.js';
import { read, type Act } from './act.js';
import { freeName } from './client-acts.js';

/** Tokens there may be, those that ended within a week among them: the whole list fits one answer. */
export const mostTokens = 1_024;

export const createToken: Act<AdminCalls['createToken']> = async (acting, { lifetimeS, uses, name, operator }) => {
  const { unit, nowMs, vault } = acting;
  if (name !== '' && uses !== 1)
    throw new WireError('malformed', 'a token with a name is for one client: leave the name out, or allow one use');
  if ((await unit.tokens()).length >= mostTokens)
    throw new WireError('too_large', `there are ${mostTokens} tokens: one that has ended is forgotten after a week`);
  const wanted = name === '' ? undefined : await freeName(acting, name, undefined);
  if (wanted instanceof WireError) throw wanted;
  const expiresMs = nowMs + lifetimeS * 1_000;
  const { id, secret, wrapped } = vault.make(nowMs, expiresMs);
  const rights = operator ? operatorRights : memberRights;
  await unit.addToken({ id, wrapped, createdMs: nowMs, expiresMs, uses, used: 0, name: wanted?.name, rights, revoked: false });
  if (wanted)
    await unit.addName({ name: wanted.name, skeleton: wanted.skeleton, clientId: undefined, tokenId: id, ownerId: undefined }, nowMs);
  return {
    answer: { token: { id, secret, expiresMs } },
    action: 'token_created',
    detail: { token: id, uses, name: wanted?.name, rights, expires_ms: expiresMs },
  };
};

export const listTokens: Act<AdminCalls['listTokens']> = async ({ unit }) => {
  const tokens = (await unit.tokens()).map(({ id, createdMs, expiresMs, uses, used, name, revoked }): TokenEntry => ({
    id,
    createdMs,
    expiresMs,
    uses,
    used,
    name: name ?? '',
    revoked,
  }));
  return read('tokens', { tokens });
};

export const revokeToken: Act<AdminCalls['revokeToken']> = async ({ unit, nowMs }, { id }) => {
  if (!(await unit.token(id))) throw new WireError('malformed', 'this fleet has no token with this id: list them');
  await unit.revokeToken(id, nowMs);
  await unit.dropNameFor(id);
  return { action: 'token_revoked', detail: { token: id } };
};
