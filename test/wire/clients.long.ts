import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { newPostgresDatabase } from '../kit/databases.ts';
import { describeWithPython } from '../kit/describe-with-python.ts';
import { casesIn, type Walk, walk } from '../kit/python-walk.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

/**
 * The unmodified clients of MLflow, the newest that can be installed and the last of 2.x, do what data scientists do with them,
 * against a Peil as it is started. The cases themselves are written in Python.
 */
const folder = join(import.meta.dirname, 'python');
const modules = ['tracking_cases', 'artifact_cases', 'model_cases', 'registry_cases', 'parts_cases'];
const cases = casesIn(folder, modules);
const installing_ms = 900_000;

/** What a started Peil serves from, removed with it. */
interface Started {
  server: ServerProcess;
  stop: () => Promise<void>;
}

async function startedOn(kind: 'SQLite' | 'PostgreSQL'): Promise<Started> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'peil-wire-'));
  const { url } = inject('postgres');
  const database = kind === 'PostgreSQL' && url ? await newPostgresDatabase(url) : null;
  const server = await startServer({ dataFolder, ...(database ? { databaseUrl: database.url } : {}) });
  const stop = async () => {
    await server.stop();
    await database?.drop();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { server, stop };
}

const walks = [
  { name: '3.18 on SQLite', client: 3, kind: 'SQLite' },
  { name: '2.22 on SQLite', client: 2, kind: 'SQLite' },
  { name: '3.18 on PostgreSQL', client: 3, kind: 'PostgreSQL' },
] as const;

describeWithPython('the unmodified client of MLflow', () => {
  describe.each(walks)('$name', ({ client, kind }) => {
    const { missing } = inject('postgres');
    const isLeftOut = kind === 'PostgreSQL' && missing !== undefined;
    let started: Started;
    let walked: Walk;
    beforeAll(async () => {
      if (isLeftOut) return;
      const environment = await pythonEnvironment(join(folder, `mlflow-${client}.txt`));
      started = await startedOn(kind);
      walked = walk({ environment, folder, modules, address: started.server.address });
    }, installing_ms);
    afterAll(async () => {
      walked?.stop();
      await started?.stop();
    });

    const own = cases.filter((each) => each.client === null || each.client === client);
    test.skipIf(isLeftOut).each(own)('$title', ({ title }) => walked.passed(title));
  });
});
