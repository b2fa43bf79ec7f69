#!/usr/bin/env node
// The `peil` command in a checkout: builds quietly when the sources changed, then hands every argument to the program.
import { ensureBuilt } from '../scripts/kit/built.mjs';
import { ensureInstalled } from '../scripts/kit/install.mjs';
import { runProgram } from '../scripts/kit/program.mjs';
import { stop } from '../scripts/kit/say.mjs';

// Standard output belongs to the command: it may be piped into something that reads it.
await ensureInstalled({ report: (line) => process.stderr.write(`${line}\n`) });
const failure = await ensureBuilt({ report: () => undefined });
if (failure)
  stop(`${failure}\nPeil could not be built from the sources in src/. Mend what stands above and run this again.`);
await runProgram(process.argv.slice(2));
