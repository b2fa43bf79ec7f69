// `npm start`: from a clean clone to a running Peil. Installs and builds only what is missing, so that every later
// start is as quick as the server itself.
import { ensureBuilt } from './kit/built.mjs';
import { ensureInstalled } from './kit/install.mjs';
import { runProgram } from './kit/program.mjs';
import { stop } from './kit/say.mjs';

await ensureInstalled();
const failure = await ensureBuilt();
if (failure)
  stop(`${failure}\nPeil could not be built from the sources in src/. Mend what stands above and start again.`);
await runProgram(['serve', ...process.argv.slice(2)]);
