import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PythonEnvironment } from './python-environment.ts';

export interface WalkedCase {
  title: string;
  /** the major version of the client that alone can do it; null: every one */
  client: number | null;
}

/** The cases that modules of Python name, read from their source, so that one which never ran is missed. */
export function casesIn(folder: string, modules: readonly string[]): WalkedCase[] {
  return modules.flatMap((name) => {
    const source = readFileSync(join(folder, `${name}.py`), 'utf8');
    return [...source.matchAll(/^@case\(\s*"([^"]+)"(?:, client=(\d))?/gm)].map(([, title = '', client]) => ({
      title,
      client: client === undefined ? null : Number(client),
    }));
  });
}

export interface Walk {
  /** Resolves once the case has passed; throws what became of it instead. */
  passed: (title: string) => Promise<void>;
  stop: () => void;
}

export interface WalkWanted {
  environment: PythonEnvironment;
  folder: string;
  modules: readonly string[];
  /** without a slash at its end */
  address: string;
}

/** Walks the cases one after another against a server, in one process of Python. */
export function walk({ environment, folder, modules, address }: WalkWanted): Walk {
  const child = environment.start([join(folder, 'walk.py'), address, ...modules]);
  const outcomes = new Map<string, PromiseWithResolvers<string | null>>();
  const outcomeOf = (title: string) => {
    const known = outcomes.get(title) ?? Promise.withResolvers<string | null>();
    outcomes.set(title, known);
    return known;
  };
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  const lines = createInterface({ input: child.stdout! });
  lines.on('line', (line) => {
    const { title, failed } = JSON.parse(line) as { title: string; failed: string | null };
    outcomeOf(title).resolve(failed);
  });
  let ended = false;
  lines.once('close', () => {
    ended = true;
    for (const { resolve } of outcomes.values()) resolve(`the walk ended before it came to this case:\n${said}`);
  });
  return {
    passed: async (title) => {
      const outcome = outcomeOf(title);
      if (ended) outcome.resolve(`the walk ended before it came to this case:\n${said}`);
      const failed = await outcome.promise;
      if (failed !== null) throw new Error(failed);
    },
    stop: () => void child.kill('SIGKILL'),
  };
}
