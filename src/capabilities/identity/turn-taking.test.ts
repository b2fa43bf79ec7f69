import { expect, test } from 'vitest';
import { TurnTaking } from './turn-taking.ts';

test('house two at once, one in line, and the next is told to come back', async () => {
  const turns = new TurnTaking({ atOnce: 2, atMostWaiting: 1 });
  const doors = Array.from({ length: 3 }, () => Promise.withResolvers<string>());
  const entered: number[] = [];
  const work = doors.map((door, index) =>
    turns.take(async () => {
      entered.push(index);
      return door.promise;
    }),
  );
  await expect(turns.take(async () => 'refused')).rejects.toMatchObject({ status: 503 });
  expect(entered).toEqual([0, 1]);
  doors[0]!.resolve('first');
  expect(await work[0]).toBe('first');
  doors[1]!.reject(new Error('broken'));
  await expect(work[1]).rejects.toThrow('broken');
  doors[2]!.resolve('third');
  expect(await work[2]).toBe('third');
  expect(await turns.take(async () => 'again')).toBe('again');
});
