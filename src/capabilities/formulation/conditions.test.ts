import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Talker, talkingOn } from '../../../test/kit/talking.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { change } from '../../platform/context/change.ts';
import { conditionStage } from '../decisions/contract.ts';
import { hashSnapshot, recordDecision } from '../decisions/index.ts';

const cast = { eva: ['sme'], dirk: ['data_scientist'], sam: ['sponsor'], reader: [] } as const;
const day_ms = 86_400_000;

test.each([
  ['2026-01-20', null],
  ['2026-01-13', null],
  ['2026-01-12', 'soon'],
  ['2026-01-06', 'soon'],
  ['2026-01-05', 'due'],
  ['2026-01-04', 'overdue'],
  ['2025-03-01', 'overdue'],
])('PF5 on 5 January a condition of %s is %s', (due, stage) => {
  expect(conditionStage(due, '2026-01-05')).toBe(stage);
});

test('PF5 a week is seven days, also over the end of a year and in a leap year', () => {
  expect(conditionStage('2027-01-03', '2026-12-27')).toBe('soon');
  expect(conditionStage('2028-03-01', '2028-02-23')).toBe('soon');
  expect(conditionStage('2028-03-02', '2028-02-23')).toBeNull();
});

describeEachDatabase('conditions of a go, as their date comes near', (kit) => {
  let team: TeamPeil;
  let people: Record<keyof typeof cast, Talker>;
  let problemId: string;
  /** the problems of which a condition fell due, since this was emptied */
  const due: (string | null)[] = [];
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    team.services.events.afterCommit((events) => {
      due.push(...events.filter(({ type }) => type === 'condition.due').map((event) => event.problemId));
    });
  });
  beforeEach(async () => {
    ({ problemId, people } = await talkingOn(team, cast));
  });
  afterAll(() => team.close());

  /** The day so many days from now. */
  const dayIn = (days: number) => new Date(team.clock.now() + days * day_ms).toISOString().slice(0, 10);
  /** A conditional go as the gate would record it. */
  const decided = async (conditions: { text: string; due: string; blocks: 'g1' | 'g2'; ownerId?: string }[]) => {
    const ctx = systemContext(team.services);
    const { conditions: set } = await change(ctx, (tx) =>
      recordDecision(tx, {
        problemId,
        gate: 'g0',
        actor: ctx.actor,
        terms: { outcome: 'conditional_go', reasons: 'If the log grows.', conditions },
        people: [{ name: 'Eva', role: 'sme', meaning: 'accepts it with its conditions' }],
        hashed: hashSnapshot({ problemId, conditions }),
        proposal: { id: 'by-the-kit', policy: { name: 'standard', version: 0 } },
      }),
    );
    return set;
  };
  const told = async (who: Talker) =>
    (await who.send('GET /api/notifications')).body.notifications
      .filter((each: { kind: string; problemId: string }) => each.kind.startsWith('condition_'))
      .filter((each: { problemId: string }) => each.problemId === problemId)
      .map(({ kind }: { kind: string }) => kind)
      .toReversed();
  /** One night after another, with how often a condition of these problems fell due in each. */
  const nights = async (count: number, of = [problemId]): Promise<number[]> => {
    const each: number[] = [];
    for (let night = 0; night < count; night++) {
      due.length = 0;
      team.clock.advance(day_ms);
      await team.services.jobs.runDue();
      each.push(due.filter((id) => id !== null && of.includes(id)).length);
    }
    return each;
  };
  const near = async () =>
    (await people.eva.send(`GET /api/problems/${problemId}/thread`)).body.stations.find(
      ({ station }: { station: string }) => station === 'decision',
    ).near;

  test('PF5 a week before, on the day and once after it everybody with a role hears of it', async () => {
    const day = dayIn(9);
    await decided([{ text: 'A log of two years', due: day, blocks: 'g2' }]);
    expect(await near()).toBeNull();
    expect(await nights(12)).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0]);
    for (const who of [people.eva, people.dirk, people.sam])
      expect(await told(who)).toEqual(['condition_soon', 'condition_due', 'condition_overdue']);
    expect(await told(people.reader)).toEqual([]);
    expect(await near()).toEqual({ stage: 'overdue', due: day, count: 1 });
  });

  test('PF5 who sees to a condition is told, and nobody else; the thread says which comes first', async () => {
    const [first, later] = [dayIn(3), dayIn(6)];
    await decided([
      { text: 'A log of two years', due: later, blocks: 'g2', ownerId: people.dirk.id },
      { text: 'A second crew', due: first, blocks: 'g2', ownerId: people.reader.id },
      { text: 'Much later', due: dayIn(60), blocks: 'g2' },
    ]);
    await nights(1);
    expect([await told(people.dirk), await told(people.reader), await told(people.eva)]).toEqual([
      ['condition_soon'],
      ['condition_soon'],
      [],
    ]);
    expect(await near()).toEqual({ stage: 'soon', due: first, count: 2 });
    const { conditions } = (await people.eva.send(`GET /api/problems/${problemId}/conditions`)).body;
    expect(conditions.map(({ ownerId }: { ownerId: string | null }) => ownerId)).toEqual([
      people.dirk.id,
      people.reader.id,
      null,
    ]);
  });

  test('PF5 what is met is told no more; what is open again is told anew; an open one goes on holding its gate', async () => {
    const [condition] = await decided([{ text: 'A log of two years', due: dayIn(3), blocks: 'g1' }]);
    const path = `/api/problems/${problemId}`;
    const isHeld = async () =>
      (await people.eva.send(`GET ${path}/gates/g1`)).body.items.some(
        ({ id, isDone }: { id: string; isDone: boolean }) => id === 'decision.conditions' && !isDone,
      );
    await nights(1);
    expect([await isHeld(), await told(people.eva)]).toEqual([true, ['condition_soon']]);
    await people.sam.send(`PUT ${path}/conditions/${condition?.id}`, { evidence: 'The log is here.' });
    expect(await nights(4)).toEqual([0, 0, 0, 0]);
    expect([await isHeld(), await near()]).toEqual([false, null]);
    await people.sam.send(`PUT ${path}/conditions/${condition?.id}`, { evidence: null });
    await nights(2);
    expect(await told(people.eva)).toEqual(['condition_soon', 'condition_overdue']);
    expect([await isHeld(), (await near())?.stage]).toEqual([true, 'overdue']);
  });

  test('PF5 nights that were missed are made up for once, with what holds then', async () => {
    await decided([{ text: 'A log of two years', due: dayIn(20), blocks: 'g2' }]);
    await team.services.jobs.runDue();
    team.clock.advance(40 * day_ms);
    await team.services.jobs.runDue();
    await team.services.jobs.runDue();
    expect(await told(people.eva)).toEqual(['condition_overdue']);
  });

  test('PF5 of a problem that was deleted or stopped nothing falls due', async () => {
    await decided([{ text: 'A log of two years', due: dayIn(2), blocks: 'g2' }]);
    const stopped = await talkingOn(team, cast);
    const deleted = problemId;
    ({ problemId } = stopped);
    await decided([{ text: 'A log of two years', due: dayIn(2), blocks: 'g2' }]);
    await team.services.database.writer
      .updateTable('problem' as never)
      .set({ phase: 'stopped' } as never)
      .where('id' as never, '=', problemId as never)
      .execute();
    await team.services.database.writer
      .updateTable('problem' as never)
      .set({ deleted_at: 1 } as never)
      .where('id' as never, '=', deleted as never)
      .execute();
    expect(await nights(3, [problemId, deleted])).toEqual([0, 0, 0]);
    expect(await near()).toBeNull();
  });

  test('PF5 nobody sees to a condition of a problem that they cannot see', async () => {
    const { id: owner } = await team.signIn('Somebody else');
    const hidden = await talkingOn(team, { eva: ['sme'], sam: ['sponsor'] }, { isPrivate: true });
    await writtenProblem(team, { authorization: `Bearer ${hidden.people.eva.bearer}` });
    const propose = (ownerId: string) =>
      hidden.people.eva.send(`POST /api/problems/${hidden.problemId}/gates/g1/proposals`, {
        outcome: 'conditional_go',
        reasons: 'If the log grows.',
        conditions: [{ text: 'A log of two years', due: dayIn(30), blocks: 'g2', ownerId }],
      });
    const refused = await propose(owner);
    expect([refused.status, refused.body.error.code, refused.events]).toEqual([
      422,
      'formulation.condition_owner_unknown',
      [],
    ]);
    expect((await propose('nobody')).status).toBe(422);
    const accepted = await propose(hidden.people.sam.id);
    expect(accepted.status).toBeLessThan(300);
    expect(accepted.body.proposal.terms.conditions[0].ownerId).toBe(hidden.people.sam.id);
  });
});
