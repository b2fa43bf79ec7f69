import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveEvent, openStream } from './event-stream.ts';

/** A connection that does what the test says. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  FakeSource.opened = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function listen() {
  const heard: LiveEvent[] = [];
  const ended = new AbortController();
  const done = openStream('/api/events', { signal: ended.signal, onEvent: (event) => heard.push(event) });
  return { heard, ended, done };
}

test('house a stream that was refused is opened again, later each time, and then everything may have changed', async () => {
  const { heard, ended, done } = listen();
  const [first] = FakeSource.opened;
  first?.dispatchEvent(new Event('open'));
  const event = { type: 'opportunity.written', subject: '1', problemId: '1' };
  first?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(event) }));
  expect(heard).toEqual([event]);

  first?.fail(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(FakeSource.opened).toHaveLength(2);
  FakeSource.opened[1]?.fail(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(1_999);
  expect(FakeSource.opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(FakeSource.opened).toHaveLength(3);
  expect(heard).toHaveLength(1);
  FakeSource.opened[2]?.dispatchEvent(new Event('open'));
  expect(heard[1]).toMatchObject({ problemId: null });

  ended.abort();
  await done;
  expect(FakeSource.opened[2]?.readyState).toBe(FakeSource.CLOSED);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(FakeSource.opened).toHaveLength(3);
});

test('house a connection that the browser mends itself is left to it, and what was missed is asked for', async () => {
  const { heard, ended, done } = listen();
  const [first] = FakeSource.opened;
  first?.dispatchEvent(new Event('open'));
  first?.fail(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(FakeSource.opened).toHaveLength(1);
  first?.dispatchEvent(new Event('open'));
  expect(heard).toMatchObject([{ problemId: null }]);
  ended.abort();
  await done;
});
