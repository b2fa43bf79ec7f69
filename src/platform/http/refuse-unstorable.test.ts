import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseUnstorableBody } from './refuse-unstorable.ts';

const half = '\ud800';

test.each([
  [{ figures: { buildCost: { source: half } } }, 'figures.buildCost.source'],
  [{ list: ['whole', { text: `a${half}b` }] }, 'list.1.text'],
  [{ [`a${half}`]: 1 }, 'a\ufffd'],
  [{ text: 'a\u0000' }, 'text'],
  [half, ''],
])('house half a character or a NUL in a body is refused with its place: %j', (body, place) => {
  const message = expect.stringContaining(`${place}: holds a NUL character or half of a character`);
  expect(() => refuseUnstorableBody(body)).toThrow(expect.objectContaining({ message }));
});

test('house whatever JSON without them passes, also emoji and a body nested without end', () => {
  fc.assert(
    fc.property(fc.json({ stringUnit: 'grapheme' }), (text) => {
      const body: unknown = JSON.parse(text);
      if (!text.includes('\\u0000')) refuseUnstorableBody(body);
    }),
    { seed: 5, numRuns: 200 },
  );
  refuseUnstorableBody({ text: 'Late 🛫 flights' });
  let deep: unknown = 'end';
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  refuseUnstorableBody(deep);
});
