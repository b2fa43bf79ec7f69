// `npm run generate`: writes what follows from the code into docs/ and ARCHITECTURE.md. With `-- --check` it writes
// nothing, names what is not fresh and ends with exit code 1.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureInstalled } from './kit/install.mjs';
import { goOnUnderNode24 } from './kit/node24.mjs';
import { at } from './kit/root.mjs';
import { say } from './kit/say.mjs';

await ensureInstalled();
await goOnUnderNode24();
const { commandGuide } = await import('./kit/command-guide.mjs');
const { errorGuide } = await import('./kit/error-guide.mjs');
const { withDiagram } = await import('./kit/diagram.mjs');
const { openApiText } = await import('./kit/openapi-text.mjs');

const read = (path) => (existsSync(at(path)) ? readFileSync(at(path), 'utf8') : '');

const generated = {
  'docs/openapi.json': openApiText(),
  'docs/guide/cli.md': commandGuide(),
  'docs/guide/errors.md': await errorGuide(),
  'ARCHITECTURE.md': withDiagram(read('ARCHITECTURE.md')),
};

const stale = Object.keys(generated).filter((path) => read(path) !== generated[path]);
if (process.argv.includes('--check')) {
  for (const path of stale) say(`${path} is not what the code says: run \`npm run generate\` and commit it.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of stale) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), generated[path]);
    say(`Wrote ${path}.`);
  }
  if (stale.length === 0) say('Everything generated is fresh.');
}
