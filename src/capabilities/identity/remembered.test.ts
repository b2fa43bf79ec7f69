import { expect, test } from 'vitest';
import { TestClock } from '../../../test/kit/app.ts';
import { Remembered } from './remembered.ts';

const options = { forMs: 5_000, atMost: 2 };

function counting(answer: string | null) {
  let loads = 0;
  return {
    load: async () => {
      loads += 1;
      return answer;
    },
    count: () => loads,
  };
}

test('house an answer is asked for once, until its time is over', async () => {
  const clock = new TestClock();
  const remembered = new Remembered<string>(clock, options);
  const { load, count } = counting('a');
  await Promise.all([remembered.get('k', load), remembered.get('k', load)]);
  clock.advance(4_999);
  await remembered.get('k', load);
  expect(count()).toBe(1);
  clock.advance(1);
  expect(await remembered.get('k', load)).toBe('a');
  expect(count()).toBe(2);
});

test('house what is absent or failed is not kept', async () => {
  const remembered = new Remembered<string>(new TestClock(), options);
  const absent = counting(null);
  await remembered.get('k', absent.load);
  await remembered.get('k', absent.load);
  expect(absent.count()).toBe(2);
  await expect(remembered.get('k', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await remembered.get('k', counting('b').load)).toBe('b');
});

test('house forgetting also forgets what is still being read', async () => {
  const remembered = new Remembered<string>(new TestClock(), options);
  const reading = Promise.withResolvers<string>();
  const early = remembered.get('k', () => reading.promise);
  remembered.clear();
  const later = remembered.get('k', counting('after').load);
  reading.resolve('before');
  expect([await early, await later]).toEqual(['before', 'after']);
  expect(await remembered.get('k', counting('never').load)).toBe('after');
});

test('house memory is bounded: the oldest goes first', async () => {
  const remembered = new Remembered<string>(new TestClock(), options);
  for (const key of ['a', 'b', 'c']) remembered.put(key, key);
  expect(await remembered.get('a', counting('again').load)).toBe('again');
  expect(await remembered.get('c', counting('again').load)).toBe('c');
});
