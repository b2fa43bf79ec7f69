import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { emptyOdcs, odcsText, rulesOf } from '../../../../test/kit/odcs.ts';
import { odcsFromRules } from './odcs-from-rules.ts';
import { readOdcs } from './read-odcs.ts';
import { writeOdcs } from './write-odcs.ts';

const { status: _status, ...withoutStatus } = emptyOdcs;
const synonyms = [{ synonym: 'client', locale: 'en-GB', customProperties: [{ property: 'a', value: 1, vendor: 'b' }] }];
const context = {
  instructions: 'Count each client once.',
  verifiedStatements: [{ question: 'How many?', answer: '3', tags: ['a'] }],
  constraints: [{ constraint: 'Never guess.' }],
};
const column = (given: object) => ({ schema: [{ name: 't', properties: [{ name: 'x', ...given }] }] });
const atColumn = (key: string) => `schema.0.properties.0.${key}`;

/** What 3.2 brought, and its path. */
const brought: readonly [what: string, part: object, path: string][] = [
  ['a context', { context }, 'context'],
  ['a context in words', { context: 'Count each client once.' }, 'context'],
  ['the context of a table', { schema: [{ name: 't', context }] }, 'schema.0.context'],
  ['synonyms of a table', { schema: [{ name: 't', synonyms }] }, 'schema.0.synonyms'],
  ['a table that is no longer used', { schema: [{ name: 't', deprecated: true }] }, 'schema.0.deprecated'],
  ['synonyms of a column', column({ synonyms }), atColumn('synonyms')],
  ['a column that is no longer used', column({ deprecated: false }), atColumn('deprecated')],
  ['a list of values', column({ enum: [{ value: 'a', label: 'A', tags: ['b'] }, { value: null }] }), atColumn('enum')],
  ['a measure', column({ semanticType: 'measure' }), atColumn('semanticType')],
  ['a map', column({ map: { key: { logicalType: 'string' }, value: { logicalType: 'integer' } } }), atColumn('map')],
  [
    'a vector',
    column({ logicalTypeOptions: { dimensions: 384, elementType: 'float32', normalized: true } }),
    atColumn('logicalTypeOptions.dimensions'),
  ],
  [
    'the id of a relationship',
    { schema: [{ name: 't', relationships: [{ id: 'a', from: 't.x', to: 'u.x' }] }] },
    'schema.0.relationships.0.id',
  ],
  [
    'keys of people in an agreement',
    { slaProperties: [{ property: 'latency', value: 1, customProperties: [{ property: 'a', value: 1 }] }] },
    'slaProperties.0.customProperties',
  ],
  [
    'the vendor of a key, in the middle of a map',
    column({ items: { customProperties: [{ property: 'a', value: { vendor: 1 }, vendor: 'soda' }] } }),
    atColumn('items.customProperties.0.vendor'),
  ],
  [
    'the encoding of a server',
    { servers: [{ server: 's', type: 'kafka', host: 'h', encoding: 'UTF-8' }] },
    'servers.0.encoding',
  ],
];

test.each(brought)('PF7 %s is read in 3.2 and comes back, and is refused in 3.1 with its path', (_what, part, path) => {
  const document = { ...withoutStatus, ...part, apiVersion: 'v3.2.0' as const };
  const read = readOdcs(stringify(document));
  expect(read).toEqual(document);
  expect(readOdcs(writeOdcs(read))).toEqual(document);
  expect(() => readOdcs(stringify({ ...document, apiVersion: 'v3.1.0', status: 'draft' }))).toThrow(
    expect.objectContaining({ code: 'contract.unknown_key', params: { path } }),
  );
});

test.each([
  ['beside the columns', { schema: [{ name: 't', colour: 1 }] }, 'schema.0.colour'],
  ['in a list of values', column({ enum: [{ value: 1, colour: 1 }] }), atColumn('enum.0.colour')],
  ['in a map', column({ map: { key: {}, value: {}, colour: 1 } }), atColumn('map.colour')],
  ['within a map', column({ map: { key: { colour: 1 }, value: {} } }), atColumn('map.key.colour')],
  ['in a context', { context: { colour: 1 } }, 'context.colour'],
  ['of a server', { servers: [{ server: 's', type: 'iceberg', catalog: 'c', port: 1 }] }, 'servers.0.port'],
])('PF7 a key that 3.2 does not know is refused in it too: %s', (_what, part, path) => {
  const given = stringify({ ...emptyOdcs, ...part, apiVersion: 'v3.2.0' });
  expect(() => readOdcs(given)).toThrow(expect.objectContaining({ code: 'contract.unknown_key', params: { path } }));
});

test('PF7 3.1 asks for a status, and knows neither maps nor vectors', () => {
  expect(() => readOdcs(stringify(withoutStatus))).toThrow(
    expect.objectContaining({ code: 'contract.wrong_value', params: expect.objectContaining({ path: 'status' }) }),
  );
  expect(() => readOdcs(stringify({ ...emptyOdcs, ...column({ logicalType: 'map' }) }))).toThrow(
    expect.objectContaining({ params: expect.objectContaining({ path: atColumn('logicalType') }) }),
  );
});

test('PF7 the values that 3.2 lists are a rule; measures and dimensions are in no row, and no rule', () => {
  const orders = readOdcs(odcsText('enum.odcs.yaml'));
  const listed = rulesOf(orders).filter(({ kind }) => kind === 'accepted_values');
  expect(listed).toMatchObject([
    { column: 'status', values: ['pending', 'processing', 'shipped', 'cancelled'] },
    { column: 'priority', values: [1, 2, 3] },
    { column: 'country_code', values: ['US', 'FR', 'CA', 'MX'] },
  ]);
  const fewer = rulesOf(orders).filter((rule) => rule !== listed[1] && rule.id !== listed[1]?.id);
  const written = odcsFromRules(orders, { rules: fewer, tableName: 'orders' });
  expect(written.schema?.[0]?.properties?.[2]).not.toHaveProperty('enum');
  expect(rulesOf(written)).toEqual(fewer);
  const turnover = rulesOf(readOdcs(odcsText('measures-and-dimensions.odcs.yaml')));
  expect(turnover.flatMap((rule) => ('column' in rule ? rule.column : []))).toEqual([
    'turnover_ts',
    'order_id',
    'turnover_euros',
    'country_code',
    'order_id',
  ]);
  expect(rulesOf(readOdcs(odcsText('map.odcs.yaml')))).toContainEqual(
    expect.objectContaining({ kind: 'column_exists', column: 'daily_counts' }),
  );
});

test('PF7 a word of 3.2 that somebody used in 3.0 for themselves stays theirs', () => {
  const old = { ...emptyOdcs, apiVersion: 'v3.0.0', ...column({ deprecated: 'soon', enum: ['a', 'b'] }) };
  expect(readOdcs(stringify(old)).schema?.[0]?.properties?.[0]?.customProperties).toEqual([
    { property: 'deprecated', value: 'soon' },
    { property: 'enum', value: ['a', 'b'] },
  ]);
});
