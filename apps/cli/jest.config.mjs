import preset from '../../jest.preset.mjs';

// real processes, also on a busy machine
export default { testTimeout: 30_000, ...preset };
