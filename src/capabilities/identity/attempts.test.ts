import { expect, test } from 'vitest';
import { TestClock } from '../../../test/kit/app.ts';
import { EventBus } from '../../platform/events/event-bus.ts';
import { type AttemptKind, attemptsOf, networkOf } from './attempts.ts';

function counting() {
  const attempts = attemptsOf({ events: new EventBus(), clock: new TestClock() });
  const count = (kind: AttemptKind, who: string) => attempts.count({ kind, who, what: 'attempts' });
  return { attempts, count };
}

test('PF2 a flood from many addresses does not open an account that is refused', () => {
  const { count } = counting();
  for (let guesses = 0; guesses < 10; guesses += 1) count('account', 'ada@peil.example');
  for (let number = 0; number < 20_001; number += 1) count('address', `10.${number >> 8}.${number & 255}.1`);
  expect(() => count('account', 'ada@peil.example')).toThrow('Too many attempts');
});

test('PF2 one IPv6 network counts as one address', () => {
  const { count } = counting();
  for (let guesses = 0; guesses < 50; guesses += 1) count('address', `2001:db8::${guesses.toString(16)}`);
  expect(() => count('address', '2001:db8::ffff:1')).toThrow('Too many attempts');
  count('address', '2001:db8:0:1::1');
});

test('PF2 an attempt that was no guess is given back', () => {
  const { attempts, count } = counting();
  for (let people = 0; people < 60; people += 1) {
    count('address', '192.0.2.1');
    attempts.giveBack('address', '192.0.2.1');
  }
  for (let guesses = 0; guesses < 50; guesses += 1) count('address', '192.0.2.1');
  expect(() => count('address', '192.0.2.1')).toThrow('Too many attempts');
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0:1:2:3:4', '2001:db8:0:0'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['1:2:3::', '1:2:3:0'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
  ['somewhere', 'somewhere'],
])('house the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
