import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { bringFlights, lateFlightsCsv } from '../../../test/kit/late-flights.ts';
import { inTeamMode, type TestPerson } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { listFindingEvidence, snapshotOfFindings } from './finding-evidence.ts';

const spec = { x: 'carrier', target: { column: 'late' } };

describeEachDatabase('findings in data', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let datasetId: string;
  let versionId: string;
  let findings: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    ({ datasetId, versionId } = await bringFlights(peil, problemId));
    findings = `/api/problems/${problemId}/findings`;
  });
  afterAll(() => peil.close());

  const keep = async (body: object = {}) => {
    peil.clock.advance(1000);
    return send(`POST ${findings}`, { versionId, spec, ...body });
  };
  const evidence = async () =>
    (await listFindingEvidence(peil.services.database.reader, problemId)).map(({ id, isDone, say }) => [
      id,
      isDone,
      say?.('en'),
    ]);

  test('PF7 a chart is kept as a finding, with its sentence as title unless one is told', async () => {
    const kept = await keep();
    expect(kept).toMatchObject({
      status: 201,
      events: ['finding.kept'],
      body: {
        datasetId,
        datasetName: 'Flights',
        title: expect.stringContaining('2.5 times as often'),
        remark: '',
        state: 'waiting',
        drawings: [{ versionId, versionNumber: 1, sentence: expect.stringContaining('2.5 times as often') }],
        answers: [],
        newest: null,
        version: 1,
      },
    });
    const second = await keep({ title: 'EV is late more often', remark: 'Is that the fleet?' });
    const listed = (await send(`GET ${findings}?datasetId=${datasetId}`, undefined, { language: 'nl' })).body.findings;
    expect(listed.map(({ id }: { id: string }) => id)).toEqual([kept.body.id, second.body.id]);
    expect(listed[0].drawings[0].sentence).toContain('2,5 keer zo vaak');
    expect(listed.map(({ title }: { title: string }) => title)).toEqual([
      expect.stringContaining('2,5 keer zo vaak'),
      'EV is late more often',
    ]);
    const shown = (await send(`GET ${findings}/${kept.body.id}`)).body;
    expect(shown).toMatchObject({ kind: 'outcome', drawings: [{ chart: { status: 'drawn', rows: 600 } }] });
    expect((await send(`GET ${findings}?datasetId=none`)).body.findings).toEqual([]);
  });

  test('PF7 the expert answers; every answer is kept and the last stands', async () => {
    const { id } = (await keep()).body;
    const answer = (body: object) => send(`POST ${findings}/${id}/answers`, body);
    const first = await answer({ kind: 'unknown' });
    expect(first).toMatchObject({ status: 201, events: ['finding.answered'], body: { state: 'answered' } });
    const second = await answer({ kind: 'explained', text: 'Their hub closes in fog.', versionId });
    expect(second.body.answers).toMatchObject([
      { position: 1, kind: 'unknown', text: '', isCurrent: true },
      { position: 2, kind: 'explained', versionNumber: 1, answeredBy: 'owner', onBehalfOf: null },
    ]);
    expect((await send(`GET ${findings}?state=waiting`)).body.findings).toEqual([]);
    for (const kind of ['explained', 'data_error'])
      expect((await answer({ kind, text: ' ' })).body.error).toMatchObject({ code: 'request.malformed' });
    expect((await send(`POST ${findings}/none/answers`, { kind: 'unknown' })).status).toBe(404);
  });

  test('PF7 other words are asked anew, and two people at one finding see both', async () => {
    const { id } = (await keep()).body;
    await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected' });
    const edited = await send(`PATCH ${findings}/${id}`, { remark: 'Also in winter?' }, { version: 1 });
    expect(edited).toMatchObject({
      status: 200,
      events: ['finding.edited'],
      body: { version: 2, state: 'changed_since', answers: [{ isCurrent: false }] },
    });
    const stale = await send(`PATCH ${findings}/${id}`, { title: 'Mine' }, { version: 1 });
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { params: { theirs: { remark: 'Also in winter?' } } } },
    });
    expect((await send(`PATCH ${findings}/${id}`, {}, { version: 2 })).status).toBe(400);
  });

  test('PF7 on newer data it is drawn again on request, and says of which version each answer is', async () => {
    const { id, title } = (await keep()).body;
    expect(title).toContain('300 rows');
    await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected' });
    const tooEarly = await send(`POST ${findings}/${id}/drawings`, {});
    expect(tooEarly).toMatchObject({ status: 409, body: { error: { code: 'exploration.nothing_newer' } } });
    const { versionId: newer } = await bringFlights(peil, problemId, lateFlightsCsv(900));
    expect((await send(`GET ${findings}/${id}`)).body).toMatchObject({
      state: 'answered',
      newest: { versionId: newer, number: 2 },
    });
    const redrawn = await send(`POST ${findings}/${id}/drawings`, {});
    expect(redrawn).toMatchObject({
      status: 201,
      events: ['finding.drawn_again'],
      body: {
        state: 'changed_since',
        // Nobody named it: it says what the newer data show.
        title: title.replaceAll('300', '450'),
        newest: null,
        drawings: [{ versionNumber: 2 }, { versionNumber: 1 }],
        answers: [{ versionNumber: 1, isCurrent: false }],
      },
    });
    const unseen = await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected', versionId });
    expect(unseen).toMatchObject({ status: 409, body: { error: { code: 'exploration.drawn_meanwhile' } } });
    const seen = await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected', versionId: newer });
    expect(seen.body).toMatchObject({ state: 'answered', answers: [{ isCurrent: false }, { isCurrent: true }] });
    const older = await send(`POST ${findings}/${id}/drawings`, { versionId });
    expect(older).toMatchObject({ status: 422, body: { error: { code: 'exploration.not_newer' } } });
  });

  test('PF7 a finding is withdrawn and brought back with its answers', async () => {
    const { id } = (await keep()).body;
    await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected' });
    expect(await send(`DELETE ${findings}/${id}`)).toMatchObject({ status: 200, events: ['finding.withdrawn'] });
    expect((await send(`GET ${findings}`)).body.findings).toEqual([]);
    for (const request of [`GET ${findings}/${id}`, `DELETE ${findings}/${id}`])
      expect((await send(request)).status).toBe(404);
    const back = await send(`POST ${findings}/${id}/restore`);
    expect(back).toMatchObject({ status: 200, events: ['finding.restored'], body: { state: 'answered' } });
    expect((await send(`POST ${findings}/${id}/restore`)).status).toBe(409);
    const { id: elsewhere } = (await send('POST /api/problems', { title: 'Other' })).body;
    expect((await send(`DELETE /api/problems/${elsewhere}/findings/${id}`)).status).toBe(404);
  });

  test('PF7 what shows nothing is not kept', async () => {
    const body = { spec: { x: 'carrier', target: { column: 'side' } } };
    expect(await keep(body)).toMatchObject({ status: 422, events: [] });
    expect((await keep({ spec: { x: 'wind' } })).body.error.code).toBe('exploration.unknown_columns');
    expect((await keep({ spec: { x: 'carrier', colour: 'red' } })).status).toBe(400);
    expect((await keep({ versionId: 'none' })).status).toBe(404);
  });

  test('PF7 gate G2 asks that there is a finding, and the answer of the expert to each', async () => {
    expect(await evidence()).toEqual([
      ['findings.kept', false, 'Look at the data together and keep at least one finding.'],
    ]);
    const { id } = (await keep({ title: 'EV is late more often' })).body;
    expect(await evidence()).toEqual([
      ['findings.kept', true, expect.any(String)],
      [`findings.${id}`, false, 'Let the expert answer the finding “EV is late more often”.'],
    ]);
    const before = await snapshotOfFindings(peil.services.database.reader, problemId);
    await send(`POST ${findings}/${id}/answers`, { kind: 'as_expected' });
    expect(await evidence()).toMatchObject([
      expect.anything(),
      [`findings.${id}`, true, expect.stringContaining('has answered')],
    ]);
    const after = await snapshotOfFindings(peil.services.database.reader, problemId);
    expect(after).not.toEqual(before);
    expect(after).toEqual([
      {
        id,
        datasetId,
        spec,
        title: 'EV is late more often',
        remark: '',
        drawings: [{ versionId, number: 1 }],
        answers: [{ position: 1, kind: 'as_expected', text: '', versionId, ofVersion: 1 }],
      },
    ]);
    await send(`PATCH ${findings}/${id}`, { remark: 'Also in winter?' }, { version: 1 });
    expect(await evidence()).toMatchObject([
      expect.anything(),
      [`findings.${id}`, false, expect.stringContaining('again')],
    ]);
  });

  test('DE1 a version that is erased takes its charts along; what people wrote stays', async () => {
    const { id } = (await keep({ title: 'EV is late more often' })).body;
    const version = `/api/problems/${problemId}/dataset-versions/${versionId}`;
    await send(`POST ${version}/erase`, { reason: 'It held names.' });
    expect((await send(`GET ${findings}/${id}`)).body).toMatchObject({
      title: 'EV is late more often',
      drawings: [{ versionNumber: 1, sentence: null, chart: null }],
    });
    expect((await send(`GET ${version}/chart?column=carrier&target=late`)).status).toBe(409);
    expect((await keep()).status).toBe(409);
  });

  test('PF7 a data set that is removed takes its findings out of sight', async () => {
    await keep();
    await send(`DELETE /api/problems/${problemId}/datasets/${datasetId}`);
    expect((await send(`GET ${findings}`)).body.findings).toEqual([]);
    await send(`POST /api/problems/${problemId}/datasets/${datasetId}/restore`);
    expect((await send(`GET ${findings}`)).body.findings).toHaveLength(1);
  });
});

describeEachDatabase('who answers a finding', (kit) => {
  test('SM3 the expert does, or who may sign for one; who keeps it does not', async () => {
    const team = await inTeamMode({}, kit.openPeil);
    const owner = await team.signIn('Owner');
    const created = await owner.inject({ method: 'POST', url: '/api/problems', payload: { title: 'Late flights' } });
    const { id: problemId } = created.json<{ id: string }>();
    const person = (name: string, ...roles: ('sme' | 'data_scientist' | 'data_engineer')[]): Promise<TestPerson> =>
      team.signIn(name, { problemRoles: { [problemId]: roles } });
    const scientist = await person('Daan', 'data_scientist');
    const expert = await person('Eva', 'sme');
    const engineer = await person('Ida', 'data_engineer');
    const forExpert = await team.signIn('Noor');
    const forEngineer = await team.signIn('Tom');
    const as = (one: TestPerson) => sendingTo(team, (options) => one.inject(options));
    const inject: TestPerson['inject'] = (options) => scientist.inject(options);
    const app = { inject } as unknown as typeof team.app;
    const { versionId } = await bringFlights({ app, services: team.services }, problemId);
    const findings = `/api/problems/${problemId}/findings`;
    const { id } = (await as(scientist)(`POST ${findings}`, { versionId, spec })).body;
    const answer = `POST ${findings}/${id}/answers`;
    const delegate = (from: TestPerson, to: TestPerson) =>
      as(from)(`POST /api/problems/${problemId}/delegations`, {
        role: null,
        toUserId: to.id,
        until: '2026-02-01',
        reason: 'On leave',
      });
    expect((await as(scientist)(answer, { kind: 'as_expected' })).status).toBe(403);
    expect((await as(forExpert)(answer, { kind: 'as_expected' })).status).toBe(403);
    expect((await delegate(expert, forExpert)).status).toBe(201);
    expect((await delegate(engineer, forEngineer)).status).toBe(201);
    const other = await as(forEngineer)(answer, { kind: 'as_expected' });
    expect(other).toMatchObject({ status: 403, events: [], body: { error: { code: 'exploration.experts_only' } } });
    const unread = async (one: TestPerson) =>
      (await as(one)('GET /api/notifications?show=unread')).body.notifications.map(
        ({ kind }: { kind: string }) => kind,
      );
    expect(await unread(expert)).toContain('finding_waits');
    expect(await unread(scientist)).not.toContain('finding_answered');
    await as(expert)(answer, { kind: 'unknown' });
    expect(await unread(scientist)).toContain('finding_answered');
    const last = await as(forExpert)(answer, { kind: 'explained', text: 'The fog at their hub.' });
    expect(last.body.answers).toMatchObject([
      { answeredBy: expert.id, onBehalfOf: null },
      { answeredBy: forExpert.id, onBehalfOf: expert.id },
    ]);
    expect((await as(forExpert)(`POST ${findings}`, { versionId, spec })).status).toBe(403);
    await team.close();
  });
});
