import { afterAll, beforeAll, expect, test } from 'vitest';
import { assessedProblem, writtenRisk } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { asking, writtenProblem, type WrittenProblem } from '../../../test/kit/written-problem.ts';
import { beginChecklist } from '../checklists/contract.ts';
import type { Anchor } from '../conversation/contract.ts';
import { conversationTexts } from '../conversation/web/texts.ts';
import { addStakeholder } from '../stakeholders/contract.ts';
import { partsResultTexts } from '../value/web/parts-result-texts.ts';
import { resultTexts } from '../value/web/result-texts.ts';
import { anchorTexts } from './anchor-texts.ts';
import { removeObjective } from './contract.ts';
import { onePageTexts } from './one-page-texts.ts';
import { opportunityTexts } from './web/opportunity-texts.ts';
import { translationTexts } from './web/translation-texts.ts';

describeEachDatabase('names of places where people talk', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let daan: TestPerson;
  let send: Sending;
  let ids: WrittenProblem;
  let places: Record<string, Anchor>;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    eva = await team.signIn('Eva Smit');
    daan = await team.signIn('Daan');
    send = sendingTo(team, (options) => eva.injectWithToken(options));
    const headers = { authorization: `Bearer ${eva.bearer}` };
    ids = await writtenProblem(team, headers);
    const { problemId } = ids;
    await team.giveRoles(eva, problemId, ['sme', 'risk_manager']);
    await team.giveRoles(daan, problemId, ['data_scientist']);
    const params = { problemId };
    const { riskId } = await assessedProblem(team, { problemId, headers });
    const stakeholder = await asking(team, addStakeholder, {
      headers,
      params,
      body: { name: 'Night crew', relation: 'affected', mustBeHeard: true, interest: '' },
    });
    const { items } = await asking(team, beginChecklist, { headers, params });
    const [item] = items;
    const add = async (list: string, body: object) =>
      (await send(`POST /api/problems/${problemId}/${list}`, body)).body.id as string;
    const dataId = await add('data-requirements', { what: 'Log of every stop' });
    const alternativeId = await add('alternatives', { kind: 'rule', name: 'Replace at 10 years' });
    const whole = (kind: string, id: string): Anchor => ({ kind, id, field: null });
    const within = (kind: string, field: string): Anchor => ({ kind, id: problemId, field });
    places = {
      'Opportunity: What it costs': within('opportunity', 'cost'),
      'Objective: Nights without surprises': whole('objective', ids.objectiveId),
      'Key result: Unforeseen stops': whole('key_result', ids.keyResultId),
      'Stakeholder: Night crew': whole('stakeholder', stakeholder.id),
      [`Checklist: ${item?.title}`]: whole('checklist_item', item?.id ?? ''),
      'Translation: Moment of prediction': within('translation', 'moment'),
      'Translation: Unforeseen stops': within('translation', `link-${ids.keyResultId}`),
      'Data requirement: Log of every stop': whole('data_requirement', dataId),
      'Alternative: Replace at 10 years': whole('valued_alternative', alternativeId),
      Alternatives: whole('alternative', problemId),
      'Value model: The most it may cost to build': within('value_model', 'ceilingBuild'),
      [`Risk: ${writtenRisk.what}`]: whole('risk', riskId),
      'Something in this problem': whole('weather', problemId),
    };
    for (const anchor of Object.values(places))
      await send(`POST /api/problems/${problemId}/conversation/threads`, { anchor, text: `@[${daan.id}] look` });
  });
  afterAll(() => team.close());

  test('SM3 every place is called by what stands there, also after it was removed', async () => {
    const path = `/api/problems/${ids.problemId}/conversation/places`;
    const read = async () => (await send(`GET ${path}`)).body.places as { anchor: Anchor; said: string }[];
    const expected = Object.entries(places).map(([said, anchor]) => ({ anchor, said }));
    expect(await read()).toHaveLength(expected.length);
    for (const each of expected) expect(await read()).toContainEqual(expect.objectContaining(each));
    const headers = { authorization: `Bearer ${eva.bearer}` };
    await asking(team, removeObjective, { headers, params: ids });
    expect((await read()).map(({ said }) => said)).toContain('Objective: Nights without surprises');
    const dutch = (await send(`GET ${path}`, undefined, { language: 'nl' })).body.places;
    expect(dutch.map(({ said }: { said: string }) => said)).toContain('Kans: Wat het kost');
    expect((await send('GET /api/problems/none/conversation/places')).status).toBe(404);
  });

  test('PF2 a notification says where, in the language of who reads it', async () => {
    const read = async (language: string) => {
      const answer = await daan.injectWithToken({
        method: 'GET',
        url: '/api/notifications',
        headers: { 'accept-language': language },
      });
      return answer.json<{ notifications: { kind: string; place: string | null }[] }>().notifications;
    };
    const said = (await read('en')).filter(({ kind }) => kind === 'mentioned').map(({ place }) => place);
    expect(new Set(said)).toEqual(new Set(Object.keys(places)));
    expect((await read('nl')).map(({ place }) => place)).toContain('Sleutelresultaat: Unforeseen stops');
    expect((await read('en')).find(({ kind }) => kind === 'role_given')?.place).toBeNull();
  });

  test('SM3 the gate says on what the expert steers, and leads to the conversation', async () => {
    const anchor = { kind: 'key_result', id: ids.keyResultId, field: null };
    const path = `/api/problems/${ids.problemId}`;
    await send(`POST ${path}/conversation/threads`, { anchor, kind: 'steering', text: 'Mind the night shift.' });
    const steering = async (language: string) =>
      (await send(`GET ${path}/gates/g1`, undefined, { language })).body.items.find(({ id }: { id: string }) =>
        id.startsWith('steering.'),
      );
    expect(await steering('en')).toMatchObject({
      message: 'Answer the steering remark of the expert on “Key result: Unforeseen stops”: “Mind the night shift.”',
      station: 'requirements',
      field: null,
      talk: `key_result:${ids.keyResultId}`,
    });
    expect((await steering('nl')).message).toContain('bij “Sleutelresultaat: Unforeseen stops”');
  });

  test('PF2 an anchor that names a thing of another problem does not tell what that is called', async () => {
    const { id: problemId } = (await send('POST /api/problems', { title: 'Another' })).body;
    const path = `/api/problems/${problemId}/conversation`;
    for (const [kind, id] of [
      ['key_result', ids.keyResultId],
      ['stakeholder', places['Stakeholder: Night crew']?.id],
    ])
      await send(`POST ${path}/threads`, { anchor: { kind, id, field: null }, text: 'What is this?' });
    const { places: found } = (await send(`GET ${path}/places`)).body;
    expect(found.map(({ said }: { said: string }) => said).toSorted()).toEqual(['Key result', 'Stakeholder']);
  });
});

test.each(['en', 'nl'] as const)('house places are called as the page calls them (%s)', (locale) => {
  const t = anchorTexts[locale];
  const { anchors, elsewhere } = conversationTexts[locale];
  expect({ ...t.kinds, elsewhere: t.elsewhere }).toEqual({ ...anchors, elsewhere });
  const namesIn = (questions: Record<string, { name: string }>) =>
    Object.fromEntries(Object.entries(questions).map(([field, { name }]) => [field, name]));
  expect(t.translation).toEqual(namesIn(translationTexts[locale].questions));
  expect(onePageTexts[locale].questions).toEqual(namesIn(opportunityTexts[locale].questions));
  const { figures } = resultTexts[locale];
  const { figures: later, capacity } = partsResultTexts[locale];
  expect({ ...figures, ...t.figures }).toMatchObject(figures);
  expect(t.figures).toMatchObject({
    presentValue: later.present,
    payback: later.payback,
    samplePilot: later.sample,
    capacity: capacity.room,
    highestRecall: capacity.highest,
    reachableRecall: capacity.reachable,
    precisionNeeded: capacity.precision,
  });
});
