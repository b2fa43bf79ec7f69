// `npm run build`: the server as plain JavaScript in dist/server, the web page in dist/web. Both are made beside dist/
// and put in its place when they are whole, so that a build that fails leaves the last good one.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { sourceStamp } from './kit/built.mjs';
import { filesUnder } from './kit/files.mjs';
import { ensureInstalled } from './kit/install.mjs';
import { goOnUnderNode24 } from './kit/node24.mjs';
import { at } from './kit/root.mjs';
import { say, secondsSince } from './kit/say.mjs';
import { startOnce } from './kit/start-once.mjs';

await ensureInstalled();
await goOnUnderNode24();

/** The program, and the files it starts as a thread or process of their own: flat, so that each finds its neighbour. */
function serverEntries() {
  const own = filesUnder('src').filter((file) => /-(worker|child)\.ts$/.test(file));
  return Object.fromEntries(['src/main.ts', ...own].map((file) => [basename(file, '.ts'), at(file)]));
}

/** Packages that bring a binary of their own and must be loaded from node_modules. */
const native = [/^@duckdb\//, /^onnxruntime-/, 'pg-native'];

/**
 * What Fastify loads only for those who give it schemas or ask it without a network: read from node_modules if it ever is. Their
 * text, a sixth of the program's, would be in memory for as long as Peil runs.
 */
const unused = ['@fastify/ajv-compiler', '@fastify/fast-json-stringify-compiler', 'light-my-request'];

/** V8 keeps the source of a program; one character beyond Latin-1 makes each of its characters take two bytes. */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const inAscii = {
  name: 'in-ascii',
  generateBundle: (_options, files) => {
    for (const file of Object.values(files))
      if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
  },
};

async function buildServer(folder) {
  const { build } = await import('rolldown');
  await build({
    input: serverEntries(),
    platform: 'node',
    external: [...native, ...unused],
    plugins: [inAscii],
    tsconfig: at('tsconfig.json'),
    logLevel: 'warn',
    output: {
      dir: folder,
      format: 'esm',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      keepNames: true,
      // V8 keeps the text of a program as long as it runs.
      comments: { annotation: false, jsdoc: false, legal: true },
    },
  });
}

async function buildWeb(folder) {
  if (!existsSync(at('src', 'web', 'app', 'index.html')))
    return say('There is no web page yet (src/web/app/index.html): built without.');
  const { build } = await import('vite');
  await build({ configFile: at('vite.config.ts'), build: { outDir: folder, emptyOutDir: true } });
}

const start = performance.now();
const stamp = sourceStamp();
const fresh = at(`.cache/dist-${process.pid}`);
mkdirSync(fresh, { recursive: true });
try {
  await Promise.all([buildServer(`${fresh}/server`), buildWeb(`${fresh}/web`)]);
  await startOnce(`${fresh}/server/main.js`);
  writeFileSync(`${fresh}/.stamp`, stamp);
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(fresh, at('dist'));
  say(`Built dist/ in ${secondsSince(start)}.`);
} catch (cause) {
  // A mistake in the sources, which the message shows; where in the bundler it was noticed helps nobody.
  const { message } = cause;
  process.stderr.write(`${process.stderr.isTTY ? message : stripVTControlCharacters(message)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
