import preset from '../../jest.preset.mjs';

/** Clients, a fleet and child processes share two cores with everything else that is tested at the time. */
export default { ...preset, testTimeout: Math.max(preset.testTimeout ?? 0, 30_000) };
