import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refresh } from './refresh.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What is on a page: two problems and a list; counts how often each is fetched again. */
async function show() {
  const client = new QueryClient();
  const fetched = { one: 0, other: 0, list: 0 };
  const stops = Object.entries({
    one: { params: { problemId: '1' } },
    other: { params: { problemId: '2' } },
    list: {},
  }).map(([name, asking]) =>
    new QueryObserver(client, {
      queryKey: [name, asking, 'en'],
      queryFn: () => (fetched[name as keyof typeof fetched] += 1),
    }).subscribe(() => undefined),
  );
  await vi.advanceTimersByTimeAsync(1);
  expect(fetched).toEqual({ one: 1, other: 1, list: 1 });
  return { client, fetched, leave: () => stops.forEach((stop) => stop()) };
}

test('house a change that is told twice is fetched once, for all who wait for it', async () => {
  const { client, fetched, leave } = await show();
  const told = [refresh(client, '1')];
  await vi.advanceTimersByTimeAsync(60);
  told.push(refresh(client, '1'));
  await vi.advanceTimersByTimeAsync(60);
  await Promise.all(told);
  expect(fetched).toEqual({ one: 2, other: 1, list: 2 });
  leave();
});

test('house what belongs to no problem is fetched with everything, and a later change anew', async () => {
  const { client, fetched, leave } = await show();
  void refresh(client, '2');
  void refresh(client, null);
  await vi.advanceTimersByTimeAsync(120);
  expect(fetched).toEqual({ one: 2, other: 2, list: 2 });
  void refresh(client, '2');
  await vi.advanceTimersByTimeAsync(120);
  expect(fetched).toEqual({ one: 2, other: 3, list: 3 });
  leave();
});
