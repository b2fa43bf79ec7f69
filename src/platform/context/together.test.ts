import { expect, test } from 'vitest';
import { type Outcome, Together } from './together.ts';

const done = <T>(value: T): Outcome<T> => ({ status: 'fulfilled', value });
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('house one caller waits for nobody, many are written in few goes and each hears of its own', async () => {
  const sizes: number[] = [];
  const together = new Together<number, number>(async (items) => {
    sizes.push(items.length);
    await turn();
    return items.map((item) => done(item * 2));
  });
  expect(await together.do(1)).toBe(2);
  const many = Array.from({ length: 100 }, (_, index) => together.do(index));
  expect(await Promise.all(many)).toEqual(Array.from({ length: 100 }, (_, index) => index * 2));
  expect(sizes).toEqual([1, 64, 36]);
});

test('house what is refused is refused alone', async () => {
  const together = new Together<number, number>(async (items) =>
    items.map((item) => (item === 2 ? { status: 'rejected', reason: new Error('not two') } : done(item))),
  );
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => together.do(item)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('house what makes a write fail takes no other along, and writing goes on afterwards', async () => {
  const tried: number[][] = [];
  const together = new Together<number, number>(async (items) => {
    tried.push([...items]);
    if (items.includes(2)) throw new Error('undone');
    return items.map(done);
  });
  const outcomes = await Promise.allSettled([1, 2, 3].map((item) => together.do(item)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(tried).toEqual([[1, 2, 3], [1], [2], [3]]);
  expect(await together.do(4)).toBe(4);
});

test('house two writes may be under way at a time, and no more', async () => {
  let [under, most] = [0, 0];
  const write = async (items: readonly number[]) => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 5));
    under -= 1;
    return items.map(done);
  };
  const together = new Together<number, number>(write, { atMost: 2, inFlight: 2 });
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map((item) => together.do(item)))).toHaveLength(7);
  expect(most).toBe(2);
});
