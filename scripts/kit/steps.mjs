import { filesUnder } from './files.mjs';
import { at } from './root.mjs';
import { runQuietly } from './run.mjs';
import { say, secondsSince } from './say.mjs';

/** A tool of node_modules with its arguments. */
const tool = (name, args, judge) => ({ command: at('node_modules', '.bin', name), args, judge });

const checked = ['src', 'test', 'scripts', 'bin', 'examples'];

/** What is checked without running Peil, in the order in which it is told. */
const steps = {
  format: tool('oxfmt', ['--check']),
  lint: tool('oxlint', ['--type-aware', '--deny-warnings', ...checked, 'vite.config.ts', 'vitest.config.ts']),
  'types of server and tests': tool('tsc', ['-p', 'tsconfig.json']),
  'types of the page': tool('tsc', ['-p', 'tsconfig.web.json']),
  boundaries: tool(
    'depcruise',
    ['src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    judgeBoundaries,
  ),
  'dead code': tool('knip', ['--no-progress', '--no-config-hints']),
};

/** The cruiser has been seen to read nothing and find nothing wrong with it: it must have seen every file. */
function judgeBoundaries({ code, stdout, output }) {
  let cruise;
  try {
    cruise = JSON.parse(stdout);
  } catch {
    return { code: code || 1, output };
  }
  const seen = new Set(cruise.modules.map(({ source }) => source));
  const unseen = filesUnder('src').filter((file) => /\.tsx?$/.test(file) && !seen.has(file.replaceAll('\\', '/')));
  const lines = [
    ...cruise.summary.violations.map((violation) => violationText(violation, cruise)),
    ...unseen.map((file) => `not seen by the cruiser: ${file}`),
    ...(cruise.summary.totalCruised === 0 ? ['The cruiser saw no module at all.'] : []),
  ];
  return { code: lines.length > 0 ? 1 : code, output: lines.join('\n') };
}

function violationText({ rule, from, to, cycle }, { summary }) {
  const path = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  const { comment } = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name) ?? {};
  return `${rule.name}: ${path.join(' -> ')}${comment ? ` (${comment})` : ''}`;
}

async function runStep(name) {
  const { command, args, judge = (result) => result } = steps[name];
  const start = performance.now();
  const { code, output } = judge(await runQuietly(command, args));
  say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${secondsSince(start)})`);
  if (code !== 0) say(`${output.trim()}\n`);
  return code === 0;
}

/** Runs every step, two at a time, and resolves to the names of those that failed. */
export async function runSteps() {
  const waiting = Object.keys(steps);
  const failed = [];
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      if (!(await runStep(name))) failed.push(name);
    }
  };
  await Promise.all([work(), work()]);
  return failed;
}
