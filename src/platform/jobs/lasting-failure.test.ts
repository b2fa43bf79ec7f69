import { expect, test } from 'vitest';
import { AppError } from '../errors/app-error.ts';
import { lastingFailure } from './lasting-failure.ts';

const failure = (status: 400 | 429 | 503) =>
  new AppError({ code: 'test.failed', status, params: {}, text: () => 'It failed.' });
const going = { signal: new AbortController().signal };

test('house a failure that stays is kept; what may pass by itself comes again', () => {
  expect(lastingFailure(failure(400), going)).toMatchObject({ code: 'test.failed' });
  for (const passing of [failure(503), failure(429), new Error('Nobody meant this.')])
    expect(() => lastingFailure(passing, going)).toThrow(passing);
  expect(() => lastingFailure(failure(400), { signal: AbortSignal.abort() })).toThrow('It failed.');
});
