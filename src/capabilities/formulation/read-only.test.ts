import { expect, test } from 'vitest';
import { systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { writtenProblem } from '../../../test/kit/written-problem.ts';
import { change } from '../../platform/context/change.ts';
import { formulationRoutes } from './index.ts';

/** A well-formed body for every address that writes within a problem. */
const bodies: Record<string, object | undefined> = {
  renameProblem: { title: 'x' },
  changePrivacy: { isPrivate: true },
  deleteProblem: undefined,
  restoreProblem: undefined,
  writeOpportunity: { cost: 'x' },
  writeAlternatives: { text: 'x' },
  createObjective: { text: 'x' },
  editObjective: { text: 'x' },
  removeObjective: undefined,
  restoreObjective: undefined,
  orderObjectives: { ids: [] },
  createKeyResult: { metric: 'x' },
  editKeyResult: { metric: 'x' },
  removeKeyResult: undefined,
  restoreKeyResult: undefined,
  orderKeyResults: { ids: [] },
  writeValueModel: { model: {} },
  takeMeasuredFigures: { ids: ['not-there'] },
  leaveMeasuredFigure: { reason: 'x' },
  linkMetric: { metric: 'recall' },
  keepOnePage: undefined,
  meetCondition: { evidence: 'x' },
  writeTranslation: { unit: 'x' },
  linkKeyResult: { text: 'x' },
  createDataRequirement: { what: 'x' },
  editDataRequirement: { what: 'x' },
  removeDataRequirement: undefined,
  restoreDataRequirement: undefined,
  orderDataRequirements: { ids: [] },
  createAlternative: { kind: 'rule', name: 'x' },
  editAlternative: { name: 'x' },
  removeAlternative: undefined,
  restoreAlternative: undefined,
  orderAlternatives: { ids: [] },
  answerFitQuestion: { answer: 'yes', reason: '' },
  giveVerdict: { role: 'sme', verdict: 'yes', reason: 'x' },
  addLink: { url: 'https://example.org', title: 'x' },
  uploadAttachment: undefined,
  removeAttachment: undefined,
  restoreAttachment: undefined,
  previewOnePager: { markdown: 'x' },
  importOnePager: { markdown: 'x' },
  editVariant: { reason: 'x' },
};

/** What is made elsewhere, and changes nothing in the problem itself: what was learnt may be used again. */
const elsewhere = new Set(['createProblem', 'copyAsVariant', 'saveProblemTemplate']);

const noGo = {
  outcome: 'no_go',
  reasons: 'A rule will do.',
  people: [{ name: 'Eva', role: 'sme', meaning: 'approves' }],
  redirect: { kind: 'rule', text: 'By age.' },
};

describeEachDatabase('after a no-go', ({ openPeil }) => {
  test('PF5 a no-go is read-only through every route that writes', async () => {
    const peil = await openPeil();
    const send = sendingTo(peil);
    const ids = { ...(await writtenProblem(peil)), question: 'data' } as Record<string, string>;
    const path = `/api/problems/${ids['problemId']}`;
    const { snapshotHash } = (await send(`GET ${path}/gates/g1`)).body;
    await send(`POST ${path}/gates/g1/decisions`, { ...noGo, snapshotHash });
    const before = (await send(`GET ${path}`)).body;

    const writing = formulationRoutes
      .map(({ endpoint }) => endpoint)
      .filter(({ method, id }) => method !== 'GET' && !elsewhere.has(id))
      .filter(({ path: address }) => !address.startsWith('/api/problem-templates'))
      // A gate answers for itself: see the suites of the gates.
      .filter((endpoint) => !endpoint.path.includes('/gates/'));
    expect(writing.map(({ id }) => id).sort()).toEqual(Object.keys(bodies).sort());
    for (const { id, method, path: address, versioned } of writing) {
      const query = id === 'uploadAttachment' ? '?title=x' : '';
      const url = `${address.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'not-there')}${query}`;
      const sent = await send(`${method} ${url}`, bodies[id], {
        language: 'nl',
        ...(versioned ? { version: 1 } : {}),
      });
      // Nothing was deleted, so restoring it is refused for that; deleting, because something was decided.
      const expected = { restoreProblem: 409, deleteProblem: 409 }[id] ?? 423;
      expect([id, sent.status, sent.events]).toEqual([id, expected, []]);
      if (expected === 423) expect(sent.body.error.message).toContain('Heropen het met een nieuw besluit');
    }

    const { stations } = (await send(`GET ${path}/thread`)).body;
    expect(stations.every((each: { openItems: number }) => each.openItems === 0)).toBe(true);
    const declared = { about: 'country', difference: 'France', reason: 'Another form.' };
    expect((await send(`POST ${path}/variants`, { title: 'x', ...declared })).status).toBe(201);
    expect((await send(`POST ${path}/template`, { name: 'x', description: '' })).status).toBe(201);
    expect((await send(`GET ${path}`)).body).toEqual(before);
    await peil.close();
  });

  test('PF5 what a capability that knows no problems records on a stopped problem is refused in its transaction', async () => {
    const peil = await openPeil();
    const send = sendingTo(peil);
    const { problemId } = await writtenProblem(peil);
    const happens = (type: string) =>
      change(systemContext(peil.services), async (tx) =>
        tx.record({ type, subject: { kind: 'anything', id: '1' }, problemId }),
      );
    await happens('risk.written');
    const { snapshotHash } = (await send(`GET /api/problems/${problemId}/gates/g1`)).body;
    await send(`POST /api/problems/${problemId}/gates/g1/decisions`, { ...noGo, snapshotHash });
    await expect(happens('risk.written')).rejects.toMatchObject({ code: 'formulation.problem_stopped', status: 423 });
    await happens('problem_access.role_given');
    await peil.close();
  });

  test('PF1 on a deleted problem nothing happens either, in whatever capability, until it is restored', async () => {
    const peil = await openPeil();
    const send = sendingTo(peil);
    const { id } = (await send('POST /api/problems', { title: 'Refunds come late' })).body;
    const path = `/api/problems/${id}`;
    await send(`DELETE ${path}`);
    const writing = { text: 'Is this still so?', anchor: { kind: 'problem', id, field: null } };
    const comment = () => send(`POST ${path}/conversation/threads`, writing);
    const risk = () => send(`POST ${path}/risks`, { what: 'Customers leave' });
    const stakeholder = () => send(`POST ${path}/stakeholders`, { name: 'The desk', relation: 'affected' });
    for (const write of [comment, risk, stakeholder])
      expect(await write()).toMatchObject({
        status: 404,
        events: [],
        body: { error: { code: 'formulation.problem_deleted' } },
      });
    await send(`POST ${path}/restore`);
    for (const write of [comment, risk, stakeholder]) expect((await write()).status).toBe(201);
    await peil.close();
  });
});
