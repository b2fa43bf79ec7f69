// `npm run bench`: measures what test/bench measures, one bench after another, each in a process of its own.
// `npm run bench -- --check` fails when a limit is missed; further words keep the benches whose file name holds one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { basename } from 'node:path';
import { ensureBuilt } from './kit/built.mjs';
import { tableOf, verdictOn } from './kit/figures.mjs';
import { filesUnder } from './kit/files.mjs';
import { ensureInstalled } from './kit/install.mjs';
import { goOnUnderNode24 } from './kit/node24.mjs';
import { at } from './kit/root.mjs';
import { runInFront } from './kit/run.mjs';
import { say, secondsSince, stop } from './kit/say.mjs';

await ensureInstalled();
await goOnUnderNode24();
const buildFailure = await ensureBuilt();
if (buildFailure) stop(buildFailure);

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isAsked = (file) => words.length === 0 || words.some((word) => basename(file).includes(word));
const files = filesUnder('test/bench').filter((file) => file.endsWith('.bench.ts') && isAsked(file));
if (files.length === 0) stop(`No bench in test/bench has a file name with ${words.join(' or ')}.`);

const figures = [];
const broken = [];
for (const file of files) {
  const start = performance.now();
  say(`${basename(file, '.bench.ts')} ...`);
  let result;
  const options = { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], onMessage: (message) => (result = message) };
  const code = await runInFront(process.execPath, [at('test', 'kit', 'bench-process.ts'), at(file)], options);
  if (code === 0 && result) figures.push(...result.figures.map((figure) => ({ bench: result.name, ...figure })));
  else broken.push(file);
  say(`  ${secondsSince(start)}`);
}

say(`\n${tableOf(figures)}`);
const machine = {
  platform: platform(),
  arch: arch(),
  cpus: cpus().length,
  memory_bytes: totalmem(),
  node: process.version,
};
mkdirSync(at('test-results'), { recursive: true });
const verdicts = figures.map((figure) => ({ ...figure, verdict: verdictOn(figure) }));
writeFileSync(at('test-results', 'bench.json'), `${JSON.stringify({ machine, figures: verdicts }, null, 2)}\n`);

for (const file of broken) say(`Ended without figures: ${file}`);
const missed = figures.filter((figure) => verdictOn(figure) === 'MISSED').length;
if (process.argv.includes('--check'))
  say(
    missed > 0
      ? `${missed} of ${figures.length} figures miss their limit.`
      : `Every limit ${broken.length > 0 ? 'that was measured ' : ''}is kept.`,
  );
process.exitCode = broken.length > 0 || (missed > 0 && process.argv.includes('--check')) ? 1 : 0;
