import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem, type WrittenProblem } from '../../../test/kit/written-problem.ts';
import { hashSnapshot } from '../decisions/index.ts';

describeEachDatabase('the level', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let ids: WrittenProblem;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
    ids = await writtenProblem(peil);
    path = `/api/problems/${ids.problemId}`;
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    const people = [{ name: 'Eva', role: 'sme', meaning: 'approves' }];
    await send(`POST ${path}/gates/g1/decisions`, { outcome: 'go', reasons: 'It pays.', people, snapshotHash });
  });
  afterAll(() => peil.close());

  test('SM3 PF11 the go freezes what was signed: key results, value model, baselines, verdict', async () => {
    const { level, changedSince } = (await send(`GET ${path}/level`)).body;
    expect(changedSince).toEqual([]);
    expect(level.number).toBe(1);
    expect(hashSnapshot(level.snapshot).hash).toBe(level.hash);
    const [decision] = (await send(`GET ${path}/decisions`)).body.decisions;
    expect(decision).toMatchObject({ id: level.decisionId, snapshotHash: level.hash });
    expect(level.snapshot.objectives[0].keyResults[0]).toMatchObject({ baseline: '2000', target: '1200' });
    expect(level.snapshot.valueModel).toMatchObject({ task: 'binary', volumePerYear: { likely: 50_000 } });
    expect(level.snapshot.evaluation.baselines).toHaveLength(4);
    expect(level.sentence).toContain('The model must catch');
    const dutch = await send(`GET ${path}/levels`, undefined, { language: 'nl' });
    expect(dutch.body.levels).toMatchObject([{ number: 1, hash: level.hash }]);
    expect(dutch.body.levels[0].sentence).toContain('Het model moet');
  });

  test('PF11 before a go there is no level', async () => {
    const { problemId } = await writtenProblem(peil);
    expect((await send(`GET /api/problems/${problemId}/level`)).body).toEqual({ level: null, changedSince: [] });
    expect((await send(`GET /api/problems/${problemId}/levels`)).body).toEqual({ levels: [] });
  });

  test('PF11 what is edited after the go shows as a difference; the level stays', async () => {
    const { level } = (await send(`GET ${path}/level`)).body;
    await send(`PATCH ${path}/key-results/${ids.keyResultId}`, { target: '900' }, { version: 1 });
    await send(`PATCH ${path}/opportunity`, { affected: 'Crews' }, { version: 1 });
    const model = { ...level.snapshot.valueModel, baseRate: { likely: 0.05 } };
    expect((await send(`PUT ${path}/value`, { model }, { version: 1 })).status).toBe(200);
    const after = (await send(`GET ${path}/level`)).body;
    expect(after.level).toEqual(level);
    expect(after.changedSince).toEqual([
      { path: 'opportunity.affected', before: 'Crews, planners and the customers who wait.', after: 'Crews' },
      {
        path: `objectives.${ids.objectiveId}.keyResults.${ids.keyResultId}.target`,
        before: '1200',
        after: '900',
      },
      { path: 'valueModel.baseRate.likely', before: 0.04, after: 0.05 },
    ]);
  });

  test.each([
    ['update level set hash = hash', 'frozen'],
    ['delete from level', 'frozen'],
    ["insert into level select problem_id, number, '{}', hash, decision_id, at, gate from level", ''],
    ['update decision set reasons = reasons', 'never changed'],
    ['delete from decision', 'never changed or deleted'],
    ['update evidence_snapshot set shown_at = 0', 'never changed'],
    ['delete from evidence_snapshot', ''],
  ])('PF11 the database itself refuses to change what was signed: %s', async (statement, message) => {
    const before = (await send(`GET ${path}/decisions`)).body;
    await expect(sql.raw(statement).execute(peil.services.database.writer)).rejects.toThrow(message);
    expect((await send(`GET ${path}/decisions`)).body).toEqual(before);
    expect((await send(`GET ${path}/levels`)).body.levels).toHaveLength(1);
  });

  test('PF11 nor can it be replaced or emptied by the ways around a trigger', async () => {
    const statement =
      kit.kind === 'sqlite'
        ? "insert or replace into level select problem_id, number, '{}', hash, decision_id, at, gate from level"
        : 'truncate level';
    await expect(sql.raw(statement).execute(peil.services.database.writer)).rejects.toThrow('frozen');
    expect((await send(`GET ${path}/levels`)).body.levels[0].snapshot.title).toBe('Machines that stop at night');
  });
});
