import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const sheet = { width: 480, height: 320, fontSize: 13 };
const today = { name: 'Today’s practice', recall: 0.4, precision: 0.3 };
const here = (recall: number, precision: number) => ({ name: 'this threshold', recall, precision });

test('PF11 names of marks that lie together stand on different sides', () => {
  expect(placeLabels([today, here(0.2, 0.8)], sheet)).toEqual(['right', 'right']);
  // At the very same place, and at one precision a little further.
  expect(placeLabels([today, here(0.4, 0.3)], sheet)).toEqual(['right', 'top']);
  expect(placeLabels([today, here(0.44, 0.3)], sheet)).toEqual(['top', 'right']);
  // Where it would run over the other's name, and over the other's mark.
  expect(placeLabels([today, here(0.3, 0.3)], sheet)).toEqual(['right', 'top']);
});

test('PF11 a name stays within the drawing', () => {
  expect(placeLabels([here(0.95, 0.5), here(0.05, 0.5)], sheet)).toEqual(['left', 'right']);
  expect(placeLabels([here(0.5, 0.5)], { ...sheet, width: 160 })).toEqual(['top']);
  expect(placeLabels([here(0.5, 0.99)], { ...sheet, width: 160 })).toEqual(['bottom']);
});
