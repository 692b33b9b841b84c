// `node --import` it to run a child process of a spec from the TypeScript sources. Never shipped: `dist` holds only what tsc emits.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

process.removeAllListeners('warning'); // stripTypeScriptTypes is experimental

registerHooks({
  resolve(specifier, context, next) {
    const conditions = ['@keyway/source', ...context.conditions];
    if (!/^\.{1,2}\//.test(specifier)) return next(specifier, { ...context, conditions });
    try {
      return next(specifier, context);
    } catch (error) {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      return next(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'), { mode: 'transform' });
    return { format: 'module', source, shortCircuit: true };
  },
});
