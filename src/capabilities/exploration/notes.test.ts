import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { bringFlights } from '../../../test/kit/late-flights.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';

describeEachDatabase('notes of the expert on data', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  let datasetId: string;
  let versionId: string;
  let notes: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id;
    ({ datasetId, versionId } = await bringFlights(peil, problemId));
    notes = `/api/problems/${problemId}/data-notes`;
  });
  afterAll(() => peil.close());

  const add = (place: object, text = 'Since 2019 only.') => {
    peil.clock.advance(1000);
    return send(`POST ${notes}`, { place, text });
  };

  test('SM3 a source, a column, a value of it and a segment each have their notes', async () => {
    const source = (
      await send(`POST /api/problems/${problemId}/data-sources`, {
        title: 'Log of the tower',
        description: '',
        kind: 'file',
        location: '',
        owner: '',
        access: '',
        extract: 'one_off',
        personalData: 'unknown',
        personalDataNote: '',
        answers: [],
      })
    ).body;
    await send(`POST /api/problems/${problemId}/dataset-versions/${versionId}/segments`, {
      name: 'By side',
      rule: { column: 'side' },
    });
    const places = [
      { kind: 'source', sourceId: source.id },
      { kind: 'column', datasetId, column: 'delay' },
      { kind: 'value', datasetId, column: 'delay', value: null },
      { kind: 'value', datasetId, column: 'carrier', value: 'EV' },
      { kind: 'segment', datasetId, segment: 'By side' },
    ];
    for (const place of places) {
      const written = await add(place);
      expect(written).toMatchObject({ status: 201, events: ['data_note.written'], body: { place, version: 1 } });
    }
    const listed = async (query: string) =>
      (await send(`GET ${notes}${query}`)).body.notes.map(({ place }: { place: object }) => place);
    expect(await listed('')).toEqual(places);
    expect(await listed(`?datasetId=${datasetId}`)).toEqual(places.slice(1));
    expect(await listed(`?sourceId=${source.id}&datasetId=${datasetId}`)).toEqual(places);
    expect(await listed('?datasetId=none')).toEqual([]);
  });

  test('SM3 what is not there has no note', async () => {
    const refused = async (place: object) => (await add(place)).body.error.code;
    expect(await refused({ kind: 'source', sourceId: 'none' })).toBe('dataset.source_not_found');
    expect(await refused({ kind: 'column', datasetId: 'none', column: 'delay' })).toBe('dataset.not_found');
    expect(await refused({ kind: 'column', datasetId, column: 'wind' })).toBe('exploration.place_not_there');
    expect(await refused({ kind: 'segment', datasetId, segment: 'By side' })).toBe('exploration.place_not_there');
    expect(await refused({ kind: 'column', datasetId, column: 'delay', value: '3' })).toBe('request.malformed');
    expect((await add({ kind: 'column', datasetId, column: 'delay' }, ' \n')).status).toBe(400);
  });

  test('SM3 a note is changed, removed and brought back; a stale change is told both texts', async () => {
    const { id } = (await add({ kind: 'column', datasetId, column: 'delay' })).body;
    const edited = await send(`PATCH ${notes}/${id}`, { text: 'In minutes.' }, { version: 1 });
    expect(edited).toMatchObject({
      status: 200,
      events: ['data_note.edited'],
      body: { text: 'In minutes.', version: 2 },
    });
    const stale = await send(`PATCH ${notes}/${id}`, { text: 'In hours.' }, { version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { error: { params: { theirs: { text: 'In minutes.' } } } } });
    expect(await send(`DELETE ${notes}/${id}`)).toMatchObject({ status: 200, events: ['data_note.removed'] });
    expect((await send(`GET ${notes}`)).body.notes).toEqual([]);
    expect((await send(`DELETE ${notes}/${id}`)).status).toBe(404);
    expect(await send(`POST ${notes}/${id}/restore`)).toMatchObject({ status: 200, events: ['data_note.restored'] });
    expect((await send(`POST ${notes}/${id}/restore`)).status).toBe(409);
  });
});

test('SM3 only the expert writes notes on data', async () => {
  const team = await inTeamMode();
  const problemId = await team.openProblem();
  const expert = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
  const scientist = await team.signIn('Daan', { problemRoles: { [problemId]: ['data_scientist'] } });
  const url = `/api/problems/${problemId}/data-notes`;
  const payload = { place: { kind: 'source', sourceId: 'none' }, text: 'Since 2019 only.' };
  const status = async (person: typeof expert) => (await person.inject({ method: 'POST', url, payload })).statusCode;
  expect([await status(scientist), await status(expert)]).toEqual([403, 404]);
  await team.close();
});
