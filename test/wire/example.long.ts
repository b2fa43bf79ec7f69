import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildExamples } from '../../examples/build-examples.ts';
import { type Ask, askOver } from '../../examples/kit/ask.ts';
import { today } from '../../examples/kit/day.ts';
import { rankEvaluations, readEvaluation } from '../../src/capabilities/evaluation/contract.ts';
import { listRuns, readRunFacts, showRun } from '../../src/capabilities/tracking/contract.ts';
import { describeWithPython } from '../kit/describe-with-python.ts';
import { pythonEnvironment } from '../kit/python-environment.ts';
import { type ServerProcess, startServer } from '../kit/server-process.ts';

/** The example's sibling in Python, run as a data scientist runs it, against a Peil that holds the example. */
const script = join(import.meta.dirname, '..', '..', 'examples', 'late-flights', 'python', 'train.py');
const pins = join(import.meta.dirname, 'python', 'mlflow-3.txt');
const installing_ms = 900_000;
const names = ['scikit-learn, All flights', 'scikit-learn, Evening'];

describeWithPython('the example in Python, with scikit-learn and autolog', () => {
  let folder: string;
  let server: ServerProcess;
  let ask: Ask;
  let params: { problemId: string };
  let printed: string;

  beforeAll(async () => {
    const environment = await pythonEnvironment(pins);
    folder = await mkdtemp(join(tmpdir(), 'peil-example-'));
    server = await startServer({ dataFolder: folder });
    ask = askOver(`${server.address}/`);
    const built = await buildExamples({ ask, only: 'late-flights', begun: { day: today(), problems: {} } });
    params = { problemId: built['late-flights'] ?? '' };
    const child = environment.start([script, server.address, params.problemId]);
    const [out, problems, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
    if (code !== 0) throw new Error(problems);
    printed = out;
  }, installing_ms);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const every = { filter: '', view: 'active', facts: 'any', order: 'run_name ASC', columns: '' } as const;
  const ownRuns = async () => {
    const { runs } = await ask(listRuns, { params, query: { ...every, offset: 0, limit: 100 } });
    return runs.filter(({ name }) => names.includes(name));
  };

  test('DS1 autolog and a few lines give runs all six facts, on the version of the data that was judged', async () => {
    const runs = await ownRuns();
    expect(runs.map(({ name }) => name)).toEqual(names);
    for (const { id: runId } of runs) {
      const { facts, mayBePromoted } = await ask(readRunFacts, { params: { runId } });
      expect(facts.flatMap(({ lacks }) => lacks)).toEqual([]);
      expect(mayBePromoted).toBe(true);
      const run = await ask(showRun, { params: { runId } });
      expect(run.problemId).toBe(params.problemId);
      expect(run.modelsOut).toMatchObject([{ status: 'READY' }]);
      expect(run.params).toContainEqual({ key: 'max_iter', value: '40' });
      expect(run.data.find(({ version }) => version !== null)).toMatchObject({
        version: { name: 'Flights to ORD, version 1' },
      });
    }
  });

  test('PF8 what scikit-learn learnt is priced in euros beside what the example learnt, on the same flights', async () => {
    const { groups } = await ask(rankEvaluations, { params, query: { variants: 'apart' } });
    const group = groups.find(({ evaluations }) => evaluations.some(({ runName }) => runName === names[0]));
    const of = (name: string) => group?.evaluations.find(({ runName }) => runName === name);
    expect(group?.isInEuros).toBe(true);
    expect(group?.evaluations.at(-1)?.runName).toBe('The rule, sharpened by the hour');
    // The same fields and as many trees of the same depth: within a tenth of what they bring over the rule.
    const over = (name: string) => (of(name)?.perMonth ?? 0) - (group?.evaluations.at(-1)?.perMonth ?? 0);
    expect(over(names[0]!) / over('Boosted trees')).toBeCloseTo(1, 1);
    const { judged, warnings } = await ask(readEvaluation, {
      params: { ...params, evaluationId: of(names[0]!)?.id ?? '' },
    });
    expect(judged?.counts).toMatchObject({ rows: 19_303, cases: 19_303, repeatedIds: 0 });
    expect(warnings).toEqual([]);
    expect(printed).toMatch(/^scikit-learn, All flights: Catches \d+ of 100 .*€[\d,]+ a month above today's practice/m);
  });

  test('DS3 the two variants stand in one ranking only when they are asked for together', async () => {
    const inOne = async (variants: 'apart' | 'together') => {
      const { groups } = await ask(rankEvaluations, { params, query: { variants } });
      return groups.map(({ evaluations }) => new Set(evaluations.map(({ variant }) => variant?.name)).size);
    };
    expect(new Set(await inOne('apart'))).toEqual(new Set([1]));
    expect(await inOne('together')).toContain(2);
  });
});
