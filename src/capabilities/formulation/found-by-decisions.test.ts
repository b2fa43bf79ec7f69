import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { signaturesThatEndStep } from '../../migrations/0027-signatures-that-end.ts';
import { quietly } from '../../platform/context/change.ts';
import { formulationDb } from './tables.ts';

describeEachDatabase('what was decided, in every search', ({ openPeil }) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  beforeAll(async () => {
    peil = await openPeil();
    send = sendingTo(peil);
    ({ problemId } = await writtenProblem(peil));
    await decide({
      outcome: 'no_go',
      reasons: 'One form causes most of it.',
      redirect: { kind: 'process_change', text: 'Operations mends the form.' },
      lessons: 'Ask the planners first.',
    });
  });
  afterAll(() => peil.close());

  const decide = async (terms: object) => {
    const at = `/api/problems/${problemId}/gates/g1`;
    const { snapshotHash } = (await send(`GET ${at}`)).body;
    const people = [{ name: 'Eva', role: 'sme', meaning: 'decides' }];
    expect((await send(`POST ${at}/decisions`, { ...terms, people, snapshotHash })).status).toBe(201);
  };
  const found = async (text: string) => {
    const query = `?text=${encodeURIComponent(text)}`;
    const { problems } = (await send(`GET /api/problems${query}`)).body;
    const { entries } = (await send(`GET /api/portfolio${query}`)).body;
    return [problems.length, entries.length];
  };

  test('PF5 a no-go is found by its lessons, and also after it was reopened', async () => {
    for (const text of ['one form', 'operations mends', 'PLANNERS first']) expect(await found(text)).toEqual([1, 1]);
    await decide({ outcome: 'reopen', reasons: 'The form was mended, and it goes on.' });
    for (const text of ['goes on', 'one form', 'operations mends', 'planners first'])
      expect(await found(text)).toEqual([1, 1]);
    expect(await found('planners never')).toEqual([0, 0]);
    // As a rebuild makes it, and as a problem of an older release is made.
    await send('POST /api/portfolio/rebuild');
    await peil.services.jobs.runDue();
    expect(await found('planners first')).toEqual([1, 1]);
  });

  test('PF5 what was decided before is found after an upgrade', async () => {
    await quietly(peil.services, async (db) => {
      await formulationDb(db).updateTable('problem_summary').set({ decision_key: '' }).execute();
      await db.schema.alterTable('work_item').dropColumn('not_after').execute();
      await signaturesThatEndStep.up(db, peil.services.database.kind);
    });
    expect(await found('planners first')).toEqual([1, 1]);
  });
});
