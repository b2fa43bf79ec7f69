import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What V8 compiled is kept beside the bundle: the next start is quicker and takes 10 MB less. A folder that may not be
// written to leaves everything as it is.
if (import.meta.filename.endsWith('.js')) {
  enableCompileCache({ directory: join(import.meta.dirname, 'compiled'), portable: true });
}
const { runTerminal } = await import('./cli/run-terminal.ts');

process.exitCode = await runTerminal(process.argv.slice(2));
