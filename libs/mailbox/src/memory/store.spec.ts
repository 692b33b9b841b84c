import { mailboxCompliance } from '../testing/index.js';
import { openMemoryMailbox } from './store.js';

mailboxCompliance('memory', async () => ({ open: async (options) => openMemoryMailbox(options), remove: async () => undefined }), {
  durable: false,
});
