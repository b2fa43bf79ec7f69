import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTerminal } from '../../src/cli/run-terminal.ts';
import { describeWithPython } from '../kit/describe-with-python.ts';
import { type MlflowServer, startMlflow } from '../kit/mlflow-server.ts';
import { type PythonEnvironment, pythonEnvironment } from '../kit/python-environment.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

/** What a real client of MLflow has deleted and measured, in each place where it keeps things, comes here whole. */
const python = join(import.meta.dirname, 'python');
const installing_ms = 900_000;
const trying_ms = 300_000;

describeWithPython('a store of the real MLflow, imported', () => {
  let folder: string;
  let environment: PythonEnvironment;
  let peil: ServerProcess;
  let mlflow: MlflowServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peil-import-mlflow-'));
    environment = await pythonEnvironment(join(python, 'mlflow-3.txt'));
    peil = await startServer({ dataFolder: join(folder, 'peil') });
    mlflow = await startMlflow({ environment, folder });
  }, installing_ms);
  afterAll(async () => {
    await mlflow?.stop();
    await peil?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const fill = async (...words: string[]) => {
    // It asks so of who still keeps a folder.
    const variables = { HOME: folder, MLFLOW_ALLOW_FILE_STORE: 'true' };
    const child = environment.start([join(python, 'store_to_import.py'), ...words], { variables });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code, said).toBe(0);
  };
  const bring = async (from: string, ...words: string[]) => {
    const said: string[] = [];
    const told: string[] = [];
    const command = ['import', 'mlflow', '--from', from, ...words, '--json', '--server', peil.address];
    const exitCode = await runTerminal(command, {
      locale: 'en',
      say: (line) => void said.push(line),
      tell: (line) => void told.push(line),
      progress: () => undefined,
    });
    expect(exitCode, told.join('\n')).toBe(0);
    return JSON.parse(said.join('\n')) as Record<string, unknown>;
  };

  const kept = {
    experiments: 1,
    runs: 3,
    deletedRuns: 1,
    points: 11,
    models: 2,
    modelMetrics: 6,
    modelsGiven: 1,
    files: 2,
  };
  const all = {
    experiments: 2,
    runs: 4,
    deletedRuns: 2,
    points: 15,
    models: 4,
    deletedModels: 1,
    modelMetrics: 8,
    modelsGiven: 2,
  };
  const places = {
    'the file of a database': async () => {
      const file = join(folder, 'store.db');
      await fill(`sqlite:///${file}`, join(folder, 'store-artifacts'));
      return file;
    },
    'a folder': async () => {
      const store = join(folder, 'mlruns');
      await fill(store);
      return store;
    },
    'a server': async () => {
      await fill(mlflow.address);
      return mlflow.address;
    },
  };

  test.each(Object.entries(places))(
    'DS1 what was deleted and what was measured of models comes from %s',
    async (_, filled) => {
      const from = await filled();
      expect(await bring(from)).toMatchObject({ ...kept, deletedModels: 0, differences: [] });
      for (const _again of [1, 2])
        expect(await bring(from, '--with-deleted')).toMatchObject({
          ...all,
          files: 5,
          leftOut: [],
          differences: [],
        });
    },
    trying_ms,
  );
});
