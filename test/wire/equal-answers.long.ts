import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newPostgresDatabase } from '../kit/databases.ts';
import { describeWithPython } from '../kit/describe-with-python.ts';
import { type MlflowServer, startMlflow } from '../kit/mlflow-server.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';
import { type WireClient, whichAccepts, wireClient } from '../kit/wire-client.ts';
import { deviations } from './equal/deviations.ts';
import { fill } from './equal/fill.ts';
import { answer, type Answer, type Asked, type Question } from './equal/question.ts';
import { randomQuestions } from './equal/questions.ts';
import { randomStore } from './equal/store.ts';

/**
 * A real server of MLflow and Peil, filled with the same random things and asked the same 300 random searches: the same things in
 * the same order, page by page, but for what `deviations.md` says.
 */
const seed = 6;
const store = randomStore(seed);
const questions = randomQuestions(seed);
const installing_ms = 900_000;

/** Told in the sentence of a failure, so that it can be asked again by hand. */
const told = ({ of, filter, orderBy, ...more }: Question, answers: object) =>
  `${of}: ${filter}\norder: ${orderBy.join(', ')}\n${JSON.stringify(more)}\n${JSON.stringify(answers)}`;

async function asked(server: Asked, question: Question): Promise<Answer> {
  const { sentence: _sentence, ...plain } = await answer(server, question);
  return plain;
}

const isSame = (one: Answer, other: Answer): boolean =>
  'refused' in one || 'refused' in other
    ? 'refused' in one && 'refused' in other
    : JSON.stringify(one.pages) === JSON.stringify(other.pages);

describeWithPython('the answers of MLflow and of Peil', () => {
  let folder: string;
  let mlflow: MlflowServer;
  let there: Asked;
  const peils: { kind: string; server: ServerProcess; asked: Asked; drop: () => Promise<void> }[] = [];

  beforeAll(async () => {
    const environment = await pythonEnvironment(join(import.meta.dirname, 'python', 'mlflow-3.txt'));
    folder = await mkdtemp(join(tmpdir(), 'peil-equal-'));
    mlflow = await startMlflow({ environment, folder });
    const ask = wireClient(mlflow.address);
    there = { ask, names: await fill(ask, store) };
    const { url } = inject('postgres');
    for (const database of [null, ...(url ? [await newPostgresDatabase(url)] : [])]) {
      const kind = database ? 'PostgreSQL' : 'SQLite';
      const more = database ? { databaseUrl: database.url } : {};
      const server = await startServer({ dataFolder: join(folder, kind), ...more });
      const own = wireClient(server.address);
      const names = await fill(own, store);
      peils.push({ kind, server, asked: { ask: own, names }, drop: async () => database?.drop() });
    }
  }, installing_ms);
  afterAll(async () => {
    await mlflow?.stop();
    for (const { server, drop } of peils) {
      await server.stop();
      await drop();
    }
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('DS1 300 random searches find the same, in the same order, but for the rows of deviations.md', async () => {
    expect(questions).toHaveLength(300);
    const different: string[] = [];
    let found = 0;
    for (const question of questions) {
      const theirs = await asked(there, question);
      if ('pages' in theirs) found += theirs.pages.flat().length > 0 ? 1 : 0;
      for (const { kind, asked: here } of peils) {
        const ours = await asked(here, question);
        if ('refused' in ours) expect(ours.refused, told(question, ours)).toBe(400);
        const both = { here: ours, there: theirs };
        if (isSame(ours, theirs) || deviations.some(({ explains }) => explains?.(question, both))) continue;
        different.push(told(question, { kind, ...both }));
      }
    }
    expect(different).toEqual([]);
    // A store in which nothing is found would be equal too.
    expect(found).toBeGreaterThan(100);
  });

  test('house deviations.md has the rows that are tried here, each with its reason', async () => {
    const file = await readFile(join(import.meta.dirname, 'deviations.md'), 'utf8');
    const rows = [...file.matchAll(/^\| ([\w-]+) \| .+ \| .+ \| .+ \|$/gm)].map(([, id]) => id);
    expect(rows.filter((id) => id !== 'row' && id !== '---')).toEqual(deviations.map(({ id }) => id));
  });

  test.each(deviations)('DS1 the deviation $id still is one', async ({ probe }) => {
    const theirs = await probe(there.ask, await withOneRun(there.ask));
    for (const { kind, asked: here } of peils)
      expect(await probe(here.ask, await withOneRun(here.ask)), kind).not.toEqual(theirs);
  });
});

let made = 0;

/** A run with a metric that is not a number, and three models, two of them measured on data. */
async function withOneRun(ask: WireClient): Promise<{ experiment: string; run: string }> {
  const accepted = whichAccepts(ask);
  made += 1;
  const { experiment_id } = await accepted('POST experiments/create', { name: `probe ${made}` });
  const experiment = String(experiment_id);
  const begun = (await accepted('POST runs/create', { experiment_id })) as { run: { info: { run_id: string } } };
  const run = begun.run.info.run_id;
  await accepted('POST runs/log-batch', {
    run_id: run,
    metrics: [{ key: 'nothing', value: 'NaN', timestamp: 1, step: 0 }],
    params: [{ key: 'a', value: '1' }],
  });
  for (const name of ['worthless', 'worthy', 'plain']) {
    const { model } = (await accepted('POST logged-models', { experiment_id, name, source_run_id: run })) as {
      model: { info: { model_id: string } };
    };
    const { model_id } = model.info;
    await accepted(`PATCH logged-models/${model_id}`, { model_id, status: 'LOGGED_MODEL_READY' });
    const value = { worthless: 9, worthy: 1 }[name];
    if (value === undefined) continue;
    const on = { dataset_name: 'flights', dataset_digest: 'd1' };
    const metrics = [{ key: 'worth', value, timestamp: 1, step: 0, model_id, ...on }];
    await accepted('POST runs/log-batch', { run_id: run, metrics });
  }
  return { experiment, run };
}
