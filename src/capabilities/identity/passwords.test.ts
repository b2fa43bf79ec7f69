import { expect, test } from 'vitest';
import { hashPassword, isRightPassword } from './passwords.ts';
import { isGuessable } from './rules.ts';

test('house a password is recognised in whichever way its letters are composed, and no other is', async () => {
  const hash = await hashPassword('Caf\u00e9 aan het IJ');
  expect(hash).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await isRightPassword('Cafe\u0301 aan het IJ', hash)).toBe(true);
  expect(await isRightPassword('Cafe aan het IJ', hash)).toBe(false);
  expect(await hashPassword('Caf\u00e9 aan het IJ')).not.toBe(hash);
});

test('house where there is no password, none is right', async () => {
  expect(await isRightPassword('', null)).toBe(false);
  expect(await isRightPassword('anything', null)).toBe(false);
});

test('house a hash keeps the cost it was made with', async () => {
  const cheap = 'scrypt$4$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  expect(await isRightPassword('anything', cheap)).toBe(false);
});

test.each([
  ['aaaaaaaaaaaa', true],
  ['abababababab', true],
  ['ADA@peil.example', true],
  ['Ada Lovelace', true],
  ['the tide is at NAP', false],
])('house %s is guessable: %s', (password, expected) => {
  expect(isGuessable(password, ['Ada Lovelace', 'ada@peil.example'])).toBe(expected);
});
