import preset from '../../jest.preset.mjs';

export default { testTimeout: 20_000, ...preset }; // child processes on a machine that has other things to do
