import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll } from 'vitest';
import type { Brought } from '../../src/cli/import-mlflow/bringing.ts';
import { runTerminal } from '../../src/cli/run-terminal.ts';
import { openTestPeil, type TestPeil } from './app.ts';
import { type Wire, wireTo } from './wire.ts';

/** What clients of MLflow 2.22, 3.17 and 3.18 have written, without the bytes of their models; the folders were moved since. */
export const recorded = join(import.meta.dirname, '../fixtures/mlflow');

/** A Peil that listens, for the terminal to import into. */
export interface At {
  peil: TestPeil;
  wire: Wire;
  address: string;
}

interface Ended {
  exitCode: number;
  told: string;
  brought: Brought | null;
}

interface ImportingKit {
  /** of the suite, removed with it */
  folder: () => string;
  openPeil: () => Promise<At>;
  /** `peil import mlflow` with these words */
  bring: (to: At, ...words: string[]) => Promise<Ended>;
  /** a database of a server of MLflow, as recorded */
  sqliteFile: (name?: string) => Promise<string>;
}

/** For a suite that imports from MLflow, by the terminal. */
export function importingKit(): ImportingKit {
  let folder = '';
  const opened: At[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peil-import-'));
  });
  afterAll(async () => {
    for (const { peil } of opened) await peil.close();
    await rm(folder, { recursive: true });
  });
  return {
    folder: () => folder,
    openPeil: async () => {
      const peil = await openTestPeil();
      await peil.app.listen({ host: '127.0.0.1', port: 0 });
      const address = `http://127.0.0.1:${(peil.app.server.address() as AddressInfo).port}`;
      const at = { peil, wire: wireTo(peil), address };
      opened.push(at);
      return at;
    },
    bring,
    sqliteFile: async (name = 'mlflow-3.17') => {
      const file = join(folder, `${name}-${opened.length}.db`);
      await rm(file, { force: true });
      const database = new DatabaseSync(file);
      database.exec(await readFile(join(recorded, `${name}.sql`), 'utf8'));
      database.close();
      return file;
    },
  };
}

async function bring(to: At, ...words: string[]): Promise<Ended> {
  const said: string[] = [];
  const told: string[] = [];
  const exitCode = await runTerminal(['import', 'mlflow', ...words, '--json', '--server', to.address], {
    locale: 'en',
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    progress: () => undefined,
  });
  const brought = said.length === 0 ? null : (JSON.parse(said.join('\n')) as Brought);
  return { exitCode, told: told.join('\n'), brought };
}
