import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { quietly } from '../../platform/context/change.ts';
import { shipTemplate } from './index.ts';
import { shippedTemplate } from './shipped-template.ts';

const draft = '/api/checklist-template/draft';
const versions = '/api/checklist-template/versions';
const item = {
  role: 'sme',
  title: { en: 'The night shift was asked', nl: 'De nachtploeg is gevraagd' },
  help: { en: 'They see most of it.', nl: 'Zij zien er het meest van.' },
};

describeEachDatabase('the checklist of the organisation', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  beforeEach(async () => {
    await peil?.close();
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  afterAll(() => peil.close());

  const publish = async (note = 'Because') => {
    const { version } = (await send(`GET ${draft}`)).body;
    return send(`POST ${versions}`, { note }, { version });
  };

  test('PF3 version 1 comes with Peil, once', async () => {
    await Promise.all([shipTemplate(peil.services), shipTemplate(peil.services)]);
    const { body } = await send(`GET ${versions}`);
    expect(body.versions).toMatchObject([
      { number: 1, publishedBy: 'system', note: '', itemCount: shippedTemplate.length },
    ]);
    const read = (await send(`GET ${versions}/1`)).body;
    expect(read.items).toEqual(shippedTemplate);
    expect((await send(`GET ${draft}`)).body).toMatchObject({ basedOn: 1, changes: 0, version: 1 });
    const unknown = await send(`GET ${versions}/2`);
    expect([unknown.status, unknown.body.error.params]).toEqual([404, { number: 2, newest: 1 }]);
  });

  test('PF3 a draft is edited item by item and published; the version before stays as it was', async () => {
    const added = await send(`POST ${draft}/items`, item);
    expect(added).toMatchObject({ status: 201, events: ['checklist_template.item_added'] });
    expect(added.body).toMatchObject({ ...item, gate: 'g1', change: 'added', version: 1 });
    const [first, second] = shippedTemplate;
    const edited = await send(
      `PATCH ${draft}/items/${first?.key}`,
      { title: { nl: 'In andere woorden' } },
      { version: 1 },
    );
    expect(edited).toMatchObject({ status: 200, events: ['checklist_template.item_edited'] });
    expect(edited.body).toMatchObject({ title: { en: first?.title.en, nl: 'In andere woorden' }, change: 'changed' });
    const retired = await send(`PATCH ${draft}/items/${second?.key}`, { isRetired: true }, { version: 1 });
    expect(retired).toMatchObject({ events: ['checklist_template.item_retired'], body: { change: 'retired' } });

    const changes = (await send('GET /api/checklist-template/changes?from=1')).body;
    expect(changes).toMatchObject({ from: 1, to: null, added: [{ key: added.body.key }], retired: [second] });
    const published = await publish();
    expect(published).toMatchObject({ status: 201, events: ['checklist_template.published'], body: { number: 2 } });
    expect((await send(`GET ${versions}/1`)).body.items).toEqual(shippedTemplate);
    expect((await send('GET /api/checklist-template/changes?from=1&to=2')).body).toEqual({ ...changes, to: 2 });
    expect((await send(`GET ${draft}`)).body).toMatchObject({ basedOn: 2, changes: 0 });

    const back = await send(`PATCH ${draft}/items/${second?.key}`, { isRetired: false }, { version: 2 });
    expect(back).toMatchObject({ events: ['checklist_template.item_brought_back'], body: { change: 'brought_back' } });
  });

  test('PF3 what was never published and is retired again leaves no trace in a version', async () => {
    const { key } = (await send(`POST ${draft}/items`, item)).body;
    const retired = await send(`PATCH ${draft}/items/${key}`, { isRetired: true }, { version: 1 });
    expect(retired.body.change).toBe('none');
    const refused = await publish();
    expect([refused.status, refused.body.error.code]).toEqual([409, 'checklist.nothing_to_publish']);
  });

  test('PF3 an item in one language is not published', async () => {
    await send(`POST ${draft}/items`, { ...item, title: { en: 'Only English', nl: ' ' } });
    const refused = await publish();
    expect(refused).toMatchObject({ status: 422, events: [] });
    expect(refused.body.error.params).toEqual({ titles: ['Only English'] });
  });

  test('PF3 what is published is what was seen: a draft that changed meanwhile is told', async () => {
    const { version } = (await send(`GET ${draft}`)).body;
    await send(`POST ${draft}/items`, item);
    const stale = await send(`POST ${versions}`, { note: 'x' }, { version });
    expect(stale).toMatchObject({ status: 409, events: [] });
    expect(stale.body.error.code).toBe('request.changed_meanwhile');
    const { key } = shippedTemplate[0] as { key: string };
    await send(`PATCH ${draft}/items/${key}`, { source: 'R1' }, { version: 1 });
    const late = await send(`PATCH ${draft}/items/${key}`, { source: 'R2' }, { version: 1 });
    expect(late.body.error.params).toMatchObject({ yours: { source: 'R2' }, theirs: { source: 'R1' } });
  });

  test('PF3 two publications at the same instant give one version', async () => {
    await send(`POST ${draft}/items`, item);
    const { version } = (await send(`GET ${draft}`)).body;
    const both = await Promise.all(
      ['a', 'b'].map((note) =>
        peil.app.inject({
          method: 'POST',
          url: versions,
          payload: { note },
          headers: { 'if-match': String(version) },
        }),
      ),
    );
    expect(both.map((each) => each.statusCode).sort((a, b) => a - b)).toEqual([201, 409]);
    expect((await send(`GET ${versions}`)).body.versions).toHaveLength(2);
  });

  test('PF3 the database itself refuses to change a published version', async () => {
    for (const statement of [
      `update checklist_template set items = '[]'`,
      `delete from checklist_template`,
      ...(kit.kind === 'sqlite'
        ? [`insert or replace into checklist_template values (1, '', '[]', 'x', 0)`]
        : [`truncate checklist_template cascade`]),
    ]) {
      await expect(quietly(peil.services, (db) => sql.raw(statement).execute(db))).rejects.toThrow(
        'a published checklist is never changed or deleted',
      );
    }
  });

  test('PF3 no sequence of operations changes a version that was published', async () => {
    const operation = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), role: fc.constantFrom('sme', 'sponsor', 'risk_manager') }),
      fc.record({
        kind: fc.constant('edit' as const),
        at: fc.nat(60),
        text: fc.string({ minLength: 1, maxLength: 9 }),
      }),
      fc.record({ kind: fc.constant('retire' as const), at: fc.nat(60), is: fc.boolean() }),
      fc.record({ kind: fc.constant('publish' as const) }),
      fc.record({ kind: fc.constant('begin' as const) }),
      fc.record({ kind: fc.constant('renew' as const) }),
    );
    const { id } = (await send('POST /api/problems', { title: 'In use' })).body;
    const kept = new Map<number, string>();
    const remember = async () => {
      for (const { number } of (await send(`GET ${versions}`)).body.versions) {
        const text = JSON.stringify((await send(`GET ${versions}/${number}`)).body);
        expect(text).toBe(kept.get(number) ?? text);
        kept.set(number, text);
      }
    };
    const patch = async (at: number, fields: object) => {
      const { items } = (await send(`GET ${draft}`)).body;
      const { key, version } = items[at % items.length];
      return send(`PATCH ${draft}/items/${encodeURIComponent(key)}`, fields, { version });
    };
    const steps = {
      add: ({ role = 'sme' }: { role?: string }) => send(`POST ${draft}/items`, { ...item, role }),
      edit: ({ at = 0, text = '' }: { at?: number; text?: string }) => patch(at, { title: { en: text } }),
      retire: ({ at = 0, is = true }: { at?: number; is?: boolean }) => patch(at, { isRetired: is }),
      publish: () => publish(),
      begin: () => send(`POST /api/problems/${id}/checklist`),
      renew: () => send(`POST /api/problems/${id}/checklist/renew`),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 3, maxLength: 8 }), async (operations) => {
        for (const each of operations) {
          const { status } = await steps[each.kind](each as never);
          expect(status).toBeLessThan(500);
        }
        await remember();
      }),
      { numRuns: 12, seed: 4 },
    );
    expect(kept.size).toBeGreaterThan(2);
  }, 60_000);
});
