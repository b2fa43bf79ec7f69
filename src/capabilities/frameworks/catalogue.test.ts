import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { entryFactsSchema } from './catalogue-contract.ts';
import { monthsFrom } from './days.ts';
import { marksOf } from './mark-entry.ts';
import { shippedCatalogue } from './shipped/shipped-catalogue.ts';
import { shippedSuggestions } from './shipped/shipped-suggestions.ts';

const entries = Object.entries(shippedCatalogue);

describe('what comes with Peil', () => {
  test('PF9 at least thirty entries, open source and commercial, each whole, dated, sourced, in both languages', () => {
    expect(entries.length).toBeGreaterThanOrEqual(30);
    expect(new Set(entries.map(([, { offer }]) => offer))).toEqual(new Set(['open_source', 'commercial']));
    for (const [key, facts] of entries) {
      expect(entryFactsSchema.parse(facts), key).toEqual(facts);
      expect(key).toMatch(/^[a-z0-9-]+$/);
      expect(facts.source, key).toMatch(/^https:/);
      for (const text of Object.values(facts.description)) expect(text.length, key).toBeGreaterThan(20);
      expect(facts.description.en, key).not.toBe(facts.description.nl);
    }
    expect(new Set(entries.map(([, { name }]) => name)).size).toBe(entries.length);
  });

  test('AA4 the on-device and bot examples say where they moved', () => {
    const of = (key: string) => shippedCatalogue[key];
    expect(of('pytorch-mobile')).toMatchObject({ status: 'retired', successor: 'executorch' });
    expect(of('tensorflow-lite')).toMatchObject({ successor: 'litert' });
    expect(of('firebase-ml')).toMatchObject({ status: 'ending', successor: 'ml-kit', endOfSupport: '2027-06-15' });
    expect(of('core-ml')?.description.en).toContain('Core AI');
    expect(of('luis')).toMatchObject({ status: 'retired', successor: 'azure-language', endOfSupport: '2026-03-31' });
    expect(of('rasa-open-source')).toMatchObject({ status: 'maintenance' });
    for (const [key, { successor }] of entries)
      if (/^[a-z0-9-]+$/.test(successor)) expect(shippedCatalogue, key).toHaveProperty(successor);
  });

  test('AA4 marks follow from the day: ended, ending within a year, older than a year', () => {
    const facts = (changes: object) => ({ ...entryFactsSchema.parse(shippedCatalogue['litert']), ...changes });
    const day = '2027-01-31';
    expect(marksOf(facts({ asOf: '2026-01-31' }), day)).toEqual([]);
    expect(marksOf(facts({ asOf: '2026-01-30' }), day)).toEqual(['stale']);
    expect(marksOf(facts({ asOf: day, endOfSupport: '2027-01-31' }), day)).toEqual(['ended']);
    expect(marksOf(facts({ asOf: day, endOfSupport: '2028-01-31' }), day)).toEqual(['ends_soon']);
    expect(marksOf(facts({ asOf: day, endOfSupport: '2028-02-01' }), day)).toEqual([]);
    expect(marksOf(facts({ asOf: day, status: 'retired', basis: 'general_knowledge' }), day)).toEqual([
      'retired',
      'unchecked',
    ]);
    expect([monthsFrom('2028-02-29', 12), monthsFrom('2027-01-31', 1), monthsFrom('2027-01-31', -11)]).toEqual([
      '2029-02-28',
      '2027-02-28',
      '2026-02-28',
    ]);
  });

  test('PF12 suggestions have keys of their own and both languages; the rule and buying come with every task', () => {
    const keys = shippedSuggestions.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(shippedSuggestions.filter(({ tasks }) => tasks.length === 0).map(({ key }) => key)).toEqual(['rule', 'buy']);
    for (const { key, words } of shippedSuggestions)
      for (const text of [...Object.values(words.en), ...Object.values(words.nl)])
        expect(text.length, key).toBeGreaterThan(2);
  });
});

const ownFacts = {
  ...shippedCatalogue['onnx-runtime'],
  name: 'Our own runtime',
  asOf: '2025-12-01',
  source: 'https://runtime.example/',
};

describeEachDatabase('the catalogue', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  afterAll(() => peil.close());

  const keysOf = async (query: string) =>
    (await send(`GET /api/frameworks?${query}`)).body.entries.map(({ key }: { key: string }) => key);

  test('AA4 is listed with filters, and the facts say since when', async () => {
    const { body } = await send('GET /api/frameworks');
    expect(body.entries).toHaveLength(entries.length);
    expect(body.entries[0]).toMatchObject({ version: 0, isOwn: false, changedBy: null });
    expect(await keysOf('runsOn=microcontroller')).toEqual(['tvm', 'executorch', 'tflite-micro']);
    expect(await keysOf('kind=bot&offer=open_source')).toEqual(['rasa-open-source']);
    expect(await keysOf('text=TENSORFLOW%20telefoons')).toEqual(['litert', 'tensorflow-keras']);
    expect(await keysOf('mark=retired')).toContain('pytorch-mobile');
    expect((await send('GET /api/frameworks?kind=nonsense')).status).toBe(400);
    expect((await send('GET /api/frameworks/nowhere')).status).toBe(404);
  });

  test('AA4 the organisation corrects facts in versions: who, when, why and by which source', async () => {
    const correction = {
      facts: { status: 'retired', successor: 'litert', asOf: '2026-01-02', source: 'https://news.example/ended' },
      note: 'Announced by the vendor.',
    };
    const corrected = await send('PATCH /api/frameworks/ncnn', correction, { version: 0 });
    expect(corrected).toMatchObject({
      status: 200,
      events: ['framework.corrected'],
      body: { version: 1, status: 'retired', licence: 'BSD-3-Clause', changedBy: 'owner', marks: ['retired'] },
    });
    const stale = await send('PATCH /api/frameworks/ncnn', { ...correction, note: 'Again' }, { version: 0 });
    expect(stale).toMatchObject({ status: 409, events: [] });
    const { versions } = (await send('GET /api/frameworks/ncnn')).body;
    expect(versions).toMatchObject([
      { version: 1, note: 'Announced by the vendor.', changedBy: 'owner', facts: { status: 'retired' } },
      { version: 0, note: '', changedBy: null, facts: { status: 'current' } },
    ]);
    // Peil knows it from a later day
    expect(corrected.body.newerShipped).toBe(true);
    const future = { facts: { asOf: '2999-01-01' }, note: 'x' };
    expect((await send('PATCH /api/frameworks/ncnn', future, { version: 1 })).status).toBe(422);
    const badSource = { facts: { source: 'javascript:alert(1)' }, note: 'x' };
    expect((await send('PATCH /api/frameworks/ncnn', badSource, { version: 1 })).status).toBe(400);
    expect((await send('PATCH /api/frameworks/ncnn', { facts: {}, note: 'x' }, { version: 1 })).status).toBe(400);
    expect((await send('PATCH /api/frameworks/nowhere', correction, { version: 0 })).status).toBe(404);
  });

  test('AA4 an own entry is added once; what is hidden is left out unless it is asked', async () => {
    const added = await send('POST /api/frameworks', { key: 'our-runtime', facts: ownFacts, note: 'We made it.' });
    expect(added).toMatchObject({ status: 201, events: ['framework.added'], body: { isOwn: true, version: 1 } });
    for (const key of ['our-runtime', 'litert'])
      expect((await send('POST /api/frameworks', { key, facts: ownFacts, note: 'x' })).status).toBe(409);
    expect((await send('POST /api/frameworks', { key: 'Our Runtime', facts: ownFacts, note: 'x' })).status).toBe(400);
    await send(
      'PATCH /api/frameworks/our-runtime',
      { facts: { isHidden: true }, note: 'Not for now.' },
      { version: 1 },
    );
    expect(await keysOf('text=own%20runtime')).not.toContain('our-runtime');
    expect(await keysOf('hidden=with')).toContain('our-runtime');
  });

  test('AA4 two corrections of one version at the same moment: one is kept, the other is told', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((each) =>
        send('PATCH /api/frameworks/jax', { facts: { licence: `Apache ${each}` }, note: 'x' }, { version: 0 }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});

describeEachDatabase('who writes the catalogue', (kit) => {
  test('AA4 administrators, and who is architect somewhere; everybody else reads', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const problemId = await team.openProblem();
    const architect = await team.signIn('Ari', { problemRoles: { [problemId]: ['analytics_architect'] } });
    const other = await team.signIn('Dana', { problemRoles: { [problemId]: ['data_scientist'] } });
    const add = (key: string) => ({ key, facts: ownFacts, note: 'x' });
    const ask = async (who: typeof architect, key: string) => {
      const asked = { method: 'POST' as const, url: '/api/frameworks', payload: add(key) };
      return (await who.inject(asked)).statusCode;
    };
    expect([await ask(architect, 'a'), await ask(team.admin, 'b'), await ask(other, 'c')]).toEqual([201, 201, 403]);
    expect((await other.inject({ url: '/api/frameworks' })).statusCode).toBe(200);
    await team.close();
  });
});
