import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { assessedProblem, writtenRisk } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { quietly } from '../../platform/context/change.ts';
import { findRiskClass, listRiskEvidence, riskGateTexts, snapshotOfRisk } from './index.ts';

describeEachDatabase('the risk assessment', (kit) => {
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

  const db = () => peil.services.database.reader;
  const read = async (what = '') => (await send(`GET ${path}/risk${what}`)).body;
  const sign = async (meaning = 'I assessed this') =>
    send(`POST ${path}/risk/signatures`, { hash: (await read()).hash, meaning });
  const doneIds = async () =>
    (await listRiskEvidence(db(), problemId)).filter((each) => each.isDone).map(({ id }) => id);

  test('RM1 nothing answered is unassessed, never minimal', async () => {
    expect(await findRiskClass(db(), problemId)).toBe('unassessed');
    expect(await read()).toMatchObject({
      class: 'unassessed',
      dpia: 'unassessed',
      standing: 'empty',
      signing: 'unsigned',
    });
    expect(await read('/ai-act')).toMatchObject({ version: 0, openQuestion: 'system', path: [], dates: [] });
    expect(await doneIds()).toEqual([]);
  });

  test('RM1 a question at a time leads to the class, with the way there and the dates that apply', async () => {
    const answer = (question: string, choice: string, version: number) =>
      send(
        `PUT ${path}/risk/ai-act/answers/${question}`,
        { choice, reason: `Why ${choice}` },
        { version, language: 'nl' },
      );
    const first = await answer('system', 'yes', 0);
    expect(first).toMatchObject({ status: 200, events: ['risk_assessment.classified'] });
    expect(first.body).toMatchObject({ class: 'unassessed', openQuestion: 'practice', version: 1 });
    await answer('practice', 'none', 1);
    await answer('product', 'no', 2);
    await answer('area', '5b', 3);
    const last = await answer('profiling', 'yes', 4);
    expect(last.body).toMatchObject({ class: 'high', leaf: 'annex_iii_profiling', openQuestion: null });
    expect(last.body.sentence).toContain('Hoog risico: kredietwaardigheid');
    expect(last.body.path.map((step: { question: string; reason: string }) => [step.question, step.reason])).toEqual([
      ['system', 'Why yes'],
      ['practice', 'Why none'],
      ['product', 'Why no'],
      ['area', 'Why 5b'],
      ['profiling', 'Why yes'],
    ]);
    expect(last.body.dates.map((date: { from: string }) => date.from)).toEqual(['2025-02-02', '2027-12-02']);
    expect(await findRiskClass(db(), problemId)).toBe('high');

    const stale = await answer('profiling', 'no', 4);
    expect([stale.status, stale.body.error.params.theirs.choice]).toEqual([409, 'yes']);
    expect((await answer('profiling', 'maybe', 5)).status).toBe(422);
    expect((await answer('nonsense', 'yes', 5)).status).toBe(404);
    const taken = await send(`PUT ${path}/risk/ai-act/answers/profiling`, { choice: null }, { version: 5 });
    expect(taken.body).toMatchObject({ class: 'unassessed', openQuestion: 'profiling' });
  });

  test('RM1 a confirmation is of the answers that it saw', async () => {
    const early = await send(`PATCH ${path}/risk/ai-act`, { confirmedBy: 'Mr. De Wit' }, { version: 0 });
    expect([early.status, early.events]).toEqual([409, []]);
    expect(early.body.error.message).toContain('Will it be an AI system?');
    await assessedProblem(peil, { problemId });
    const before = await read('/ai-act');
    expect(before.confirmation).toEqual({ name: 'Mr. De Wit', remark: '', on: '2026-01-05', isCurrent: true });
    const other = { choice: 'talks', reason: 'A chat.' };
    const { body } = await send(`PUT ${path}/risk/ai-act/answers/transparency`, other, { version: before.version });
    expect(body).toMatchObject({ class: 'limited', confirmation: { isCurrent: false } });
    expect(await doneIds()).not.toContain('risk.classified');
  });

  test('RM1 the class, the role and who confirms it are kept in one step, or nothing of it', async () => {
    const way = { system: 'yes', practice: 'none', product: 'no', area: 'none', transparency: 'none' };
    const answers = Object.entries(way).map(([question, choice]) => ({ question, choice, reason: 'Machines only.' }));
    const said = { role: 'deployer', confirmedBy: 'Mr. De Wit' };
    const keep = (body: object, version: number) => send(`PUT ${path}/risk/ai-act/answers`, body, { version });
    const unknown = await keep({ answers: [...answers, { question: 'area', choice: '99' }], ...said }, 0);
    expect([unknown.status, unknown.events]).toEqual([422, []]);
    const unfinished = await keep({ answers: answers.slice(1), ...said }, 0);
    expect([unfinished.status, unfinished.body.error.code]).toEqual([409, 'risk.not_classified']);
    expect(await read('/ai-act')).toMatchObject({ version: 0, path: [], role: null });

    const kept = await keep({ answers, ...said }, 0);
    expect(kept).toMatchObject({ status: 200, events: ['risk_assessment.classified'] });
    expect(kept.body).toMatchObject({
      class: 'minimal',
      version: 1,
      confirmation: { isCurrent: true },
      role: 'deployer',
    });
    expect(await doneIds()).toEqual(['risk.classified']);
    expect((await keep({ answers, ...said }, 0)).status).toBe(409);
    const other = await keep({ answers: [{ question: 'transparency', choice: 'talks', reason: 'A chat.' }] }, 1);
    expect(other.body).toMatchObject({ class: 'limited', confirmation: { isCurrent: false }, role: 'deployer' });
  });

  test('RM1 a whole assessment is evidence, part by part, and its texts are there in both languages', async () => {
    await assessedProblem(peil, { problemId });
    expect(await doneIds()).toEqual(['risk.classified', 'risk.dpia', 'risk.register', 'risk.accepted']);
    expect(await sign()).toMatchObject({ status: 201, events: ['risk_assessment.signed'], body: { signing: 'fresh' } });
    const evidence = await listRiskEvidence(db(), problemId, { today: '2026-01-05' });
    expect(evidence.every(({ isDone, station }) => isDone && station === 'risk')).toBe(true);
    for (const { id } of evidence) expect([riskGateTexts.en[id], riskGateTexts.nl[id]].every(Boolean)).toBe(true);
  });

  test('RM1 what is not whole cannot be signed, nor what was not read, nor twice the same', async () => {
    const empty = await sign();
    expect([empty.status, empty.body.error.code, empty.events]).toEqual([409, 'risk.incomplete', []]);
    await assessedProblem(peil, { problemId });
    const unread = await send(`POST ${path}/risk/signatures`, { hash: 'a'.repeat(64), meaning: 'x' });
    expect([unread.status, unread.body.error.code]).toEqual([409, 'risk.content_changed']);
    await sign();
    expect((await sign()).body.error.code).toBe('risk.already_signed');
  });

  test('RM1 RM3 who signs what was changed meanwhile is told what differs from what they read', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    const { hash } = await read();
    const { version } = (await send(`GET ${path}/risks`)).body.risks[0];
    await send(`PATCH ${path}/risks/${riskId}`, { owner: 'Ria de Wit' }, { version });
    const late = await send(`POST ${path}/risk/signatures`, { hash, meaning: 'x' }, { language: 'nl' });
    const place = `Risico “${writtenRisk.what}”: eigenaar`;
    expect([late.status, late.events]).toEqual([409, []]);
    expect(late.body.error).toMatchObject({
      code: 'risk.content_changed',
      message: expect.stringContaining(place),
      params: { hash: (await read()).hash, changed: [{ place, before: writtenRisk.owner, after: 'Ria de Wit' }] },
    });
  });

  test('RM1 of two signatures at the same instant there is one', async () => {
    await assessedProblem(peil, { problemId });
    const { hash } = await read();
    const both = await Promise.all(
      ['one', 'two'].map((meaning) =>
        peil.app.inject({ method: 'POST', url: `${path}/risk/signatures`, payload: { hash, meaning } }),
      ),
    );
    expect(both.map((each) => each.statusCode).sort((a, b) => a - b)).toEqual([201, 409]);
    expect((await read()).signatures).toHaveLength(1);
  });

  const edits: [what: string, edit: (ids: { riskId: string }) => Promise<unknown>, place: string][] = [
    [
      'another answer',
      async () =>
        send(
          `PUT ${path}/risk/ai-act/answers/transparency`,
          { choice: 'talks', reason: '' },
          { version: (await read('/ai-act')).version },
        ),
      'Must people be told',
    ],
    [
      'another reason',
      async () =>
        send(
          `PUT ${path}/risk/ai-act/answers/system`,
          { choice: 'yes', reason: 'Other.' },
          { version: (await read('/ai-act')).version },
        ),
      'Will it be an AI system?',
    ],
    [
      'another role',
      async () => send(`PATCH ${path}/risk/ai-act`, { role: 'provider' }, { version: (await read('/ai-act')).version }),
      'AI Act: role',
    ],
    [
      'who confirmed',
      async () =>
        send(`PATCH ${path}/risk/ai-act`, { confirmedBy: 'Ms. Vos' }, { version: (await read('/ai-act')).version }),
      'AI Act: who confirmed',
    ],
    [
      'an answer on data protection',
      async () =>
        send(
          `PUT ${path}/risk/dpia/answers/personal_data`,
          { choice: 'yes', reason: '' },
          { version: (await read('/dpia')).version },
        ),
      'Are personal data processed?',
    ],
    [
      'advice',
      async () => send(`PATCH ${path}/risk/dpia`, { dpoAdvice: 'Fine.' }, { version: (await read('/dpia')).version }),
      'Data protection: advice',
    ],
    [
      'a risk that changed',
      ({ riskId }) => send(`PATCH ${path}/risks/${riskId}`, { impact: { likely: '1' } }, { version: 1 }),
      'Risk “Crews trust a wrong warning and miss a real one”: impact',
    ],
    ['a new risk', () => send(`POST ${path}/risks`, { what: 'Another' }), 'Risk “Another”'],
    [
      'a removed risk',
      ({ riskId }) => send(`DELETE ${path}/risks/${riskId}`),
      'Risk “Crews trust a wrong warning and miss a real one”',
    ],
    [
      'another appetite',
      async () => send(`PATCH ${path}/risk/appetite`, { appetite: '30000' }, { version: 1 }),
      'Appetite: what may be at risk a year',
    ],
    [
      'who accepts',
      async () => send(`PATCH ${path}/risk/appetite`, { acceptedBy: 'Board' }, { version: 1 }),
      'Appetite: who accepts',
    ],
    [
      'a regulator’s row',
      async () => send(`PUT ${path}/risk/regulator/oversight`, { text: 'The night chief.' }, { version: 0 }),
      'Who watches over it',
    ],
  ];
  test.each(edits)('RM1 a signature is stale after %s, and the difference is shown', async (_what, edit, place) => {
    const ids = await assessedProblem(peil, { problemId });
    await sign();
    await edit(ids);
    const now = await read();
    expect(now.signing).toBe('stale');
    expect(now.changes.map((each: { place: string }) => each.place).join('; ')).toContain(place);
    expect(await doneIds()).not.toContain('risk.signed');
  });

  test('RM1 another order of the risks is a change too, and so is another default of the organisation', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    const other = (await send(`POST ${path}/risks`, writtenRisk)).body.id;
    await sign();
    await send(`PUT ${path}/risk-order`, { ids: [other, riskId] });
    expect((await read()).changes).toMatchObject([{ place: 'Risk order' }]);
    await send(`PATCH ${path}/risk/appetite`, { appetite: null }, { version: 1 });
    await sign();
    const { version } = (await send('GET /api/risk-appetite')).body;
    await send('PUT /api/risk-appetite', { amount: '50000' }, { version });
    expect(await read()).toMatchObject({ signing: 'stale', standing: 'within' });
    const now = (await send('GET /api/risk-appetite')).body;
    expect((await send('PUT /api/risk-appetite', { amount: null }, { version })).status).toBe(409);
    expect((await send('PUT /api/risk-appetite', { amount: null }, { version: now.version })).events).toEqual([
      'risk_appetite.written',
    ]);
  });

  test('RM1 what comes back to what was signed is fresh again', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    await sign();
    await send(`DELETE ${path}/risks/${riskId}`);
    expect((await read()).signing).toBe('stale');
    await send(`POST ${path}/risks/${riskId}/restore`);
    expect(await read()).toMatchObject({ signing: 'fresh', changes: [] });
  });

  test('RM1 every signed version is kept word for word, and nothing can change it', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    await sign('first');
    const first = await snapshotOfRisk(db(), problemId);
    await send(`PATCH ${path}/risks/${riskId}`, { owner: 'Somebody else' }, { version: 1 });
    await sign('second');
    const { signatures } = await read();
    expect(signatures.map((each: { number: number; meaning: string }) => [each.number, each.meaning])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ]);
    expect(await read('/signatures/1')).toMatchObject({ content: first, stage: 'begin', class: 'minimal' });
    expect((await send(`GET ${path}/risk/signatures/3`)).status).toBe(404);
    for (const statement of [
      sql`update risk_signature set meaning = 'x'`,
      sql`delete from risk_signature`,
      sql`insert into risk_signature select problem_id, number, stage, content, hash, class, meaning, signed_by, at from risk_signature where number = 1`,
    ])
      await expect(quietly(peil.services, (writer) => statement.execute(writer))).rejects.toThrow(
        /signed|never|UNIQUE|duplicate/i,
      );
    expect((await read()).signatures).toEqual(signatures);
  });

  test('RM1 a rejected risk can be signed, and blocks the gate', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    await send(`PATCH ${path}/risks/${riskId}`, { decision: 'reject' }, { version: 1 });
    expect((await sign()).status).toBe(201);
    expect(await doneIds()).toEqual(['risk.classified', 'risk.dpia', 'risk.register', 'risk.signed']);
  });

  test('RM1 what remains above the appetite is accepted by name, and only up to what it was', async () => {
    const { riskId } = await assessedProblem(peil, { problemId });
    const appetite = async (body: object) =>
      send(`PATCH ${path}/risk/appetite`, body, { version: (await send(`GET ${path}/risks`)).body.version });
    const above = await appetite({ appetite: '19999.99' });
    expect(above.body).toMatchObject({ standing: 'above', after: { likely: '20000.00' } });
    expect(above.body.sentence).toBe(
      'What remains is €20,000.00 a year: more than the €19,999.99 a year that may be at risk.',
    );
    expect(await doneIds()).not.toContain('risk.accepted');
    const accepted = await appetite({ acceptedBy: 'The board', acceptedBecause: 'Safety is worth it.' });
    expect(accepted.body).toMatchObject({ standing: 'accepted', acceptance: { upTo: '20000.00' } });
    expect(await doneIds()).toContain('risk.accepted');
    await send(`PATCH ${path}/risks/${riskId}`, { residualImpact: { likely: '20000.01' } }, { version: 1 });
    expect((await send(`GET ${path}/risks`)).body.standing).toBe('above');
  });

  test('RM1 no risk at all is a claim with a reason', async () => {
    const { body } = await send(
      `PATCH ${path}/risk/appetite`,
      { noneSeen: 'It only counts machines.' },
      { version: 0, language: 'nl' },
    );
    expect(body).toMatchObject({ standing: 'empty', sentence: 'Er wordt geen risico voor de organisatie gezien.' });
    expect(await doneIds()).toEqual(['risk.register', 'risk.accepted']);
  });

  test('RM1 where an assessment of data protection is needed, the officer must have advised', async () => {
    const answer = (question: string, choice: string, version: number) =>
      send(`PUT ${path}/risk/dpia/answers/${question}`, { choice, reason: '' }, { version });
    await answer('personal_data', 'yes', 0);
    const needed = await answer('authority_list', 'yes', 1);
    expect(needed).toMatchObject({ body: { verdict: 'needed' }, events: ['risk_assessment.dpia_written'] });
    expect(needed.body.sentence).toContain('GDPR 35(4)');
    expect(await doneIds()).toEqual([]);
    await send(`PATCH ${path}/risk/dpia`, { dpoAdvice: 'Do it before May.' }, { version: 2 });
    expect(await doneIds()).toEqual(['risk.dpia']);
    expect((await send(`PATCH ${path}/risk/dpia`, { dpoAdvice: 'x' }, { version: 2 })).status).toBe(409);
  });
});
