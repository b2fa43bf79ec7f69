import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { hashSnapshot } from '../decisions/index.ts';

const people = [
  { userId: 'owner', role: 'sme', meaning: 'approves' },
  { name: 'A. de Vries', role: 'data_scientist', meaning: 'advises' },
];
const go = { outcome: 'go', reasons: 'The gain is clear.', people };
const noGo = {
  outcome: 'no_go',
  reasons: 'A timetable rule solves it.',
  people,
  redirect: { kind: 'rule', text: 'The planner adds ten minutes in winter.' },
};
/** One person proposes, signs in both roles, and waives the second pair of eyes. */
const alone = ['gate.proposed', 'gate.waived', 'gate.signed', 'gate.signed'];
/** The decision is open again: G2 is to be decided there. */
const statesAfterGo = ['done', 'done', 'done', 'open', 'open', 'not_yet'];
const shownStates = ['opportunity', 'requirements', 'value', 'decision', 'data', 'approach'];
const defer = { outcome: 'defer', reasons: 'The log is too short.', people, reviewDate: '2026-06-01' };

describeEachDatabase('gate G1', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  let problemId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    // The newest problem comes first in the list.
    peil.clock.advance(1000);
    ({ problemId } = await writtenProblem(peil));
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const gate = async () => (await send(`GET ${path}/gates/g1`)).body;
  const decide = async (decision: object, snapshotHash?: string) =>
    send(`POST ${path}/gates/g1/decisions`, { ...decision, snapshotHash: snapshotHash ?? (await gate()).snapshotHash });

  test('PF5 the gate tells what is open, where, in the reader’s language', async () => {
    const { body } = await send('POST /api/problems', { title: 'Empty' });
    const dutch = await send(`GET /api/problems/${body.id}/gates/g1`, undefined, { language: 'nl' });
    expect(dutch.body).toMatchObject({ openItems: 21, allowedOutcomes: ['no_go', 'defer'], lastDecision: null });
    expect(dutch.body.items[0]).toEqual({
      id: 'opportunity.currentSituation',
      station: 'opportunity',
      talk: null,
      field: 'currentSituation',
      isDone: false,
      isAsked: true,
      waiver: null,
      youMayWaive: false,
      youMayTakeBack: false,
      message: 'Vertel wat er nu gebeurt.',
    });
    expect(await gate()).toMatchObject({ openItems: 0, allowedOutcomes: ['go', 'conditional_go', 'no_go', 'defer'] });
    // One that opens later, and one that there is nowhere.
    expect((await send(`GET ${path}/gates/g2`)).body).toMatchObject({ opensAfter: 'g1', allowedOutcomes: [] });
    expect((await send(`GET ${path}/gates/g9`)).status).toBe(400);
  });

  test('PF5 a go is recorded with reasons and names, and opens modelling', async () => {
    const decided = await decide(go);
    expect(decided.status).toBe(201);
    expect(decided.events).toEqual([...alone, 'decision.recorded', 'level.frozen', 'problem.phase_changed']);
    expect(decided.body).toMatchObject({ gate: 'g1', number: 1, outcome: 'go', people, recordedBy: 'owner' });
    expect((await send(`GET ${path}`)).body).toMatchObject({ phase: 'modelling', stoppedBy: null });
    const [summary] = (await send('GET /api/problems?phase=modelling&sort=changed&limit=1')).body.problems;
    expect(summary).toMatchObject({ id: problemId, completeness: 100, openItems: 0, stations: { decision: 'done' } });
    const { stations } = (await send(`GET ${path}/thread`)).body;
    const shown = stations.filter(({ station }: { station: string }) => shownStates.includes(station));
    expect(shown.map((each: { state: string }) => each.state)).toEqual(statesAfterGo);
    expect(await gate()).toMatchObject({ allowedOutcomes: [], lastDecision: { id: decided.body.id } });
  });

  test('PF5 the decision keeps the evidence whose hash was signed', async () => {
    const { snapshotHash } = await gate();
    const { body } = await decide(go);
    const { body: read } = await send(`GET ${path}/decisions/${body.id}`);
    expect(read.snapshotHash).toBe(snapshotHash);
    expect(hashSnapshot(read.snapshot).hash).toBe(snapshotHash);
    expect(read.snapshot).toMatchObject({ title: 'Machines that stop at night', previousDecisionId: null });
    const [latest, first] = (await send(`GET ${path}/decisions`)).body.decisions;
    expect([latest, first.gate]).toEqual([body, 'g0']);
    const other = (await send('POST /api/problems', { title: 'Other' })).body.id;
    expect((await send(`GET /api/problems/${other}/decisions/${body.id}`)).status).toBe(404);
    expect((await send(`GET /api/problems/${other}/decisions`)).body).toEqual({ decisions: [] });
  });

  test('PF5 what Peil says itself of one person alone is said in the language of who reads', async () => {
    expect((await decide(go)).status).toBe(201);
    const reading = async (language: string) =>
      (await send(`GET ${path}/one-page?language=${language}`)).body.markdown.split('## ').at(-1);
    expect(await reading('en')).toContain('One person alone at their own machine holds every role.');
    expect(await reading('nl')).toContain('Eén mens alleen achter de eigen machine heeft elke rol.');
    expect(await reading('nl')).not.toContain('One person');
  });

  test('PF5 a go with anything open is refused, and says what', async () => {
    await send(`PUT ${path}/alternatives`, { text: '' }, { version: 1 });
    const refused = await decide(go);
    expect(refused).toMatchObject({ status: 409, events: [] });
    expect(refused.body.error).toMatchObject({
      code: 'formulation.gate_closed',
      params: { obstacles: [{ kind: 'item', item: 'decision.alternatives' }] },
    });
    expect(refused.body.error.message).toContain('Weigh the alternatives');
  });

  test('PF5 evidence that changed since it was seen: 409 with what changed', async () => {
    const { snapshotHash } = await gate();
    await send(`PATCH ${path}/opportunity`, { cost: 'About 9,000 euros a stop.' }, { version: 1 });
    const refused = await decide(go, snapshotHash);
    expect(refused).toMatchObject({ status: 409, events: [] });
    expect(refused.body.error.code).toBe('formulation.evidence_changed');
    expect(refused.body.error.params.changed).toEqual([
      { path: 'opportunity.cost', before: 'About 900 euros a stop.', after: 'About 9,000 euros a stop.' },
    ]);
    expect(refused.body.error.message).toContain('no longer what you saw (What it costs).');
    const dutch = await send(`POST ${path}/gates/g1/decisions`, { ...go, snapshotHash }, { language: 'nl' });
    expect(dutch.body.error.message).toContain('niet meer wat u zag (Wat het kost).');
    expect((await decide(go, 'f'.repeat(64))).body.error.params.changed).toEqual([]);
    const again = await decide(go, refused.body.error.params.snapshotHash);
    expect(again.status).toBe(201);
  });

  test.each([
    ['a go', go, [201, 409, 409, 409]],
    ['a no-go', noGo, [201, 409, 409, 409]],
    ['a defer', defer, [201, 409, 409, 409]],
  ])('PF5 of four decisions at the same instant there is one: %s', async (_what, decision, statuses) => {
    const { snapshotHash } = await gate();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((each) =>
        peil.app.inject({
          method: 'POST',
          url: `${path}/gates/g1/decisions`,
          payload: { ...decision, reasons: `reason ${each}`, snapshotHash },
        }),
      ),
    );
    expect(answers.map((answer) => answer.statusCode).sort((a, b) => a - b)).toEqual(statuses);
    expect((await send(`GET ${path}/decisions`)).body.decisions).toHaveLength(2);
  });

  test('PF5 a decision and an edit at the same instant never cross', async () => {
    const { snapshotHash } = await gate();
    const [decision, edit] = await Promise.all([
      peil.app.inject({ method: 'POST', url: `${path}/gates/g1/decisions`, payload: { ...noGo, snapshotHash } }),
      peil.app.inject({
        method: 'PATCH',
        url: `${path}/opportunity`,
        payload: { cost: 'something else' },
        headers: { 'if-match': '1' },
      }),
    ]);
    // Either the edit came first and the decision saw other evidence, or the no-go came first and nothing was edited.
    expect([
      [201, 423],
      [409, 200],
    ]).toContainEqual([decision.statusCode, edit.statusCode]);
  });

  test('PF5 a defer leaves the problem open, to be looked at again', async () => {
    const deferred = await decide(defer);
    expect(deferred).toMatchObject({
      status: 201,
      events: ['gate.proposed', 'decision.recorded'],
      body: { reviewDate: '2026-06-01' },
    });
    expect((await send(`GET ${path}`)).body.phase).toBe('formulation');
    expect((await decide(go)).body).toMatchObject({ outcome: 'go', number: 2 });
    const past = await send(`POST ${path}/gates/g1/decisions`, {
      ...defer,
      reviewDate: '2026-01-05',
      snapshotHash: '0'.repeat(64),
    });
    expect([past.status, past.body.error.code]).toEqual([422, 'formulation.review_date_passed']);
  });

  test('PF13 PF5 a no-go is found by its reasons and by where the solution is sought instead', async () => {
    const decided = await decide({ ...noGo, redirect: { kind: 'buy', text: 'The zephyr package does this.' } });
    expect(decided.events).toEqual(['gate.proposed', 'decision.recorded', 'problem.phase_changed']);
    for (const text of ['timetable', 'zephyr']) {
      const { problems } = (await send(`GET /api/problems?phase=stopped&text=${text}&sort=changed&limit=1`)).body;
      expect(problems[0]).toMatchObject({
        id: problemId,
        lastDecision: { outcome: 'no_go', redirect: { kind: 'buy' } },
      });
    }
    const { body } = await send(`GET ${path}`);
    expect(body).toMatchObject({ phase: 'stopped', stoppedBy: { id: decided.body.id, outcome: 'no_go' } });
  });

  test('PF5 a no-go may come early, before the evidence is whole', async () => {
    const { body } = await send('POST /api/problems', { title: 'Not a problem after all' });
    const { snapshotHash } = (await send(`GET /api/problems/${body.id}/gates/g1`)).body;
    const decided = await send(`POST /api/problems/${body.id}/gates/g1/decisions`, { ...noGo, snapshotHash });
    expect(decided.status).toBe(201);
  });

  test('PF5 only a new decision reopens, and a second go freezes a second level', async () => {
    await decide(noGo);
    expect((await decide(noGo)).body.error).toMatchObject({
      code: 'formulation.already_decided',
      params: { outcome: 'no_go' },
    });
    expect((await decide(go)).status).toBe(409);
    const reopened = await decide({ outcome: 'reopen', reasons: 'The rule did not help.', people });
    expect(reopened).toMatchObject({
      status: 201,
      events: ['gate.proposed', 'decision.recorded', 'problem.phase_changed'],
    });
    expect((await send(`GET ${path}`)).body).toMatchObject({ phase: 'formulation', stoppedBy: null });
    expect((await send(`PATCH ${path}/opportunity`, { context: 'again' }, { version: 1 })).status).toBe(200);
    expect((await decide(go)).status).toBe(201);
    expect((await decide(go)).body.error.code).toBe('formulation.already_decided');
    const { decisions } = (await send(`GET ${path}/decisions`)).body;
    expect(decisions.map((each: { outcome: string }) => each.outcome)).toEqual(['go', 'reopen', 'no_go', 'go']);
  });

  test('PF5 what was not stopped cannot be reopened', async () => {
    const refused = await decide({ outcome: 'reopen', reasons: 'why not', people });
    expect([refused.status, refused.body.error.code]).toEqual([409, 'formulation.outcome_not_allowed']);
  });

  test.each<[string, object, string]>([
    ['without reasons', { ...go, reasons: ' \n' }, 'reasons'],
    ['without people', { ...go, people: [] }, 'at least one person'],
    ['a conditional go without conditions', { ...go, outcome: 'conditional_go' }, 'names its conditions'],
    [
      'a go with conditions',
      { ...go, conditions: [{ text: 'x', due: '2027-01-01', blocks: 'g2' }] },
      'Only a conditional',
    ],
    ['a go with lessons', { ...go, lessons: 'x' }, 'Only a no-go has lessons'],
    ['by somebody without name or id', { ...go, people: [{ role: 'sme', meaning: 'x' }] }, 'one of the two'],
    ['a no-go without redirect', { ...noGo, redirect: undefined }, 'where the solution is sought instead'],
    ['a go with a redirect', { ...go, redirect: noGo.redirect }, 'Only a no-go has a redirect'],
    ['a defer without a date', { ...defer, reviewDate: undefined }, 'when it is looked at again'],
    ['a go with a review date', { ...go, reviewDate: '2027-01-01' }, 'Only a defer has a review date'],
    ['an unknown outcome', { ...go, outcome: 'go_with_conditions' }, 'outcome'],
    ['without a hash', { ...go, snapshotHash: 'x' }, '64 hexadecimal digits'],
  ])('PF5 a decision %s is refused with a sentence', async (_what, decision, sentence) => {
    const refused = await send(`POST ${path}/gates/g1/decisions`, { snapshotHash: 'a'.repeat(64), ...decision });
    expect([refused.status, refused.events]).toEqual([400, []]);
    expect(refused.body.error.message).toContain(sentence);
  });

  test('PF5 people who sign in are named by an id that exists', async () => {
    const refused = await decide({ ...go, people: [{ userId: 'nobody-here', role: 'sme', meaning: 'approves' }] });
    expect(refused.body.error).toMatchObject({
      code: 'formulation.unknown_people',
      params: { ids: ['nobody-here'] },
    });
  });

  test('PF5 a decided problem cannot be deleted', async () => {
    await decide(defer);
    const refused = await send(`DELETE ${path}`);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'formulation.decided_problem']);
  });

  test('RM3 no name and no text of a decision is in its events', async () => {
    const told: string[] = [];
    const stop = peil.services.events.afterCommit((events) => told.push(JSON.stringify(events)));
    await decide(noGo);
    stop();
    expect(told.join()).toContain('decision.recorded');
    for (const secret of ['de Vries', 'timetable', 'winter']) expect(told.join()).not.toContain(secret);
  });
});
