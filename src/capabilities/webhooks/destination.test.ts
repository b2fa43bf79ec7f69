import { expect, test } from 'vitest';
import { findDestination } from './destination.ts';

const strict = { hosts: [], isPersonal: false };
const at =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );

test.each([
  'http://example.org/',
  'ftp://example.org/',
  'https://user:word@example.org/',
  'https://example.org/#part',
  'nonsense',
])('PF2 %s is no address of a webhook', async (url) => {
  expect(await codeOf(findDestination(url, strict, at('8.8.8.8')))).toBe('webhooks.bad_url');
});

test.each([
  'https://10.0.0.1/',
  'https://[::ffff:127.0.0.1]/',
  'https://0x7f.1/',
  'http://127.0.0.1:9/',
  'https://2130706433/',
])('PF2 %s leads inside, however it is written', async (url) => {
  expect(await codeOf(findDestination(url, strict))).toBe('webhooks.private_address');
});

test('PF2 a name that leads inside is refused, also when only one of its addresses does', async () => {
  const url = 'https://hooks.example.org/in';
  expect(await codeOf(findDestination(url, strict, at('8.8.8.8', '10.0.0.1')))).toBe('webhooks.private_address');
  expect(await codeOf(findDestination(url, strict, at()))).toBe('webhooks.unknown_host');
  const named = { hosts: ['Hooks.example.org'], isPersonal: false };
  expect(await codeOf(findDestination(url, named, at('10.0.0.1')))).toBe('allowed');
  const found = await findDestination(url, strict, at('8.8.8.8'));
  expect(found.addresses).toEqual([{ address: '8.8.8.8', family: 4 }]);
});

test('PF2 this machine may be told where Peil is one person’s, by its own name only', async () => {
  const personal = { hosts: [], isPersonal: true };
  expect(await codeOf(findDestination('http://127.0.0.1:9/', personal))).toBe('allowed');
  expect(await codeOf(findDestination('https://rebound.example.org/', personal, at('127.0.0.1')))).toBe(
    'webhooks.private_address',
  );
});
