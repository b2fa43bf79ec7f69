import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestPeil } from '../../test/kit/app.ts';
import { describeEachDatabase } from '../../test/kit/databases.ts';
import { type PostgresCluster, startPostgres } from '../../test/kit/postgres.ts';

describeEachDatabase('a new installation', ({ openPeil, kind }) => {
  test('house it migrates and is ready', async () => {
    const peil = await openPeil();
    expect(peil.services.database.kind).toBe(kind);
    const answer = await peil.app.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(200);
    await peil.close();
  });
});

describe.runIf(inject('postgres').url)('a PostgreSQL that is away for a while', () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  test('house is said with 503, not as a bug, and Peil goes on when it is back', async () => {
    const peil = await openTestPeil({ databaseUrl: cluster.url });
    await peil.services.jobs.start();
    const ask = (url: string) => peil.app.inject({ url });
    expect((await ask('/readyz')).statusCode).toBe(200);
    await cluster.kill();
    for (const url of ['/readyz', '/api/problems']) {
      const answer = await ask(url);
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ error: { message: expect.stringContaining('the database is away') } });
    }
    await cluster.restart();
    expect((await ask('/readyz')).statusCode).toBe(200);
    await peil.close();
  });
});
