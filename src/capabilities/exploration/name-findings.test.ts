import type { InjectOptions } from 'fastify';
import { expect, test } from 'vitest';
import { inTeamMode } from '../../../test/kit/people.ts';
import { bringFlights } from '../../../test/kit/late-flights.ts';
import { sendingTo } from '../../../test/kit/sending.ts';

test('SM3 where people talk of data it is called by its name, and a notification says so', async () => {
  const team = await inTeamMode();
  const owner = await team.signIn('Owner');
  const begin = { method: 'POST' as const, url: '/api/problems', payload: { title: 'Late flights' } };
  const problemId = (await owner.inject(begin)).json<{ id: string }>().id;
  const daan = await team.signIn('Daan', { problemRoles: { [problemId]: ['data_scientist'] } });
  const eva = await team.signIn('Eva', { problemRoles: { [problemId]: ['sme'] } });
  const at = `/api/problems/${problemId}`;
  const send = sendingTo(team, (options) => daan.inject(options));
  const app = { inject: (options: InjectOptions) => daan.inject(options) } as unknown as typeof team.app;
  const { datasetId, versionId } = await bringFlights({ app, services: team.services }, problemId);
  const kept = await send(`POST ${at}/findings`, { versionId, spec: { x: 'carrier' }, title: 'EV  is late' });
  const anchors = {
    'Data set: Flights': { kind: 'dataset', id: datasetId, field: null },
    'Version of a data set: Flights, version 1': { kind: 'dataset_version', id: versionId, field: null },
    'Version of a data set: Flights, version 1, delay': {
      kind: 'dataset_version',
      id: versionId,
      field: 'column.delay',
    },
    'Finding: EV is late': { kind: 'finding', id: kept.body.id, field: null },
  };
  for (const anchor of Object.values(anchors))
    await send(`POST ${at}/conversation/threads`, { anchor, text: `@[${eva.id}] look` });
  await send(`DELETE ${at}/findings/${kept.body.id}`);
  const { places } = (await send(`GET ${at}/conversation/places`)).body;
  expect(places.map(({ said }: { said: string }) => said).toSorted()).toEqual(Object.keys(anchors).toSorted());
  const told = (
    await eva.inject({ method: 'GET', url: '/api/notifications', headers: { 'accept-language': 'nl' } })
  ).json<{ notifications: { kind: string; place: string | null }[] }>().notifications;
  expect(told.filter(({ kind }) => kind === 'mentioned').map(({ place }) => place)).toContain(
    'Versie van een dataset: Flights, versie 1, delay',
  );
  const { id: elsewhere } = (await send('POST /api/problems', { title: 'Another' })).body;
  await send(`POST /api/problems/${elsewhere}/conversation/threads`, {
    anchor: anchors['Data set: Flights'],
    text: 'What is this?',
  });
  const others = (await send(`GET /api/problems/${elsewhere}/conversation/places`)).body.places;
  expect(others).toMatchObject([{ said: 'Data set' }]);
  await team.close();
});
