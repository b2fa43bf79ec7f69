import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findDataAdequate } from '../../../test/kit/adequate-data.ts';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { phoneDraft } from '../../../test/kit/framework-draft.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { frameworksGateOwner } from './index.ts';

const choice = {
  outcome: 'chosen',
  candidateIds: ['own'],
  title: 'Trees on the phone',
  because: 'It answers within 20 ms.',
  confirmation: 'p95 on the oldest phone.',
  selectionVersion: 1,
};

describeEachDatabase('selection and decision', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let at: string;
  let problemId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Machines that stop' })).body.id;
    at = `/api/problems/${problemId}`;
    await findDataAdequate(peil, problemId);
  });
  afterAll(() => peil.close());

  const write = (draft: object, version: number) => send(`PUT ${at}/framework-selection`, { draft }, { version });
  const decide = (changes: object = {}) => send(`POST ${at}/framework-records`, { ...choice, ...changes });

  test('PF9 a selection is written whole, and answers what it comes to in the reader’s language', async () => {
    expect((await send(`GET ${at}/framework-selection`)).body).toMatchObject({
      isOpen: true,
      version: 0,
      draft: { candidates: [] },
      result: { winner: null, scores: [], sentences: ['Name at least two candidates to compare.'] },
    });
    const written = await write(phoneDraft, 0);
    expect(written).toMatchObject({
      status: 200,
      events: ['framework_selection.written'],
      body: { version: 1, draft: phoneDraft, result: { winner: 'own', isSettled: true } },
    });
    const dutch = (await send(`GET ${at}/framework-selection`, undefined, { language: 'nl' })).body.result;
    expect(dutch.sentences[0]).toBe('Own trees is eerste met 79 van de 100.');
    expect((await write(phoneDraft, 0)).status).toBe(409);
    const [first, ...others] = phoneDraft.candidates;
    const gone = await write({ ...phoneDraft, candidates: others }, 1);
    expect(gone.body.draft.values.some((value: { candidateId: string }) => value.candidateId === first?.id)).toBe(
      false,
    );
    const nowhere = { ...first, entryKeys: ['nowhere'] };
    expect((await write({ ...phoneDraft, candidates: [nowhere] }, 2)).body.error.code).toBe(
      'frameworks.unknown_entries',
    );
  });

  test.each<[string, object, string]>([
    ['two candidates of one id', { candidates: [phoneDraft.candidates[0], phoneDraft.candidates[0]] }, 'id of its own'],
    [
      'anchors out of order',
      {
        criteria: [
          {
            key: 'latency',
            anchors: [
              { at: 9, value: 0 },
              { at: 2, value: 9 },
            ],
            why: '',
          },
        ],
      },
      'in order',
    ],
    ['a criterion twice', { criteria: [phoneDraft.criteria[0], phoneDraft.criteria[0]] }, 'once'],
    [
      'an amount that is none',
      { costs: { ...phoneDraft.costs, routes: { own: { ...phoneDraft.costs.routes.own, build: '1,5' } } } },
      'a point for the decimals',
    ],
    ['a field that is none', { nonsense: 1 }, 'nonsense'],
  ])('PF9 %s is refused with a sentence', async (_what, changes, sentence) => {
    const refused = await write({ ...phoneDraft, ...changes }, 0);
    expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringContaining(sentence)]);
  });

  test('PF9 the outcome is recorded with what was seen, and superseded by the next, never changed', async () => {
    await write(phoneDraft, 0);
    expect((await decide({ selectionVersion: 0 })).body.error.code).toBe('frameworks.selection_moved');
    expect((await decide({ candidateIds: ['buy'] })).body.error.code).toBe('frameworks.candidate_fell');
    expect((await decide({ candidateIds: ['nobody'] })).status).toBe(422);
    expect((await decide({ candidateIds: [] })).status).toBe(400);
    expect((await decide({ because: ' ' })).status).toBe(400);
    expect((await decide({ consulted: [{ userId: 'nobody' }] })).body.error.code).toBe('frameworks.unknown_people');
    const made = await decide({ consulted: [{ name: 'Dana' }] });
    expect(made).toMatchObject({
      status: 201,
      events: ['framework_record.recorded'],
      body: {
        number: 1,
        status: 'accepted',
        entryKeys: ['xgboost', 'onnx-runtime'],
        decisionMakers: [{ userId: 'owner' }],
        consulted: [{ name: 'Dana' }],
        content: {
          chosen: ['Own trees'],
          scores: [{ option: 'Own trees', score: '79', rank: '1' }, {}, {}, {}],
          knockOuts: expect.arrayContaining([{ option: 'PyTorch Mobile', reason: expect.stringContaining('ended') }]),
        },
        alarms: [],
      },
    });
    const second = await decide({ outcome: 'shortlist', candidateIds: ['own', 'lite'] });
    expect(second.body).toMatchObject({ number: 2, status: 'accepted' });
    const { records } = (await send(`GET ${at}/framework-records`)).body;
    expect(records).toMatchObject([{ number: 2 }, { number: 1, status: 'superseded', supersededBy: 2 }]);
    await expect(
      sql`update framework_record set content = '{}'`.execute(peil.services.database.writer),
    ).rejects.toThrow('superseded, never changed');
  });

  test('PF13 the end may stay open until a day, which must be ahead', async () => {
    await write(phoneDraft, 0);
    const open = { outcome: 'open', candidateIds: [], confirmation: '' };
    expect((await decide(open)).status).toBe(400);
    expect((await decide({ ...open, reviewDate: '2026-01-05' })).status).toBe(422);
    const left = await decide({ ...open, reviewDate: '2026-03-01' });
    expect(left.body).toMatchObject({ status: 'proposed', content: { outcome: 'open', reviewDate: '2026-03-01' } });
  });

  test('PF9 goes out as Markdown and comes back as the record that counts', async () => {
    await write(phoneDraft, 0);
    await decide({ consulted: [{ name: 'Dana' }], drivers: ['Works in the cellar'] });
    const { markdown } = (await send(`GET ${at}/framework-records/1/markdown`)).body;
    expect(markdown).toContain('consulted: ["Dana"]');
    expect(markdown).toContain('Chosen option: "Own trees", because It answers within 20 ms.');
    const back = await send(`POST ${at}/framework-records/import`, { markdown });
    expect(back).toMatchObject({
      status: 201,
      events: ['framework_record.recorded'],
      body: { number: 2, origin: 'imported', entryKeys: ['xgboost', 'onnx-runtime'] },
    });
    expect((await send(`GET ${at}/framework-records/2/markdown`)).body.markdown).toBe(markdown);
    expect((await send(`GET ${at}/framework-records/1/markdown`)).body.markdown).toContain('superseded by 2');
    const none = await send(`POST ${at}/framework-records/import`, { markdown: 'x' }, { language: 'nl' });
    expect([none.status, none.body.error.message]).toEqual([422, expect.stringContaining('geen besluit in de vorm')]);
    expect((await send(`GET ${at}/framework-records/9/markdown`)).status).toBe(404);
  });

  test('PF9 RM3 a name from outside is erased from a record, which stays what it is', async () => {
    await write(phoneDraft, 0);
    const outside = { name: 'Ada of the supplier' };
    const { body: before } = await decide({ decisionMakers: [outside], consulted: [outside, { name: 'Bo' }] });
    const erase = (name: string, number = 1) => send(`POST ${at}/framework-records/${number}/erase-name`, { name });
    expect((await erase('Nobody')).body.error.code).toBe('frameworks.name_not_found');
    expect((await erase('Bo', 7)).status).toBe(404);
    const erased = await erase(outside.name);
    expect([erased.status, erased.events]).toEqual([200, ['personal_data.framework_record_name_erased']]);
    const { records } = (await send(`GET ${at}/framework-records`)).body;
    expect(records[0]).toMatchObject({ hash: before.hash, content: before.content, consulted: [{ name: 'Bo' }] });
    expect(JSON.stringify(records)).not.toContain('Ada');
    expect(JSON.stringify((await send('GET /api/audit/events')).body)).not.toContain('Ada');
    expect((await send(`GET ${at}/framework-records/1/markdown`)).body.markdown).not.toContain('Ada');
  });

  test('PF9 the evidence of gate G3 follows from board, selection and record', async () => {
    const open = async () => {
      const items = await frameworksGateOwner.listEvidence(peil.services.database.reader, problemId, {
        today: '2026-01-05',
      });
      return items.filter(({ isDone }) => !isDone).map(({ id }) => id);
    };
    expect(await open()).toEqual(['approaches.weighed', 'approaches.votes', 'framework.record']);
    const board = (await send(`POST ${at}/approaches/suggested`, { keys: ['rule', 'buy'] })).body.approaches;
    await send(`PUT ${at}/approaches/${board[0].id}/vote`, { role: 'sme', choice: 'for' });
    expect(await open()).toEqual(['approaches.votes', 'framework.record']);
    await send(`PUT ${at}/approaches/${board[1].id}/vote`, { role: 'data_scientist', choice: 'against' });
    expect(await open()).toEqual(['framework.record']);
    await write(phoneDraft, 0);
    await decide({ confirmation: '' });
    expect(await open()).toEqual(['framework.confirmation']);
    await write({ ...phoneDraft, values: phoneDraft.values.slice(1) }, 1);
    expect(await open()).toEqual(['framework.knockOuts', 'framework.current', 'framework.confirmation']);
    const snapshot = await frameworksGateOwner.snapshot(peil.services.database.reader, problemId);
    expect(snapshot).toMatchObject({ approaches: [{}, {}], record: { number: 1 } });
  });
});

describeEachDatabase('what was chosen', (kit) => {
  test('AA4 is watched: its architect is told once of each thing that happens to it', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const architect = await team.signIn('Ari');
    const send = sendingTo(team, (options) => architect.inject(options));
    const { id: problemId } = (await send('POST /api/problems', { title: 'Machines' })).body;
    await team.giveRoles(architect, problemId, ['analytics_architect']);
    const scientist = await team.signIn('Dana', { problemRoles: { [problemId]: ['data_scientist'] } });
    await findDataAdequate(team, problemId);
    const at = `/api/problems/${problemId}`;
    const asScientist = sendingTo(team, (options) => scientist.inject(options));
    await asScientist(`PUT ${at}/framework-selection`, { draft: phoneDraft }, { version: 0 });
    expect((await asScientist(`POST ${at}/framework-records`, choice)).status).toBe(403);
    expect((await send(`POST ${at}/framework-records`, choice)).status).toBe(201);
    const inbox = async () => {
      const { notifications } = (await send('GET /api/notifications')).body;
      return notifications.filter(({ kind }: { kind: string }) => kind === 'framework_alarm').length;
    };
    await team.services.jobs.runDue();
    expect(await inbox()).toBe(0);
    const retired = { facts: { status: 'retired' }, note: 'Announced.' };
    await sendingTo(team, (options) => team.admin.inject(options))('PATCH /api/frameworks/onnx-runtime', retired, {
      version: 0,
    });
    await team.services.jobs.runDue();
    expect(await inbox()).toBe(1);
    const [record] = (await send(`GET ${at}/framework-records`)).body.records;
    expect(record.alarms).toMatchObject([
      { entryKey: 'onnx-runtime', mark: 'retired', sentence: expect.stringContaining('has been retired') },
    ]);
    await sendingTo(team, (options) => team.admin.inject(options))(
      'PATCH /api/frameworks/xgboost',
      { facts: { licence: 'x' }, note: 'y' },
      { version: 0 },
    );
    await team.services.jobs.runDue();
    expect(await inbox()).toBe(1);
    await team.close();
  });
});
