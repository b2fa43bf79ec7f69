import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

describeEachDatabase('opportunity and alternatives', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    path = `/api/problems/${(await send('POST /api/problems', { title: 'Late flights' })).body.id}`;
  });
  afterAll(() => peil.close());

  test('PF1 an opportunity is empty at first, and says what is asked', async () => {
    const { status, body } = await send(`GET ${path}/opportunity`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 0, changedAt: null, completeness: 0, currentSituation: '', hints: [] });
    expect(body.missing).toHaveLength(6);
  });

  test('PF1 it is saved a text at a time, as it was written', async () => {
    const text = 'Crews wait.\n\n  “Every morning” 🛬 ';
    const saved = await send(`PATCH ${path}/opportunity`, { currentSituation: text }, { version: 0 });
    expect(saved).toMatchObject({ status: 200, body: { currentSituation: text, version: 1, completeness: 16 } });
    expect(saved.events).toEqual(['opportunity.written']);
    const next = await send(`PATCH ${path}/opportunity`, { affected: 'Crews', frequency: 'Daily' }, { version: 1 });
    expect(next.body).toMatchObject({ currentSituation: text, affected: 'Crews', version: 2, completeness: 50 });
    expect((await send(`GET ${path}/opportunity`)).body).toEqual(next.body);
  });

  test('PF1 there is no field for a solution', async () => {
    const { status, body } = await send(`PATCH ${path}/opportunity`, { solution: 'AI' }, { version: 0 });
    expect(status).toBe(400);
    expect(body.error.message).toContain('solution');
  });

  test('PF1 a solution word raises a hint in the reader’s language, and is no refusal', async () => {
    const texts = { currentSituation: 'Er moet een AI-model komen', context: 'Our business model' };
    const { status, body } = await send(`PATCH ${path}/opportunity`, texts, { version: 0, language: 'nl' });
    expect(status).toBe(200);
    expect(body.hints).toMatchObject([{ field: 'currentSituation', words: ['AI', 'model'] }]);
    expect(body.hints[0].message).toContain('U noemt hier een oplossing (“AI”, “model”)');
    expect((await send(`GET ${path}/opportunity`)).body.hints[0].message).toContain('You name a solution here');
  });

  test('PF1 two people fill in one page together: only the same text can clash', async () => {
    await send(`PATCH ${path}/opportunity`, { cost: 'ten' }, { version: 0 });
    const other = await send(`PATCH ${path}/opportunity`, { evidence: 'a log' }, { version: 0 });
    expect(other).toMatchObject({ status: 200, body: { cost: 'ten', evidence: 'a log', version: 2 } });
    const clash = await send(`PATCH ${path}/opportunity`, { cost: 'twelve', evidence: 'a log' }, { version: 0 });
    expect(clash).toMatchObject({ status: 409, events: [] });
    expect(clash.body.error).toMatchObject({
      code: 'request.changed_meanwhile',
      params: { yours: { cost: 'twelve' }, theirs: { cost: 'ten' }, given: 0, current: 2 },
    });
    expect((await send(`PATCH ${path}/opportunity`, { cost: 'x' }, { version: 99 })).status).toBe(409);
  });

  test('PF1 a save that is repeated, because the answer got lost, changes nothing', async () => {
    await send(`PATCH ${path}/opportunity`, { cost: 'ten' }, { version: 0 });
    const again = await send(`PATCH ${path}/opportunity`, { cost: 'ten' }, { version: 0 });
    expect(again).toMatchObject({ status: 200, body: { version: 1, cost: 'ten' }, events: [] });
  });

  test('PF1 of two edits of one version at the same instant, one is told', async () => {
    const edits = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        peil.app.inject({
          method: 'PATCH',
          url: `${path}/opportunity`,
          payload: { cost: `edit ${index}` },
          headers: { 'if-match': '0' },
        }),
      ),
    );
    expect(edits.map((edit) => edit.statusCode).sort((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409]);
    expect((await send(`GET ${path}/opportunity`)).body.version).toBe(1);
  });

  test.each([
    ['no text at all', {}, 'at least one text'],
    ['a NUL', { cost: 'a\0b' }, 'NUL'],
    ['a lone surrogate', { cost: 'a\ud800' }, 'lone surrogate'],
    ['a text that is too long', { cost: 'x'.repeat(20_001) }, 'at most 20000 fit'],
    ['a number', { cost: 12 }, 'cost'],
  ])('PF1 %s is refused with a sentence', async (_what, texts, sentence) => {
    const { status, body } = await send(`PATCH ${path}/opportunity`, texts, { version: 0 });
    expect(status).toBe(400);
    expect(body.error.message).toContain(sentence);
  });

  test('PF5 the alternatives are one text with a version', async () => {
    expect((await send(`GET ${path}/alternatives`)).body).toEqual({ text: '', version: 0, changedAt: null });
    const saved = await send(`PUT ${path}/alternatives`, { text: 'A rule.' }, { version: 0 });
    expect(saved).toMatchObject({
      status: 200,
      body: { text: 'A rule.', version: 1 },
      events: ['alternatives.written'],
    });
    const stale = await send(`PUT ${path}/alternatives`, { text: 'Nothing.' }, { version: 0 });
    expect(stale.body.error.params).toMatchObject({ yours: { text: 'Nothing.' }, theirs: { text: 'A rule.' } });
  });
});
