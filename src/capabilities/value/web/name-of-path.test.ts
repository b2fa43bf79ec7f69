import { expect, test } from 'vitest';
import { nameOfLeaf, nameOfPath } from './name-of-path.ts';

const draft = { classes: [{ name: 'Healthy' }, {}], decisions: ['Sell', 'Destroy'] };

test.each([
  ['values.tp.value.likely', 'Hit'],
  ['values.0.1.value', 'Healthy, decided: Destroy'],
  ['classes.1.share', 'Share: number 2'],
  ['today.recall', 'Share caught (today)'],
  ['expected.rates.0.1', 'Of “Healthy”, decided: Destroy (expected)'],
  ['today', 'How it is decided today'],
  ['adoption', 'Share followed'],
])('PF11 %s is called "%s"', (path, name) => {
  expect(nameOfPath(path, draft, 'en')).toBe(name);
});

test('PF11 a part of an estimate is named with it', () => {
  expect(nameOfLeaf('volumePerYear.low', draft, 'nl')).toBe('Gevallen per jaar, laag');
});
