import { expect, test } from 'vitest';
import { findAddresses } from './find-addresses.ts';
import { isInside, isWithin } from './inside-address.ts';

test.each([
  '10.1.2.3',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fd00::1',
  'fe80::1',
  'not an address',
])('PF2 %s is inside', (address) => {
  expect(isInside(address)).toBe(true);
});

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('PF2 %s is outside', (address) => {
  expect(isInside(address)).toBe(false);
});

test.each([
  ['10.1.2.3', ['10.1.0.0/16'], true],
  ['10.2.2.3', ['10.1.0.0/16', 'db.example.org'], false],
  ['10.2.2.3', ['10.2.2.3'], true],
  ['fd00::5', ['fd00::/8'], true],
  ['::ffff:10.1.2.3', ['10.1.0.0/16'], false],
])('DE1 %s within %j: %s', (address, ranges, within) => {
  expect(isWithin(address, ranges)).toBe(within);
});

const at =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

test('DE1 an address inside is reached only where somebody has allowed its host or its range', async () => {
  const strict = { hosts: [], isPersonal: false };
  expect(await findAddresses('db.example.org', strict, at('8.8.8.8', '10.0.0.1'))).toEqual({ refused: 'inside' });
  expect(await findAddresses('db.example.org', strict, at())).toEqual({ refused: 'unknown' });
  const found = { addresses: [{ address: '10.0.0.1', family: 4 }] };
  for (const hosts of [['DB.example.org'], ['10.0.0.0/24'], ['10.0.0.1']])
    expect(await findAddresses('db.example.org', { hosts, isPersonal: false }, at('10.0.0.1'))).toEqual(found);
  const half = { hosts: ['10.0.0.0/24'], isPersonal: false };
  expect(await findAddresses('db.example.org', half, at('10.0.0.1', '192.168.0.1'))).toEqual({ refused: 'inside' });
});

test('DE1 this machine is reached where Peil is one person’s, by its own name only', async () => {
  const personal = { hosts: [], isPersonal: true };
  expect(await findAddresses('127.0.0.1', personal)).toEqual({ addresses: [{ address: '127.0.0.1', family: 4 }] });
  expect(await findAddresses('rebound.example.org', personal, at('127.0.0.1'))).toEqual({ refused: 'inside' });
});
