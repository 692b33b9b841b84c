import preset from '../jest.preset.mjs';

/** Fleets start and stop here: what takes two seconds alone takes ten on a busy machine. */
export default { testTimeout: 60_000, ...preset };
