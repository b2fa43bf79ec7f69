import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil } from '../../../test/kit/people.ts';
import { type Talker, talkingOn } from '../../../test/kit/talking.ts';
import { change } from '../../platform/context/change.ts';
import { hashSnapshot, recordDecision } from '../decisions/index.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

const cast = { eva: ['sme'], dirk: ['data_scientist'], sam: ['sponsor'], noor: [] } as const;
const day_ms = 86_400_000;

describeEachDatabase('what waits for who has left', (kit) => {
  let team: TeamPeil;
  let asAdmin: Sending;
  let people: Record<keyof typeof cast, Talker>;
  let problemId: string;
  let path: string;
  let itemTitle: string;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    asAdmin = sendingTo(team, (options) => team.admin.injectWithToken(options));
  });
  afterAll(() => team.close());
  beforeEach(async () => {
    ({ problemId, people } = await talkingOn(team, cast));
    path = `/api/problems/${problemId}`;
    await giveDirkWork();
  });

  /** A condition of a go, and an item of the checklist. */
  async function giveDirkWork() {
    const ctx = systemContext(team.services);
    const due = new Date(team.clock.now() + 6 * day_ms).toISOString().slice(0, 10);
    const conditions = [{ text: 'A log of two years', due, blocks: 'g2' as const, ownerId: people.dirk.id }];
    await change(ctx, (tx) =>
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
    await people.eva.send(`POST ${path}/checklist`);
    const { items } = (await people.eva.send(`GET ${path}/checklist`)).body;
    const item = items.find(
      ({ role, gate }: { role: string; gate: string }) => role === 'data_scientist' && gate === 'g1',
    );
    itemTitle = item.title;
    const given = await people.eva.send(
      `PATCH ${path}/checklist/items/${item.id}`,
      { ownerId: people.dirk.id },
      { version: item.version },
    );
    expect(given.status).toBe(200);
  }

  const home = async (who: keyof typeof cast) =>
    (await people[who].send('GET /api/home')).body.items
      .filter((each: { problemId: string }) => each.problemId === problemId)
      .map(({ kind }: { kind: string }) => kind);
  const unread = async (who: keyof typeof cast) =>
    (await people[who].send('GET /api/notifications?show=unread')).body.notifications
      .filter((each: { problemId: string }) => each.problemId === problemId)
      .map(({ kind }: { kind: string }) => kind);
  const leave = async () => {
    const left = await asAdmin(`POST /api/users/${people.dirk.id}/deactivation`);
    expect(left.status).toBe(200);
    await team.services.jobs.runDue();
  };

  test('PF2 a role of who has left is nobody’s, and what was theirs by name is asked of the roles', async () => {
    expect(await home('dirk')).toEqual(expect.arrayContaining(['condition', 'checklist_item']));
    expect(await home('eva')).not.toContain('condition');
    await leave();
    for (const who of ['eva', 'sam'] as const) expect(await home(who)).toContain('unfilled');
    // Of the sponsor, who decides at the gate and so may say that it is met.
    expect([(await home('eva')).includes('condition'), (await home('sam')).includes('condition')]).toEqual([
      false,
      true,
    ]);
    const { items } = (await people.eva.send('GET /api/home')).body;
    const here = items.filter((each: { problemId: string }) => each.problemId === problemId);
    const sentences: string[] = here.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences.some((each) => each.startsWith('Find a data scientist'))).toBe(true);
    team.clock.advance(day_ms);
    await team.services.jobs.runDue();
    for (const who of ['eva', 'sam'] as const) expect(await unread(who)).toContain('condition_soon');
    // Somebody who comes back is asked again.
    const back = await asAdmin(`DELETE /api/users/${people.dirk.id}/deactivation`);
    expect([back.status, back.body.status]).toEqual([200, 'active']);
    await team.services.jobs.runDue();
    expect(await home('sam')).not.toContain('condition');
  });

  test('PF2 who takes over gets roles, items and conditions, and is told of each', async () => {
    const url = `POST /api/users/${people.dirk.id}/handover`;
    const handed = await asAdmin(url, { toUserId: people.noor.id });
    expect(handed.body).toEqual({ problems: 1, roles: 1, items: 1, conditions: 1 });
    expect(handed.events).toEqual(['problem_access.role_given', 'checklist.item_assigned', 'gate.condition_assigned']);
    expect((await asAdmin(url, { toUserId: people.noor.id })).body).toEqual({
      problems: 0,
      roles: 0,
      items: 0,
      conditions: 0,
    });
    expect((await unread('noor')).toSorted()).toEqual(['condition_assigned', 'item_assigned', 'role_given']);
    expect(await home('noor')).toEqual(expect.arrayContaining(['condition', 'checklist_item']));
    const { items } = (await people.noor.send(`GET ${path}/checklist`)).body;
    expect(items.find(({ title }: { title: string }) => title === itemTitle).ownerId).toBe(people.noor.id);
    await leave();
    expect(await home('eva')).not.toContain('condition');
  });
});
