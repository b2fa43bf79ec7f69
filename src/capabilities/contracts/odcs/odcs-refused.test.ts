import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { emptyOdcs, faultsIn } from '../../../../test/kit/odcs.ts';
import { readOdcs } from './read-odcs.ts';

/** Of each part of a document of 3.1: a key that it does not know, and its path. */
const unknown = [
  ['in a team', { team: { members: [], colour: 1 } }, 'team.colour'],
  ['of a member', { team: { members: [{ username: 'a', comment: 'On leave' }] } }, 'team.members.0.comment'],
  ['of a member in a list', { team: [{ username: 'a', comment: 'On leave' }] }, 'team.members.0.comment'],
  ['in an agreement', { slaProperties: [{ property: 'latency', value: 1, column: 't.x' }] }, 'slaProperties.0.column'],
  ['in the price', { price: { priceAmount: 1, discount: 5 } }, 'price.discount'],
  ['of a role', { roles: [{ role: 'a', colour: 1 }] }, 'roles.0.colour'],
  ['in a channel of support', { support: [{ channel: 'a', colour: 1 }] }, 'support.0.colour'],
  ['of a server', { servers: [{ server: 's', type: 'duckdb', database: 'd', port: 1 }] }, 'servers.0.port'],
  [
    'in a definition',
    { authoritativeDefinitions: [{ url: 'u', type: 'tutorial', colour: 1 }] },
    'authoritativeDefinitions.0.colour',
  ],
  ['in a key of people', { customProperties: [{ property: 'a', value: 1, colour: 1 }] }, 'customProperties.0.colour'],
  [
    'in a relationship',
    { schema: [{ name: 't', properties: [{ name: 'x', relationships: [{ to: 'a.b', from: 'x' }] }] }] },
    'schema.0.properties.0.relationships.0.from',
  ],
] as const;

test.each([
  ['a key that the standard does not know', { ...emptyOdcs, colour: 1 }, 'contract.unknown_key', { path: 'colour' }],
  [
    'deep inside',
    {
      ...emptyOdcs,
      schema: [{ name: 't', properties: [{ name: 'x', quality: [{ metric: 'nullValues', mustBee: 0 }] }] }],
    },
    'contract.unknown_key',
    { path: 'schema.0.properties.0.quality.0.mustBee' },
  ],
  ['a value of the wrong type', { ...emptyOdcs, status: 3 }, 'contract.wrong_value', { path: 'status' }],
  ['another standard', { dataContractSpecification: '1.1.0' }, 'contract.other_standard', {}],
  [
    'a later version',
    { ...emptyOdcs, apiVersion: 'v4.0.0' },
    'contract.other_standard',
    { given: 'DataContract v4.0.0' },
  ],
  ...unknown.map(([what, part, path]) => [what, { ...emptyOdcs, ...part }, 'contract.unknown_key', { path }] as const),
  ['a text', 'hello', 'contract.other_standard', {}],
] as const)('PF7 %s is refused with its place', (...[, document, code, params]) => {
  expect(() => readOdcs(stringify(document))).toThrow(
    expect.objectContaining({ code, params: expect.objectContaining(params) }),
  );
});

test('PF7 what is no YAML is refused with its line, and a bomb of aliases is not unfolded', () => {
  expect(() => readOdcs('version: 1\nkind: [')).toThrow(expect.objectContaining({ code: 'contract.not_yaml' }));
  expect(() => readOdcs('a: 1\na: 2')).toThrow(expect.objectContaining({ code: 'contract.not_yaml' }));
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(8).fill(`*a${at}`).join(', ')}]`),
  ];
  expect(() => readOdcs(bomb.join('\n'))).toThrow(expect.objectContaining({ code: 'contract.not_yaml' }));
});

test.each(unknown)('PF7 the standard itself refuses the key %s too', (_what, part) => {
  expect(faultsIn({ ...emptyOdcs, ...part })).not.toEqual([]);
});

test('PF7 what 3.0 lets nobody add stays refused in a document of 3.0', () => {
  const options = { name: 'x', logicalType: 'number', logicalTypeOptions: { minimum: 1, colour: 1 } };
  const old = { ...emptyOdcs, apiVersion: 'v3.0.2', schema: [{ name: 't', properties: [options] }] };
  expect(() => readOdcs(stringify(old))).toThrow(
    expect.objectContaining({
      code: 'contract.unknown_key',
      params: { path: 'schema.0.properties.0.logicalTypeOptions.colour' },
    }),
  );
});
