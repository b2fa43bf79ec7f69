import { expect, test } from 'vitest';
import { readEstimate, takenOver, typedFrom } from './estimate-text.ts';

test('PF11 money stays an exact decimal text, a share is typed as a percentage', () => {
  expect(readEstimate({ low: '', likely: '-1.234,50', high: '' }, 'money', 'nl')).toEqual({
    value: { likely: '-1234.50' },
    mistake: null,
  });
  expect(readEstimate({ low: '3', likely: '4.1', high: '5.5' }, 'share', 'en').value).toEqual({
    low: 0.03,
    likely: 0.041,
    high: 0.055,
  });
});

test('PF11 an estimate comes back as it was typed', () => {
  expect(typedFrom({ low: 0.03, likely: 0.07, high: 0.29 }, 'share', 'en')).toEqual({
    low: '3',
    likely: '7',
    high: '29',
  });
  expect(typedFrom({ likely: '-12.5' }, 'money', 'nl')).toEqual({ low: '', likely: '-12,5', high: '' });
});

test('PF11 a number stays as it was typed while it says the value, and follows the value when that came from elsewhere', () => {
  const typed = { low: '', likely: '12,50', high: '' };
  const share = { kind: 'share', locale: 'nl' } as const;
  expect(takenOver(typed, { likely: 0.125 }, share)).toBe(typed);
  expect(takenOver(typed, { likely: 0.2 }, share).likely).toBe('20');
  expect(takenOver(typed, {}, share).likely).toBe('');
});

test.each([
  [{ low: '', likely: 'many', high: '' }, 'notANumber', 'likely'],
  [{ low: '1', likely: '2', high: 'more' }, 'notANumber', 'high'],
  [{ low: '1', likely: '2', high: '' }, 'bothOrNeither', 'high'],
  [{ low: '', likely: '2', high: '4' }, 'bothOrNeither', 'low'],
  [{ low: '3', likely: '2', high: '4' }, 'order', 'low'],
  [{ low: '1', likely: '5', high: '4' }, 'order', 'high'],
  [{ low: '1', likely: '', high: '4' }, 'needed', 'likely'],
] as const)('PF11 %j is refused: %s, at %s', (typed, kind, part) => {
  expect(readEstimate(typed, 'number', 'en').mistake).toMatchObject({ kind, part });
});
