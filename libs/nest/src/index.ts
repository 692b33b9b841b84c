export { Content } from './content.js';
export { KeywayException } from './fault.js';
export { KeywayClient, KeywayRecord, type KeywayClientOptions } from './keyway-client.js';
export { KeywayContext } from './keyway-context.js';
export { KeywayErrorFilter } from './keyway-error.filter.js';
export { KeywayServer, keywayTransport, type KeywayServerOptions } from './keyway-server.js';
export type { ClientSource } from './own-client.js';
