import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { inTeamMode } from '../../../test/kit/people.ts';
import { sendingTo } from '../../../test/kit/sending.ts';
import { wireTo } from '../../../test/kit/wire.ts';

interface Told {
  number: number;
  mayBePromoted: boolean;
  obstacles: { obstacle: string; sentence: string }[];
}

describeEachDatabase('whether a version may be promoted', (kit) => {
  test('DS1 DS4 a version without its run, in the inbox, or of a run that lacks a fact is told so; labels ask nothing', async () => {
    const peil = await kit.openPeil();
    const send = sendingTo(peil);
    const wire = wireTo(peil);
    const problem = async (title: string): Promise<string> => (await send('POST /api/problems', { title })).body.id;
    const problemId = await problem('Late flights');
    const run = async (problemOf: string | null) => {
      const tags = problemOf === null ? [] : [{ key: 'peil.problem', value: problemOf }];
      const name = `Of ${crypto.randomUUID()}`;
      const { experiment_id } = (await wire('POST experiments/create', { name, tags })).body;
      return (await wire('POST runs/create', { experiment_id })).body.run.info.run_id as string;
    };
    const told = async (name: string, language = 'en') =>
      (await send(`GET /api/registered-models/${name}/promotion`, undefined, { language })).body.versions as Told[];
    const names = async (name: string) =>
      (await told(name)).map(({ obstacles }) => obstacles.map((each) => each.obstacle));
    const register = async (name: string, run_id: string | null) => {
      await wire('POST registered-models/create', { name });
      const from = run_id === null ? { source: 's3://bucket/model' } : { source: `runs:/${run_id}/model`, run_id };
      expect((await wire('POST model-versions/create', { name, ...from })).status).toBe(200);
    };

    const waiting = await run(null);
    await register('waits', waiting);
    await register('nothing', null);
    expect((await names('waits'))[0]?.slice(0, 2)).toEqual(['modelInInbox', 'inInbox']);
    expect(await names('nothing')).toEqual([['modelInInbox', 'noRun']]);

    const own = await run(problemId);
    await register('own', own);
    const [first] = await told('own', 'nl');
    expect(first).toMatchObject({ number: 1, mayBePromoted: false });
    expect(first?.obstacles.map(({ sentence }) => sentence)).toContain('Er is niets gemeten.');
    await register('own', await run(await problem('Lost bags')));
    expect((await names('own'))[0]).toContain('runElsewhere');
    expect((await wire('POST registered-models/alias', { name: 'own', alias: 'champion', version: '1' })).status).toBe(
      200,
    );
    const stage = { name: 'own', version: '1', stage: 'Production' };
    expect((await wire('POST model-versions/transition-stage', stage)).status).toBe(200);
    await wire('POST runs/delete', { run_id: own });
    expect((await names('own'))[1]).toContain('deleted');
    expect((await send('GET /api/registered-models/none/promotion')).status).toBe(404);
    await peil.close();
  });
});

test('RM3 what stands in the way of a version of a private problem is told to nobody else', async () => {
  const team = await inTeamMode();
  try {
    const hidden = await team.openProblem({ private: true });
    const insider = await team.signIn('Insider', { problemRoles: { [hidden]: ['data_scientist'] } });
    const outsider = await team.signIn('Outsider');
    const tags = [{ key: 'peil.problem', value: hidden }];
    await wireTo(team, { cookie: insider.cookie })('POST registered-models/create', { name: 'hidden', tags });
    const url = '/api/registered-models/hidden/promotion';
    expect((await insider.inject({ method: 'GET', url })).statusCode).toBe(200);
    expect((await outsider.inject({ method: 'GET', url })).statusCode).toBe(404);
  } finally {
    await team.close();
  }
});
