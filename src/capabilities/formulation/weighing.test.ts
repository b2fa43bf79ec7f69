import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { workedValueModel, type WrittenProblem, writtenProblem } from '../../../test/kit/written-problem.ts';
import { listAlternativesEvidence, listVerdictsEvidence } from './formulation-evidence.ts';
import { snapshotOfAlternatives, snapshotOfVerdicts } from './formulation-snapshots.ts';

const figures = {
  buildCost: { likely: '30000' },
  runCostPerYear: { likely: '5000' },
  brings: { kind: 'recall-and-precision', recall: { likely: 0.35 }, precision: { likely: 0.2 } },
};

describeEachDatabase('alternatives in the same euros', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Machines that stop' })).body.id;
    path = `/api/problems/${problemId}`;
  });
  afterAll(() => peil.close());

  const add = async (name: string, given: object = figures) =>
    (await send(`POST ${path}/alternatives`, { kind: 'rule', name, figures: given })).body.id as string;
  const price = () => send(`PUT ${path}/value`, { model: { ...workedValueModel } }, { version: 0 });

  test('PF5 alternatives are a list that is edited, removed with undo, and ordered', async () => {
    const made = await send(`POST ${path}/alternatives`, { kind: 'buy', name: 'Sensors' });
    expect(made).toMatchObject({ status: 201, events: ['alternative.created'] });
    expect(made.body).toMatchObject({ kind: 'buy', figures: {}, missing: ['buildCost', 'runCostPerYear', 'brings'] });
    const edited = await send(`PATCH ${path}/alternatives/${made.body.id}`, { figures }, { version: 1 });
    expect(edited).toMatchObject({ status: 200, body: { name: 'Sensors', figures, missing: [], version: 2 } });
    const stale = await send(`PATCH ${path}/alternatives/${made.body.id}`, { name: 'x' }, { version: 1 });
    expect(stale.body.error.params).toMatchObject({ theirs: { name: 'Sensors', figures }, current: 2 });
    const second = await add('By age');
    const ordered = await send(`PUT ${path}/alternative-order`, { ids: [second, made.body.id] });
    expect(ordered.body.alternatives.map((each: { name: string }) => each.name)).toEqual(['By age', 'Sensors']);
    expect((await send(`DELETE ${path}/alternatives/${second}`)).events).toEqual(['alternative.removed']);
    expect((await send(`POST ${path}/alternatives/${second}/restore`)).body).toMatchObject({ position: 0 });
    const other = (await send('POST /api/problems', { title: 'Other' })).body.id;
    expect((await send(`DELETE /api/problems/${other}/alternatives/${second}`)).status).toBe(404);
  });

  test.each([
    ['a cost below zero', { kind: 'rule', name: 'x', figures: { buildCost: { likely: '-1' } } }, 'positive amount'],
    [
      'a recall above one',
      {
        kind: 'rule',
        name: 'x',
        figures: { brings: { kind: 'recall-and-precision', recall: { likely: 2 }, precision: { likely: 1 } } },
      },
      'recall',
    ],
    ['another kind', { kind: 'magic', name: 'x' }, 'kind'],
    ['no name', { kind: 'rule', name: ' ' }, 'name'],
    [
      'half a character in a source, which would break the gate for everybody',
      { kind: 'rule', name: 'x', figures: { buildCost: { likely: '1', source: '\ud800' } } },
      'figures.buildCost.source: holds a NUL character or half of a character',
    ],
  ])('PF5 %s is refused with a sentence', async (_what, body, sentence) => {
    const refused = await send(`POST ${path}/alternatives`, body);
    expect([refused.status, refused.events]).toEqual([400, []]);
    expect(refused.body.error.message).toContain(sentence);
  });

  test('PF5 they are ranked beside the baselines once the value model is complete; doing nothing is always there', async () => {
    const id = await add('By age');
    const open = await add('Not known yet', {});
    expect((await send(`GET ${path}/alternatives/valued`)).body).toMatchObject({
      alternatives: [{ id }, { id: open }],
      ranking: null,
    });
    await price();
    const { ranking } = (await send(`GET ${path}/alternatives/valued`)).body;
    expect(ranking.options.map((option: { baseline: string; name: string }) => option.baseline ?? option.name)).toEqual(
      ['perfect', 'today', 'By age', 'nothing', 'all'],
    );
    expect(ranking.options[2]).toMatchObject({
      alternativeId: id,
      valuePerYear: '-1584000.00',
      overNothing: { likely: '216000.00' },
      overToday: { low: '-15000.00', likely: '-15000.00', high: '-15000.00' },
    });
    expect(ranking.notPriced).toEqual([{ alternativeId: open, reason: 'incomplete' }]);
  });

  test('PF5 the gate takes the reasoning in words, or one alternative that is valued; the list counts the same', async () => {
    const db = peil.services.database.reader;
    const isDone = async () => (await listAlternativesEvidence(db, problemId))[0]?.isDone;
    const openItems = async () => {
      const { problems } = (await send('GET /api/problems?sort=changed')).body;
      return problems.find((each: { id: string }) => each.id === problemId).openItems as number;
    };
    const before = await openItems();
    await add('Not known yet', {});
    expect([await isDone(), (await openItems()) - before]).toEqual([false, 0]);
    const id = await add('By age');
    expect([await isDone(), (await openItems()) - before]).toEqual([true, -1]);
    await send(`DELETE ${path}/alternatives/${id}`);
    expect([await isDone(), (await openItems()) - before]).toEqual([false, 0]);
    await send(`PUT ${path}/alternatives`, { text: 'A rule.' }, { version: 0 });
    expect([await isDone(), (await openItems()) - before]).toEqual([true, -1]);
  });

  test('PF5 four questions ask whether machine learning fits, each with a version of its own', async () => {
    const { questions } = (await send(`GET ${path}/fit-questions`)).body;
    expect(questions).toEqual(
      ['pattern', 'data', 'repeatable', 'tolerable'].map((question) => ({
        question,
        answer: null,
        reason: '',
        version: 0,
        changedAt: null,
      })),
    );
    const answered = await send(
      `PUT ${path}/fit-questions/data`,
      { answer: 'unknown', reason: 'Ask IT' },
      { version: 0 },
    );
    expect(answered).toMatchObject({ status: 200, body: { answer: 'unknown', version: 1 }, events: ['fit.answered'] });
    await send(`PUT ${path}/fit-questions/pattern`, { answer: 'yes', reason: '' }, { version: 0 });
    const stale = await send(`PUT ${path}/fit-questions/data`, { answer: 'yes', reason: '' }, { version: 0 });
    expect(stale.body.error.params).toMatchObject({ theirs: { answer: 'unknown', reason: 'Ask IT' } });
    const withdrawn = await send(`PUT ${path}/fit-questions/data`, { answer: null, reason: '' }, { version: 1 });
    expect(withdrawn.body).toMatchObject({ answer: null, version: 2 });
    expect((await send(`PUT ${path}/fit-questions/hope`, { answer: 'yes', reason: '' }, { version: 0 })).status).toBe(
      400,
    );
    await add('By age');
    const snapshot = await snapshotOfAlternatives(peil.services.database.reader, problemId);
    expect(snapshot).toMatchObject({ options: [{ name: 'By age', figures }], fit: [{ answer: 'yes' }, {}, {}, {}] });
  });
});

describeEachDatabase('verdicts per key result', (kit) => {
  test('PF5 in a team each verdict is given by who holds the role; the last one stands and earlier ones are kept', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const owner = await team.signIn('Owner');
    const ids: WrittenProblem = await writtenProblem(team, { cookie: owner.cookie });
    const { problemId, keyResultId } = ids;
    const as = async (name: string, roles: Parameters<typeof team.giveRoles>[2]) => {
      const person = await team.signIn(name);
      await team.giveRoles(person, problemId, roles);
      return { person, send: sendingTo(team, (options) => person.inject(options)) };
    };
    const dana = await as('Dana', ['data_scientist']);
    const both = await as('Both', ['data_scientist', 'sme']);
    const path = `/api/problems/${problemId}`;
    const give = (who: typeof dana, role: string, [verdict, reason] = ['yes', 'Delays repeat']) =>
      who.send(`POST ${path}/key-results/${keyResultId}/verdicts`, { role, verdict, reason });

    const refused = await give(dana, 'sme');
    expect(refused).toMatchObject({ status: 403, events: [], body: { error: { code: 'formulation.role_not_held' } } });
    const first = await give(dana, 'data_scientist');
    expect(first).toMatchObject({ status: 201, events: ['key_result_verdict.given'] });
    expect(first.body).toMatchObject({ userId: dana.person.id, isStanding: true, isOnEarlierText: false });
    await give(both, 'data_scientist', ['no', 'Too few']);
    await give(dana, 'data_scientist', ['partly', 'Only in winter']);
    const list = async () => (await dana.send(`GET ${path}/verdicts`)).body.verdicts;
    expect(
      (await list()).map((each: { verdict: string; isStanding: boolean }) => [each.verdict, each.isStanding]),
    ).toEqual([
      ['partly', true],
      ['no', true],
      ['yes', false],
    ]);
    const evidence = async () =>
      (await listVerdictsEvidence(team.services.database.reader, problemId)).map((each) => [each.id, each.isDone]);
    expect(await evidence()).toEqual([
      ['verdicts.data_scientist', true],
      ['verdicts.sme', false],
    ]);
    await give(both, 'sme', ['unknown', 'Not sure']);
    expect(await evidence()).toEqual([
      ['verdicts.data_scientist', true],
      ['verdicts.sme', true],
    ]);
    const snapshot = await snapshotOfVerdicts(team.services.database.reader, problemId);
    expect(snapshot.map((each) => each.verdict)).toEqual(['no', 'partly', 'unknown']);

    const { version } = (await owner.inject({ method: 'GET', url: `${path}/objectives` })).json().objectives[0]
      .keyResults[0];
    await owner.inject({
      method: 'PATCH',
      url: `${path}/key-results/${keyResultId}`,
      payload: { target: '1000' },
      headers: { 'if-match': String(version) },
    });
    expect((await list())[0].isOnEarlierText).toBe(true);
    await team.close();
  });

  test('PF5 in personal mode the owner speaks for either, with a reason', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    const { problemId, keyResultId, objectiveId } = await writtenProblem(peil);
    const path = `/api/problems/${problemId}`;
    const address = `POST ${path}/key-results/${keyResultId}/verdicts`;
    for (const wrong of [
      { role: 'sme', verdict: 'yes', reason: ' ' },
      { role: 'sponsor', verdict: 'yes', reason: 'x' },
      { role: 'sme', verdict: 'maybe', reason: 'x' },
    ])
      expect((await send(address, wrong)).status).toBe(400);
    for (const role of ['sme', 'data_scientist'])
      expect((await send(address, { role, verdict: 'yes', reason: 'It repeats' })).status).toBe(201);
    const open = async () =>
      (await listVerdictsEvidence(peil.services.database.reader, problemId)).filter((each) => !each.isDone);
    expect(await open()).toEqual([]);
    // Another key result asks for a verdict as soon as it is quantified.
    const half = await send(`POST ${path}/objectives/${objectiveId}/key-results`, { metric: 'Nights' });
    expect(await open()).toEqual([]);
    const rest = { unit: 'a year', baseline: '5', target: '1', by: '2027-12-31', source: 'log' };
    await send(`PATCH ${path}/key-results/${half.body.id}`, rest, { version: 1 });
    expect((await open()).map((each) => each.field)).toEqual([`verdict-${half.body.id}`, `verdict-${half.body.id}`]);
    await send(`DELETE ${path}/objectives/${objectiveId}`);
    expect(await open()).toHaveLength(2);
    expect((await send(`GET ${path}/verdicts`)).body.verdicts).toEqual([]);
    expect((await send(address, { role: 'sme', verdict: 'yes', reason: 'x' })).status).toBe(404);
    await peil.close();
  });
});
