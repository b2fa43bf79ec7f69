import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { decideG0 } from '../../../test/kit/accepted.ts';
import { assessedProblem } from '../../../test/kit/assessed-problem.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode, type TeamPeil, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { gatherWritten } from './gather-written.ts';

const declared = { about: 'country', difference: 'France', reason: 'Other shifts, other machines.' };

describeEachDatabase('variants and templates', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  afterAll(() => peil.close());

  const written = async () => (await writtenProblem(peil)).problemId;
  const contentOf = (problemId: string) => gatherWritten(peil.services.database.reader, problemId);
  const copy = (problemId: string, body: object = {}) =>
    send(`POST /api/problems/${problemId}/variants`, { title: 'Machines that stop in France', ...declared, ...body });
  const origin = async (problemId: string) => (await send(`GET /api/problems/${problemId}/origin`)).body;

  test('PF1 DS3 a variant has all that was formulated, and nothing that people decided, signed or said', async () => {
    const parentId = await written();
    await assessedProblem(peil, { problemId: parentId });
    await send(`POST /api/problems/${parentId}/data-requirements`, {
      what: 'Night log',
      why: 'It tells what stopped.',
    });
    const option = { kind: 'rule', name: 'By age', description: 'The oldest first.', figures: {} };
    await send(`POST /api/problems/${parentId}/alternatives`, option);
    await send(`POST /api/problems/${parentId}/checklist`);
    await send(`POST /api/problems/${parentId}/stakeholders`, { name: 'Ria de Wit', role: 'sme' });
    const { status, body, events } = await copy(parentId);
    expect(status).toBe(201);
    expect(events).toEqual(
      expect.arrayContaining(['problem.created', 'opportunity.written', 'key_result.created', 'problem.copied']),
    );
    const variant = await contentOf(body.id);
    expect(variant).toEqual(await contentOf(parentId));
    expect(variant.objectives[0]?.keyResults[0]).toMatchObject({ metric: 'Unforeseen stops', contributes: true });
    expect(variant.dataRequirements).toMatchObject([{ what: 'Night log' }]);
    expect(variant.atStake).not.toBeNull();

    const at = `/api/problems/${body.id}`;
    expect(body).toMatchObject({ title: 'Machines that stop in France', phase: 'formulation', isPrivate: false });
    expect((await send(`GET ${at}/decisions`)).body.decisions).toEqual([]);
    expect((await send(`GET ${at}/stakeholders`)).body.stakeholders).toEqual([]);
    expect((await send(`GET ${at}/checklist`)).body).toMatchObject({ isBegun: false, items: [] });
    expect((await send(`GET ${at}/risk/ai-act`)).body.class).toBe('unassessed');
    expect((await send(`GET ${at}/value`)).body.isComplete).toBe(true);
    // The projections of the list know it at once, with its euros.
    const { problems } = (await send('GET /api/problems?text=stop%20in%20France')).body;
    expect(problems).toMatchObject([{ id: body.id, atStake: { amount: expect.any(String) } }]);
  });

  test('PF1 DS3 both sides show the relation, and what differs from the parent field by field', async () => {
    const parentId = await written();
    const { body: variant } = await copy(parentId);
    expect(await origin(variant.id)).toMatchObject({
      variantOf: { id: parentId, title: 'Machines that stop at night', ...declared },
      template: null,
      variants: [],
      version: 1,
    });
    expect((await origin(parentId)).variants).toMatchObject([{ id: variant.id, title: variant.title, ...declared }]);

    const at = `/api/problems/${variant.id}`;
    const compare = async () => (await send(`GET ${at}/origin/differences`)).body;
    expect((await compare()).differences).toEqual([]);
    const { version } = (await send(`GET ${at}/opportunity`)).body;
    await send(`PATCH ${at}/opportunity`, { frequency: 'About 300 times a year.' }, { version });
    const model = (await send(`GET ${at}/value`)).body;
    const cheaper = { ...model.model, volumePerYear: { likely: 9000 } };
    await send(`PUT ${at}/value`, { model: cheaper }, { version: model.version });
    expect((await compare()).differences).toEqual([
      { path: 'opportunity.frequency', before: 'About 2,000 times a year.', after: 'About 300 times a year.' },
      { path: 'valueModel.volumePerYear.likely', before: 50_000, after: 9000 },
    ]);

    const edited = await send(`PATCH ${at}/origin`, { difference: 'France and Belgium' }, { version: 1 });
    expect([edited.status, edited.events]).toEqual([200, ['problem.variant_edited']]);
    expect(edited.body).toMatchObject({
      version: 2,
      variantOf: { difference: 'France and Belgium', about: 'country' },
    });
    expect((await send(`PATCH ${at}/origin`, { reason: 'x' }, { version: 1 })).status).toBe(409);
  });

  test('PF6 what a variant or a template brings of the translation shows once the opportunity is accepted', async () => {
    const { body } = await copy(await written());
    const at = `/api/problems/${body.id}`;
    const variant = await contentOf(body.id);
    // What a machine could do is kept, and out of sight until it is accepted what the problem is.
    const before = (await send(`GET ${at}/translation`)).body;
    expect(before).toMatchObject({ isLocked: true, isKept: true, task: '', unit: '', completeness: 0 });
    expect(before.links).toMatchObject([{ text: '', isLinked: false }]);
    await decideG0(peil, body.id);
    const { translation } = variant;
    const after = (await send(`GET ${at}/translation`)).body;
    expect(after).toMatchObject({ ...translation, isLocked: false, isKept: false, completeness: 100 });
    await decideG0(peil, body.id, 'reopen');
    expect((await send(`GET ${at}/translation`)).body).toMatchObject({ ...translation, isLocked: true, isKept: false });
  });

  test('PF1 DS3 a variant needs its difference and its reason, and only a variant compares', async () => {
    const parentId = await written();
    for (const missing of [{ difference: ' ' }, { reason: '' }, { about: 'mood' }, { title: '' }]) {
      const { status, events } = await copy(parentId, missing);
      expect([status, events]).toEqual([400, []]);
    }
    expect((await send('POST /api/problems/nowhere/variants', { title: 'x', ...declared })).status).toBe(404);
    const alone = await send(`GET /api/problems/${parentId}/origin/differences`, undefined, { language: 'nl' });
    expect([alone.status, alone.body.error.code]).toEqual([404, 'formulation.no_variant']);
    expect((await send(`PATCH /api/problems/${parentId}/origin`, { reason: 'x' }, { version: 0 })).status).toBe(404);
  });

  test('PF1 PF3 a template is saved, begun with, renamed, retired and brought back', async () => {
    const problemId = await written();
    const about = { name: 'Machines at night', description: 'For plants with a night shift.' };
    const saved = await send(`POST /api/problems/${problemId}/template`, about);
    expect([saved.status, saved.events]).toEqual([201, ['problem_template.saved']]);
    expect(saved.body).toMatchObject({
      ...about,
      holds: { answers: 6, objectives: 1, keyResults: 1, translation: 9, valueModel: true },
      retiredAt: null,
    });
    const { id } = saved.body;
    const begun = await send('POST /api/problems', { title: 'Machines in Ghent', templateId: id });
    expect(begun.status).toBe(201);
    expect(await contentOf(begun.body.id)).toEqual(await contentOf(problemId));
    expect(await origin(begun.body.id)).toMatchObject({ variantOf: null, template: { id, name: about.name } });

    const at = `/api/problem-templates/${id}`;
    const renamed = await send(`PATCH ${at}`, { name: 'Night shifts' }, { version: 1 });
    expect(renamed.body).toMatchObject({ name: 'Night shifts', description: about.description, version: 2 });
    expect((await send(`PATCH ${at}`, { name: 'Other' }, { version: 1 })).status).toBe(409);
    expect((await send(`DELETE ${at}`)).body.retiredAt).toEqual(expect.any(Number));
    expect((await send(`DELETE ${at}`)).body.error.code).toBe('formulation.template_retired');
    const late = await send('POST /api/problems', { title: 'Too late', templateId: id });
    expect([late.status, late.body.error.code, late.events]).toEqual([409, 'formulation.template_retired', []]);
    expect((await send('POST /api/problems', { title: 'None', templateId: 'none' })).status).toBe(404);
    expect((await send(`POST ${at}/restore`)).body.retiredAt).toBeNull();
    expect((await send(`POST ${at}/restore`)).status).toBe(409);
    expect((await send('GET /api/problem-templates')).body.templates.map((each: { id: string }) => each.id)).toContain(
      id,
    );
    // What became of the problem does not touch the template.
    await send(`DELETE /api/problems/${begun.body.id}`);
    expect((await send('POST /api/problems', { title: 'Again', templateId: id })).status).toBe(201);
  });
});

describeEachDatabase('variants and templates in a team', (kit) => {
  let team: TeamPeil;
  let eva: TestPerson;
  let noor: TestPerson;
  beforeAll(async () => {
    team = await inTeamMode({}, kit.openPeil);
    eva = await team.signIn('Eva');
    noor = await team.signIn('Noor');
  });
  afterAll(() => team.close());

  const as = (member: TestPerson): Sending => sendingTo(team, (options) => member.inject(options));

  test('PF2 DS3 what only some may read stays so: a variant of a private problem is private, its titles hidden', async () => {
    const open = (await as(eva)('POST /api/problems', { title: 'Open' })).body.id;
    const variant = (await as(eva)(`POST /api/problems/${open}/variants`, { title: 'Open in France', ...declared }))
      .body;
    const hidden = (await as(eva)('POST /api/problems', { title: 'Hidden', isPrivate: true })).body.id;
    const own = (await as(eva)(`POST /api/problems/${hidden}/variants`, { title: 'Hidden in France', ...declared }))
      .body;
    expect(own.isPrivate).toBe(true);
    expect((await as(noor)(`POST /api/problems/${hidden}/variants`, { title: 'x', ...declared })).status).toBe(404);
    expect((await as(noor)(`GET /api/problems/${own.id}/origin`)).status).toBe(404);

    // Everybody may copy what everybody may read; whose copy it is, is its expert.
    const hers = await as(noor)(`POST /api/problems/${open}/variants`, { title: 'Open in Spain', ...declared });
    expect(hers.status).toBe(201);
    expect((await as(noor)(`GET /api/problems/${hers.body.id}/me`)).body.roles).toEqual(['sme']);

    await as(eva)(`PUT /api/problems/${open}/privacy`, { isPrivate: true });
    const seen = (await as(noor)(`GET /api/problems/${variant.id}/origin`)).body;
    expect(seen.variantOf).toMatchObject({ id: null, title: null, difference: 'France' });
    const compared = await as(noor)(`GET /api/problems/${variant.id}/origin/differences`);
    expect([compared.status, compared.body.error.code]).toEqual([404, 'formulation.parent_hidden']);
    await as(eva)(`PUT /api/problems/${variant.id}/privacy`, { isPrivate: true });
    const { variants } = (await as(noor)(`GET /api/problems/${hers.body.id}/origin`)).body;
    expect(variants).toEqual([]);
  });

  test('PF2 PF3 no template is made of a private problem, and administrators keep the list', async () => {
    const about = { name: 'From a secret', description: '' };
    const hidden = (await as(eva)('POST /api/problems', { title: 'Secret', isPrivate: true })).body.id;
    const refused = await as(eva)(`POST /api/problems/${hidden}/template`, about);
    expect([refused.status, refused.body.error.code, refused.events]).toEqual([
      409,
      'formulation.private_as_template',
      [],
    ]);
    const open = (await as(eva)('POST /api/problems', { title: 'No secret' })).body.id;
    expect((await as(noor)(`POST /api/problems/${open}/template`, about)).status).toBe(403);
    const { id } = (await as(eva)(`POST /api/problems/${open}/template`, about)).body;
    expect((await as(noor)('GET /api/problem-templates')).body.templates).toMatchObject([{ id }]);
    expect((await as(eva)(`PATCH /api/problem-templates/${id}`, { name: 'Mine' }, { version: 1 })).status).toBe(403);
    expect((await as(eva)(`DELETE /api/problem-templates/${id}`)).status).toBe(403);
  });
});
