import { expect, test } from 'vitest';
import { latestMoments, nextMoment } from './cron.ts';

const at = (text: string) => Date.parse(text);
const amsterdam = (cron: string) => ({ cron, time_zone: 'Europe/Amsterdam' });

/** The next `count` moments after `start`. */
function moments(cron: string, start: string, count: number): string[] {
  const found: string[] = [];
  for (let after = at(start); found.length < count;) {
    after = nextMoment(amsterdam(cron), after) ?? Number.NaN;
    found.push(new Date(after).toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

test('DS6 a time of the day keeps to its place through the year', () => {
  expect(moments('30 6 * * *', '2026-01-05T12:00Z', 1)).toEqual(['2026-01-06T05:30Z']);
  expect(moments('30 6 * * *', '2026-07-05T12:00Z', 1)).toEqual(['2026-07-06T04:30Z']);
});

test('DS6 a time that the clock jumps over in spring runs after the jump, once that day', () => {
  expect(moments('30 2 * * *', '2026-03-27T12:00Z', 3)).toEqual([
    '2026-03-28T01:30Z',
    '2026-03-29T01:00Z',
    '2026-03-30T00:30Z',
  ]);
});

test('DS6 a time that comes twice in autumn runs the first time only', () => {
  expect(moments('30 2 * * *', '2026-10-23T12:00Z', 3)).toEqual([
    '2026-10-24T00:30Z',
    '2026-10-25T00:30Z',
    '2026-10-26T01:30Z',
  ]);
  expect(moments('0,30 2 * * *', '2026-10-24T12:00Z', 3)).toEqual([
    '2026-10-25T00:00Z',
    '2026-10-25T00:30Z',
    '2026-10-26T01:00Z',
  ]);
});

test('DS6 every hour is every real hour, also when the clock is changed', () => {
  expect(moments('0 * * * *', '2026-10-24T23:30Z', 3)).toEqual([
    '2026-10-25T00:00Z',
    '2026-10-25T01:00Z',
    '2026-10-25T02:00Z',
  ]);
  expect(moments('0 * * * *', '2026-03-28T23:30Z', 3)).toEqual([
    '2026-03-29T00:00Z',
    '2026-03-29T01:00Z',
    '2026-03-29T02:00Z',
  ]);
});

test('DS6 the moments of a stretch are the latest ones, its ends included', () => {
  const rule = amsterdam('*/10 * * * *');
  const stretch = { from: at('2026-01-05T09:00Z'), until: at('2026-01-05T09:40Z') };
  const found = latestMoments(rule, stretch, 3).map((moment) => new Date(moment).toISOString().slice(11, 16));
  expect(found).toEqual(['09:20', '09:30', '09:40']);
  expect(latestMoments(rule, stretch, 100)).toHaveLength(5);
});

test('DS6 a rule without a further moment says so', () => {
  expect(nextMoment({ cron: '0 0 30 2 *', time_zone: 'UTC' }, at('2026-01-05T09:00Z'))).toBeNull();
});

test.each(['61 * * * *', '* * *', 'every day', '', '* * * * * *'])('DS6 "%s" is refused with an example', (cron) => {
  expect(() => nextMoment({ cron, time_zone: 'UTC' }, 0)).toThrow(/is not a schedule .*30 6 \* \* 1-5/);
});

test('DS6 an unknown time zone is refused with an example', () => {
  expect(() => nextMoment({ cron: '* * * * *', time_zone: 'Mars/Base' }, 0)).toThrow(/Mars\/Base.*Europe\/Amsterdam/);
});
