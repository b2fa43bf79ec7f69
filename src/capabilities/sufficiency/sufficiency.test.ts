import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { decideG0 } from '../../../test/kit/accepted.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { sufficiencyGateOwner } from './index.ts';

const header = 'id,planned,hour,country,late\n';
const day = (at: number) => new Date(Date.UTC(2024, 0, 1) + at * 6 * 3_600_000).toISOString().slice(0, 19);
/** Evening flights are late more often. */
const flightsCsv = (rows: number) =>
  header +
  Array.from({ length: rows }, (_, at) => {
    const hour = (at * 7) % 24;
    const isLate = (at * 37) % 100 < (hour > 12 ? 45 : 10);
    return `${at + 1},${day(at)},${hour},${at % 2 ? 'FR' : 'ES'},${isLate ? 1 : 0}\n`;
  }).join('');

describeEachDatabase('whether the data is enough', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let requirementId: string;
  let datasetId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    await decideG0(peil, problemId);
    const needed = await send(`POST /api/problems/${problemId}/data-requirements`, { what: 'Delay per flight' });
    requirementId = needed.body.id;
    datasetId = (await load(2000)).datasetId;
    path = `/api/problems/${problemId}/sufficiency`;
  });
  afterAll(() => peil.close());

  const load = (rows: number) =>
    importFiles(peil, {
      problemId,
      files: [{ name: 'flights.csv', content: flightsCsv(rows) }],
      body: { name: 'Flights' },
    });
  const content = (given: object = {}) => ({
    datasetId,
    columns: ['hour', 'country'],
    key: ['id'],
    target: 'late',
    positive: '1',
    moment: 'planned',
    split: { by: 'time', cut: '2025-01-01' },
    ...given,
  });
  const show = async () => (await send(`GET ${path}`)).body;
  const write = (version: number, given: object = {}) =>
    send(`PUT ${path}/${requirementId}/plan`, { content: content(given) }, { version });
  const confirm = (version: number) => send(`POST ${path}/${requirementId}/plan/confirm`, undefined, { version });
  const run = async () => {
    const begun = await send(`POST ${path}/runs`, {});
    await peil.services.jobs.runDue();
    return begun;
  };
  const ready = async (given: object = {}) => {
    expect((await write(0, given)).status).toBe(200);
    expect((await confirm(1)).status).toBe(200);
    expect((await run()).status).toBe(202);
  };
  const checkOf = async (check: string) =>
    (await show()).requirements[0].judged.checks.find((each: { check: string }) => each.check === check);
  const evidence = async () => {
    const items = await sufficiencyGateOwner(peil.services, null).listEvidence(
      peil.services.database.reader,
      problemId,
      { today: '2027-01-01' },
    );
    return Object.fromEntries(items.map(({ id, isDone }) => [id.replace(`.${requirementId}`, ''), isDone]));
  };

  test('PF7 a plan is suggested, written, confirmed, and stale as soon as it changes', async () => {
    expect((await show()).sentence).toBe('Not every requirement has been judged on its newest data.');
    const suggested = await send(`GET ${path}/${requirementId}/suggestion?datasetId=${datasetId}`);
    expect(suggested.body.content).toMatchObject({ datasetId, key: ['id'], moment: 'planned', target: null });
    const written = await write(0);
    expect(written).toMatchObject({
      status: 200,
      events: ['sufficiency_plan.written'],
      body: { version: 1, isConfirmed: false },
    });
    expect(await confirm(1)).toMatchObject({
      status: 200,
      events: ['sufficiency_plan.confirmed', 'dataset.outcome_told'],
      body: { version: 1, isConfirmed: true },
    });
    expect((await write(0)).status).toBe(409);
    expect((await write(1, { parameters: 12 })).body).toMatchObject({ version: 2, isConfirmed: false });
    expect((await confirm(1)).status).toBe(409);
  });

  test('PF7 what cannot be is refused with what to do', async () => {
    expect((await run()).body.error).toMatchObject({ code: 'sufficiency.not_confirmed' });
    expect((await write(0, { target: 'hour' })).status).toBe(400);
    expect((await write(0, { datasetId: 'nowhere' })).status).toBe(404);
    expect((await send(`PUT ${path}/nowhere/plan`, { content: content() }, { version: 0 })).status).toBe(404);
    expect((await write(0, { datasetId: null })).status).toBe(200);
    expect((await confirm(1)).status).toBe(409);
  });

  test('PF7 the checks run as a job, and what was not given is not assessed', async () => {
    await ready();
    const { requirements, verdict } = await show();
    const [{ judged, latestRun }] = requirements;
    expect(latestRun).toMatchObject({ state: 'done', progress: 1, failure: null, datasetVersionNumber: 1 });
    expect(judged.checks).toHaveLength(17);
    expect(judged.checks[0].check).toBe('leakage');
    expect(await checkOf('coverage')).toMatchObject({
      verdict: 'not_assessed',
      missing: [{ code: 'no_segments', subject: null, sentence: 'The plan names no segments.' }],
      question: null,
      weight: 'conditional',
    });
    expect(['conditional', 'insufficient']).toContain(verdict);
  });

  test('PF7 a warning asks one question, and an answer is of that run and that verdict', async () => {
    await ready({
      serving: [
        { column: 'hour', available: 'other' },
        { column: 'country', available: 'same' },
      ],
    });
    const before = await checkOf('serving');
    expect(before).toMatchObject({ verdict: 'warn', isUnanswered: true, weight: 'conditional' });
    expect(before.question).toContain('(hour)');
    const runId = (await show()).requirements[0].judged.run.id;
    const answer = (body: object) => send(`PUT ${path}/${requirementId}/answers/serving`, { runId, ...body });
    expect((await answer({ verdict: 'warn', answer: 'explained' })).status).toBe(400);
    expect((await answer({ verdict: 'fail', answer: 'unknown' })).status).toBe(409);
    const said = await answer({ verdict: 'warn', answer: 'explained', reason: 'The plan of the day has it.' });
    expect(said).toMatchObject({
      status: 200,
      events: ['sufficiency_check.answered'],
      body: { isUnanswered: false, weight: 'sufficient', answer: { answer: 'explained' } },
    });
    const other = await send(`PUT ${path}/${requirementId}/answers/coverage`, {
      runId,
      verdict: 'not_assessed',
      answer: 'unknown',
    });
    expect(other.body.error).toMatchObject({ code: 'sufficiency.not_asked' });
  });

  test('PF7 a new version runs by itself, and the old verdict is stale until then', async () => {
    await ready();
    const first = (await show()).requirements[0].judged.run.id;
    // The second comes later: of two runs in one instant neither is the last.
    peil.clock.advance(60_000);
    await load(2400);
    await peil.services.jobs.runDue();
    const [{ judged, latestRun }] = (await show()).requirements;
    expect(judged.run.id).not.toBe(first);
    expect(latestRun).toMatchObject({ trigger: 'import', datasetVersionNumber: 2, state: 'done' });
    expect(judged.isStale).toBe(false);
    await write(1, { parameters: 3 });
    expect((await show()).requirements[0].judged.isStale).toBe(true);
    expect((await show()).verdict).toBeNull();
  });

  test('PF7 the gate asks for plan, run, answers, a verdict and a source', async () => {
    expect(await evidence()).toEqual({
      'sufficiency.required': true,
      'sufficiency.sources': false,
      'sufficiency.plan': false,
      'sufficiency.judged': false,
    });
    await ready();
    expect(await evidence()).toMatchObject({
      'sufficiency.plan': true,
      'sufficiency.judged': true,
      'sufficiency.assessed': false,
    });
    const owner = sufficiencyGateOwner(peil.services, null);
    const read = () => owner.snapshot(peil.services.database.reader, problemId);
    expect(await read()).toEqual(await read());
    expect(JSON.stringify(await read())).not.toContain('confirmed_by');
  });
});
