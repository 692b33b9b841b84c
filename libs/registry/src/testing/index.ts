export { registryCompliance } from './compliance.js';
export type { RegistryPlace } from './compliance.js';
