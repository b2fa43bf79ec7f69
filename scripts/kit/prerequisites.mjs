import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { filesUnder } from './files.mjs';
import { runQuietly } from './run.mjs';
import { say, secondsSince } from './say.mjs';

/**
 * Brings the programs that suites need and npm does not: installs them where we may, otherwise says what to install.
 * Resolves to a sentence for each one that is still missing.
 */
export async function ensurePrerequisites(projects) {
  const { findChromium, findPostgresBinaries, findPython } = await import('../../test/kit/programs.ts');
  const wanted = [
    { name: 'PostgreSQL', find: findPostgresBinaries, packages: ['postgresql'] },
    ...(needsBrowser(projects)
      ? [{ name: 'Chromium', find: findChromium, packages: [browser, fonts], instead: ['chromium', fonts] }]
      : []),
    ...(projects.includes('long') ? [{ name: 'Python', find: findPython, packages: ['python3', 'python3-venv'] }] : []),
  ];
  const missing = [];
  for (const program of wanted.filter(({ find }) => !find())) {
    const reason = await install(program);
    if (reason) missing.push(reason);
  }
  return missing;
}

const needsBrowser = (projects) =>
  filesUnder('test').some((file) => projects.some((project) => project !== 'unit' && file.endsWith(`.${project}.ts`)));

/** The browser without windows; not every Debian and Ubuntu has a package of it. */
const browser = 'chromium-headless-shell';
const fonts = 'fonts-liberation';

const hasApt = () => process.env.PATH.split(delimiter).some((folder) => existsSync(`${folder}/apt-get`));

async function install({ name, find, packages, instead }) {
  const advice = `install ${name} (on Debian and Ubuntu: apt-get install ${packages.join(' ')}) and run this again`;
  if (process.getuid?.() !== 0 || !hasApt())
    return `Suites that need ${name} are skipped, it is not on this machine: ${advice}.`;
  const start = performance.now();
  say(`Installing ${name} for the tests, once (apt-get install ${packages.join(' ')}) ...`);
  let { code, output } = await withoutStartingServices(() => aptInstall(packages));
  if (code !== 0 && instead) ({ code, output } = await withoutStartingServices(() => aptInstall(instead)));
  if (code !== 0 || !find())
    return `${output}\nSuites that need ${name} are skipped, apt-get could not install it: ${advice}.`;
  say(`Installed ${name} in ${secondsSince(start)}.`);
  return undefined;
}

let listsAreFresh = false;

async function aptInstall(packages) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (!listsAreFresh) await runQuietly('apt-get', ['update', '-qq'], options);
  listsAreFresh = true;
  return runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** Debian starts a service it installs; the suites start a server of their own and want no other. */
async function withoutStartingServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await work();
  } finally {
    rmSync(policy, { force: true });
  }
}
