import type { AdminCall, AdminCalls } from '@keyway/wire';
import type { Act, Acting, Done } from './act.js';
import { addClients, block, changeClient, listClients, revoke, unblock } from './client-acts.js';
import { getHealth, getPolicy, getSettings, listAudit, setPolicy, setSettings } from './fleet-acts.js';
import { declareService, listServices, removeService } from './service-acts.js';
import { createToken, listTokens, revokeToken } from './token-acts.js';

const acts: { readonly [Kind in keyof AdminCalls]: Act<AdminCalls[Kind]> } = {
  getPolicy,
  setPolicy,
  addClients,
  listClients,
  changeClient,
  block,
  unblock,
  revoke,
  createToken,
  listTokens,
  revokeToken,
  getSettings,
  setSettings,
  listAudit,
  declareService,
  listServices,
  removeService,
  getHealth,
};

export const carryOut = (acting: Acting, { kind, value }: AdminCall): Promise<Done> => (acts[kind] as Act<typeof value>)(acting, value);
