import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import type { TestPeil } from '../../../test/kit/app.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import type { Decision } from '../decisions/contract.ts';

describeEachDatabase('erasing after a no-go', ({ openPeil }) => {
  let peil: TestPeil;
  let send: Sending;
  let path: string;
  let decision: Decision;
  let stakeholderId: string;
  beforeAll(async () => {
    peil = await openPeil();
    send = sendingTo(peil);
    path = `/api/problems/${(await writtenProblem(peil)).problemId}`;
    const given = { name: 'Mr. Bakker', relation: 'affected', mustBeHeard: false, interest: 'Rides at night.' };
    stakeholderId = (await send(`POST ${path}/stakeholders`, given)).body.id;
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    decision = (
      await send(`POST ${path}/gates/g1/decisions`, {
        outcome: 'no_go',
        reasons: 'A rule will do.',
        redirect: { kind: 'rule', text: 'By age.' },
        people: [
          { name: 'Eva Jansen', role: 'sme', meaning: 'decides' },
          { name: 'Tom Bakker', role: 'sponsor', meaning: 'decides' },
        ],
        snapshotHash,
      })
    ).body;
  });
  afterAll(() => peil.close());

  test('PF2 the name of a stakeholder goes, and the rest stays as it was', async () => {
    const erased = await send(`POST ${path}/stakeholders/${stakeholderId}/erase-name`);
    expect(erased).toMatchObject({ status: 200, events: ['personal_data.stakeholder_name_erased'] });
    const { stakeholders } = (await send(`GET ${path}/stakeholders`)).body;
    const [shown] = stakeholders.filter(({ id }: { id: string }) => id === stakeholderId);
    expect(shown).toMatchObject({ name: null, isErased: true, interest: 'Rides at night.' });
    expect((await send(`DELETE ${path}/stakeholders/${stakeholderId}`)).status).toBe(423);
  });

  test('RM3 a name under the decision goes, from the one page too; the record and its hash stay', async () => {
    const at = `${path}/decisions/${decision.id}`;
    const before = (await send(`GET ${path}/one-page`)).body;
    expect(before.markdown).toContain('Eva Jansen');
    const erased = await send(`POST ${at}/people/0/erase-name`);
    expect(erased).toMatchObject({ status: 200, events: ['personal_data.decision_name_erased'] });
    const [first, ...others] = decision.people;
    const { name: _, ...left } = first ?? {};
    expect(erased.body).toEqual({ ...decision, people: [left, ...others] });
    const after = (await send(`GET ${path}/one-page`)).body;
    expect(after.markdown).not.toContain('Eva Jansen');
    expect([after.hash, after.markdown.includes('Tom Bakker')]).toEqual([before.hash, true]);
    for (const refused of ['0', '7'])
      expect(await send(`POST ${at}/people/${refused}/erase-name`)).toMatchObject({
        status: 409,
        events: [],
        body: { error: { code: 'decision.no_name' } },
      });
    expect((await send(`POST ${path}/decisions/none/people/1/erase-name`)).status).toBe(404);
    expect((await send(`POST ${at}/people/-1/erase-name`)).status).toBe(400);
  });

  test('RM3 details of the trail go, also of what concerns the stopped problem and of one that was deleted', async () => {
    const eraseDetails = async (type: string, problemId: string) => {
      const { events } = (await send(`GET /api/audit/events?type=${type}&problemId=${problemId}`)).body;
      const eventIds = events.map(({ id }: { id: string }) => id);
      return send('POST /api/audit/erasures', { eventIds, reason: 'asked for' });
    };
    expect(await eraseDetails('decision.recorded', path.slice('/api/problems/'.length))).toMatchObject({
      status: 200,
      body: { erased: 2 },
      events: ['audit.details_erased', 'audit.details_erased'],
    });
    const begun = (await send('POST /api/problems', { title: 'Begun by mistake' })).body;
    const renamed = await send(`PATCH /api/problems/${begun.id}`, { title: 'About Eva' }, { version: begun.version });
    const { id, version } = renamed.body;
    expect((await send(`DELETE /api/problems/${id}`, undefined, { version })).status).toBe(200);
    expect(await eraseDetails('problem.renamed', id)).toMatchObject({ status: 200, body: { erased: 1 } });
  });
});
