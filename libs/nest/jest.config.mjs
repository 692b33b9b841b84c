import preset from '../../jest.preset.mjs';

export default { ...preset, testTimeout: Math.max(preset.testTimeout ?? 0, 20_000) };
