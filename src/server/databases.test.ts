import { expect, test } from 'vitest';
import { describeEachDatabase } from '../../test/kit/databases.ts';

describeEachDatabase('a new installation', ({ openPeil, kind }) => {
  test('house it migrates and is ready', async () => {
    const peil = await openPeil();
    expect(peil.services.database.kind).toBe(kind);
    const answer = await peil.app.inject({ url: '/readyz' });
    expect(answer.statusCode).toBe(200);
    await peil.close();
  });
});
