import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { type AtG1, peopleAtAGate, type PeopleAtAGate } from '../../../test/kit/people-at-a-gate.ts';

const minute_ms = 60_000;

describeEachDatabase('what a decision keeps of the way to it', (kit) => {
  let here: PeopleAtAGate;
  let at: AtG1;
  beforeAll(async () => {
    here = await peopleAtAGate(kit);
  });
  afterAll(() => here.team.close());
  beforeEach(async () => {
    at = await here.anotherProblem();
  });

  /** A go with an open item, an objection of somebody who is not asked, and a remark; a minute between all of it. */
  const decided = async () => {
    const { as } = here;
    await as.dirk(`PUT ${at.path}/alternatives`, { text: '' }, { version: 1 });
    const proposalId = await at.propose();
    const objection = { role: 'data_engineer', verdict: 'objects', remark: 'The log has holes.' };
    for (const step of [
      () => at.waive('sam', proposalId, { item: 'decision.alternatives' }),
      () => at.sign('eva', proposalId, { role: 'sme', remark: 'Mind the summer.' }),
      () => at.sign('noor', proposalId, objection),
      () => at.sign('dirk', proposalId, { role: 'data_scientist' }),
    ]) {
      here.team.clock.advance(minute_ms);
      expect((await step()).status).toBe(201);
    }
    here.team.clock.advance(60 * minute_ms);
    const { status, body } = await at.close('sam', proposalId);
    expect(status).toBe(201);
    return body;
  };

  test('PF3 RM3 waivers, objections, remarks and dates stand in the decision for good', async () => {
    const { people, as } = here;
    const body = await decided();
    expect(body.people).toEqual([
      { userId: people.eva.id, role: 'sme', meaning: 'approves the go', at: expect.any(Number) },
      { userId: people.dirk.id, role: 'data_scientist', meaning: 'approves the go', at: expect.any(Number) },
      { userId: people.sam.id, role: 'sponsor', meaning: 'decides: go', at: body.at },
    ]);
    const [eva, dirk] = body.people;
    expect(dirk.at - eva.at).toBe(2 * minute_ms);
    expect(body.at - dirk.at).toBe(60 * minute_ms);
    expect(body.signOffs).toMatchObject([
      { userId: people.eva.id, verdict: 'approves', remark: 'Mind the summer.', at: eva.at },
      { userId: people.noor.id, verdict: 'objects', remark: 'The log has holes.', role: 'data_engineer' },
      { userId: people.dirk.id, verdict: 'approves', remark: '' },
    ]);
    expect(body.waivers).toEqual([
      {
        item: 'decision.alternatives',
        said: { en: expect.stringMatching(/alternative/i), nl: expect.stringMatching(/alternatie/i) },
        reason: 'There is no time.',
        waivedBy: people.sam.id,
        onBehalfOf: null,
        at: eva.at - minute_ms,
      },
    ]);
    const [again] = (await as.eva(`GET ${at.path}/decisions`)).body.decisions;
    expect(again).toEqual(body);
    expect((await as.eva(`GET ${at.path}/decisions/${body.id}`)).body).toMatchObject(body);
  });

  test('PF10 RM3 the one page tells of them in both languages, and so do the questions of a regulator', async () => {
    const { as } = here;
    const { waivers } = await decided();
    const page = async (language: string) => (await as.eva(`GET ${at.path}/one-page?language=${language}`)).body;
    const [english, dutch] = [await page('en'), await page('nl')];
    expect(english.markdown).toContain(
      'eva, subject matter expert: approves the go (signed on 5 January 2026). Remark: Mind the summer.',
    );
    expect(english.markdown).toContain('sam, sponsor: decides: go\n');
    expect(english.markdown).toContain('noor, data engineer, objected on 5 January 2026. Remark: The log has holes.');
    expect(english.markdown).not.toMatch(/noor[^\n]*approves/);
    const item = waivers[0].said;
    expect(english.markdown).toContain(`Left open by sam on 5 January 2026: ${item.en} Reason: There is no time.`);
    expect(dutch.markdown).toContain(`Opengelaten door sam op 5 januari 2026: ${item.nl} Reden: There is no time.`);
    expect(dutch.markdown).toContain('noor, data engineer, maakte bezwaar op 5 januari 2026.');
    expect(dutch.generatedFrom).toEqual(english.generatedFrom);
    expect(english.html).toContain('The log has holes.');
    const { rows } = (await as.eva(`GET ${at.path}/risk/regulator`, undefined, { language: 'en' })).body;
    const known = rows.find(({ row }: { row: string }) => row === 'waivers').known;
    expect(JSON.stringify(known)).toContain(`left open by sam on 2026-01-05: ${item.en} Reason: There is no time.`);
  });

  test('RM3 the trail keeps the reason of a waiver, and the remark and meaning of a signature', async () => {
    await decided();
    const { events } = (await here.as.admin(`GET /api/audit/events?problemId=${at.problemId}&limit=50`)).body;
    const detailsOf = (type: string) =>
      events
        .filter((event: { type: string }) => event.type === type)
        .map((event: { details: object }) => event.details);
    expect(detailsOf('gate.waived')).toMatchObject([{ item: 'decision.alternatives', reason: 'There is no time.' }]);
    expect(detailsOf('gate.signed')).toContainEqual(
      expect.objectContaining({ verdict: 'objects', remark: 'The log has holes.', meaning: 'approves the go' }),
    );
  });

  test('PF5 while it lies on the table the one page calls an objection an objection', async () => {
    const proposalId = await at.propose();
    await at.sign('noor', proposalId, { role: 'data_engineer', verdict: 'objects', remark: 'The log has holes.' });
    const { markdown } = (await here.as.eva(`GET ${at.path}/one-page`)).body;
    expect(markdown).toContain('noor, data engineer, objected on');
    expect(markdown).not.toMatch(/noor[^\n]*approves/);
  });
});
