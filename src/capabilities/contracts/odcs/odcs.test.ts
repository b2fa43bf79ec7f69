import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ruleCases } from '../../../../test/kit/rules/rule-cases.ts';
import { type Rule, ruleSchema } from '../rule-contract.ts';
import type { OdcsDocument } from './odcs-document.ts';
import { odcsFromRules } from './odcs-from-rules.ts';
import { readOdcs } from './read-odcs.ts';
import { rulesFromOdcs } from './rules-from-odcs.ts';
import { upgradeOdcs } from './upgrade-odcs.ts';
import { writeOdcs } from './write-odcs.ts';

const folder = 'test/fixtures/odcs';
const examples = readdirSync(folder).filter((name) => name.endsWith('.odcs.yaml'));
const textOf = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const schema = JSON.parse(textOf('odcs-json-schema-v3.1.0.json')) as object;

const ajv = new Ajv2019({ strict: false, allErrors: true });
formats.default(ajv);
const isOfTheStandard = ajv.compile(schema);
const standard = (document: unknown) => {
  isOfTheStandard(document);
  return isOfTheStandard.errors ?? [];
};
const rulesOf = (document: OdcsDocument, table?: string) => rulesFromOdcs(document, table).map(({ rule }) => rule);

const empty: OdcsDocument = { apiVersion: 'v3.1.0', kind: 'DataContract', id: 'c', version: '1', status: 'draft' };

test.each(examples)('PF7 the example %s of the standard comes back as it was', (name) => {
  const given = parse(textOf(name)) as Record<string, unknown>;
  const read = readOdcs(textOf(name));
  expect(read).toEqual(upgradeOdcs(given));
  for (const { name: table } of read.schema ?? []) {
    const written = odcsFromRules(read, { rules: rulesOf(read, table), tableName: table });
    expect(written).toEqual(read);
    expect(readOdcs(writeOdcs(written))).toEqual(read);
    expect(standard(written)).toEqual([]);
  }
});

test('PF7 the schema of the standard itself refuses what is not of it', () => {
  expect(standard(empty)).toEqual([]);
  expect(standard({ ...empty, colour: 1 })).not.toEqual([]);
  expect(
    standard({ ...empty, schema: [{ name: 't', quality: [{ metric: 'rowCount', mustBe: 1, colour: 1 }] }] }),
  ).not.toEqual([]);
});

test('PF7 an example of 3.1 loses nothing, and one of 3.0 says the same in 3.1', () => {
  const { team, ...given } = parse(textOf('full-example.odcs.yaml')) as Record<string, unknown>;
  expect(readOdcs(textOf('full-example.odcs.yaml'))).toEqual({ ...given, team: { members: team } });
  const old = {
    ...empty,
    apiVersion: 'v3.0.2',
    team: [{ username: 'a' }],
    schema: [
      {
        name: 't',
        properties: [
          {
            name: 'x',
            logicalType: 'number',
            logicalTypeOptions: { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
            quality: [
              { type: 'library', rule: 'duplicateCount', mustBeLessThan: 10, unit: 'rows' },
              { rule: 'between', mustBe: 3 },
            ],
          },
        ],
      },
    ],
  };
  const read = readOdcs(stringify(old));
  expect(read).toMatchObject({ apiVersion: 'v3.1.0', team: { members: [{ username: 'a' }] } });
  expect(read.schema?.[0]?.properties?.[0]).toEqual({
    name: 'x',
    logicalType: 'number',
    logicalTypeOptions: { exclusiveMinimum: 1, maximum: 9 },
    quality: [
      { type: 'library', metric: 'duplicateValues', mustBeLessThan: 10, unit: 'rows' },
      {
        type: 'text',
        customProperties: [
          { property: 'rule', value: 'between' },
          { property: 'mustBe', value: 3 },
        ],
      },
    ],
  });
  expect(standard(read)).toEqual([]);
  expect(rulesOf(read)).toMatchObject([
    { kind: 'column_type', type: 'number' },
    { kind: 'range', min: 1, max: 9, exclusiveMin: true, exclusiveMax: false },
    { kind: 'unique', column: 'x', mostFailing: 9 },
  ]);
});

test('PF7 the rules that an example of the standard states are found', () => {
  const rules = rulesOf(readOdcs(textOf('full-example.odcs.yaml')), 'tbl');
  expect(rules).toMatchObject([
    { kind: 'column_type', column: 'transaction_reference_date', type: 'date' },
    { kind: 'column_type', column: 'rcvr_id' },
    { kind: 'column_type', column: 'rcvr_cntry_code' },
    { kind: 'not_null', column: 'rcvr_cntry_code', businessImpact: 'operational', dimension: 'completeness' },
    { kind: 'unique', column: 'rcvr_id' },
    { kind: 'row_count', min: 1000001 },
  ]);
  expect(rulesOf(readOdcs(textOf('full-example.odcs.yaml')), 'receivers')).toContainEqual(
    expect.objectContaining({ kind: 'compound_unique', columns: ['id', 'country_code'] }),
  );
  expect(rulesOf(readOdcs(textOf('all-data-types.odcs.yaml')))).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'length', column: 'account_id', min: 11, max: 11 }),
      expect.objectContaining({ kind: 'pattern', column: 'account_id', pattern: 'ACC[0-9]{8}' }),
      expect.objectContaining({
        kind: 'range',
        column: 'txn_ref_date',
        min: '2020-01-01',
        exclusiveMin: true,
        max: '2021-01-01',
      }),
      expect.objectContaining({ kind: 'range', column: 'age', min: 18, max: 100, exclusiveMax: true }),
    ]),
  );
});

const valid = ruleCases.flatMap(({ rule }, at) => {
  const read = ruleSchema.safeParse({ id: `rule-${at}`, ...rule });
  return read.success ? [read.data] : [];
});

test('PF7 every rule of ours is written as the standard asks, and read again as it was', () => {
  const written = odcsFromRules(empty, { rules: valid, tableName: 'flights' });
  expect(standard(written)).toEqual([]);
  const again = rulesOf(readOdcs(writeOdcs(written)), 'flights');
  const byId = (rules: readonly Rule[]) => [...rules].sort((a, b) => a.id.localeCompare(b.id));
  expect(byId(again)).toEqual(byId(valid));
});

test('PF7 rules with all that the standard has no key for come back too', () => {
  const rule = fc.record({
    base: fc.constantFrom(...valid),
    more: fc.record(
      {
        severity: fc.constantFrom('warn', 'fail'),
        description: fc.string({ maxLength: 40 }),
        businessImpact: fc.string({ maxLength: 40 }),
        impact_eur: fc.constantFrom('0.50', '1200'),
        dimension: fc.constantFrom('accuracy', 'timeliness'),
        where: fc.constant([{ column: 'a', operator: 'in', values: ['x', 1, true] }]),
      },
      { requiredKeys: [] },
    ),
    level: fc.oneof(
      fc.record({ mostly: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ mostFailing: fc.integer({ min: 0, max: 1e6 }) }),
      fc.record({ mostly: fc.constant(0.9), warnMostly: fc.constant(0.99), by: fc.constant('a') }),
    ),
    id: fc.oneof(fc.uuid(), fc.constant('with a space')),
  });
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), (given) => {
      const rules = given.flatMap(({ base, more, level, id }, at) => {
        const read = ruleSchema.safeParse({ ...base, ...more, ...('mostly' in base ? level : {}), id: `${id}${at}` });
        return read.success ? [read.data] : [];
      });
      const written = odcsFromRules(empty, { rules, tableName: 't' });
      expect(standard(written)).toEqual([]);
      const again = rulesOf(readOdcs(writeOdcs(written)), 't');
      expect(again).toHaveLength(rules.length);
      for (const each of rules) expect(again).toContainEqual(each);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('PF7 a changed rule is written anew, a dropped one is taken out, and the rest of the document stays', () => {
  const read = readOdcs(textOf('full-example.odcs.yaml'));
  const rules = rulesOf(read, 'receivers');
  const changed = rules
    .filter(({ kind }) => kind !== 'column_type' && kind !== 'compound_unique')
    .map((rule) => (rule.kind === 'not_null' && rule.column === 'receiver_name' ? { ...rule, mostly: 0.95 } : rule));
  const written = odcsFromRules(read, { rules: changed, tableName: 'receivers' });
  expect(standard(written)).toEqual([]);
  expect(rulesOf(readOdcs(writeOdcs(written)), 'receivers')).toEqual(expect.arrayContaining(changed));
  expect(rulesOf(written, 'receivers')).toHaveLength(changed.length);
  const name = written.schema?.[1]?.properties?.[2];
  expect(name?.required).toBeUndefined();
  expect(name?.quality).toMatchObject([{ metric: 'nullValues', mustBeLessOrEqualTo: 5, unit: 'percent' }]);
  expect({ ...written, schema: read.schema }).toEqual(read);
  expect(written.schema?.[0]).toEqual(read.schema?.[0]);
});

test.each([
  ['a key that the standard does not know', { ...empty, colour: 1 }, 'contract.unknown_key', { path: 'colour' }],
  [
    'deep inside',
    { ...empty, schema: [{ name: 't', properties: [{ name: 'x', quality: [{ metric: 'nullValues', mustBee: 0 }] }] }] },
    'contract.unknown_key',
    { path: 'schema.0.properties.0.quality.0.mustBee' },
  ],
  ['a value of the wrong type', { ...empty, status: 3 }, 'contract.wrong_value', { path: 'status' }],
  ['another standard', { dataContractSpecification: '1.1.0' }, 'contract.other_standard', {}],
  ['a later version', { ...empty, apiVersion: 'v4.0.0' }, 'contract.other_standard', { given: 'DataContract v4.0.0' }],
  [
    'a remark in a team of 3.0, as an older example of the standard has one,',
    { ...empty, apiVersion: 'v3.0.0', team: [{ username: 'cjane', comment: 'On leave' }] },
    'contract.unknown_key',
    { path: 'team.members.0.comment' },
  ],
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

const related = `
apiVersion: v3.1.0
kind: DataContract
id: related
version: 1.0.0
status: active
schema:
  - name: orders
    id: orders_tbl
    relationships:
      - { from: orders.product, to: products.code }
      - { from: [orders.id, orders.product], to: [products.code, products.name] }
    properties:
      - { name: id }
      - name: customer
        relationships: [{ to: schema/customers_tbl/properties/customer_id }, { to: elsewhere.id }]
      - { name: product }
  - name: customers
    id: customers_tbl
    properties: [{ name: id, id: customer_id }]
  - name: products
    properties: [{ name: code }, { name: name }]
`;

test('PF7 a relationship to a table that is a data set here is a rule, and the document stays as it was', () => {
  const document = readOdcs(related);
  const datasets = { customers: 'dataset-1', products: 'dataset-2' };
  const derived = rulesFromOdcs(document, 'orders', datasets).map(({ rule }) => rule);
  const references = derived.filter(({ kind }) => kind === 'foreign_key');
  expect(references).toMatchObject([
    { column: 'customer', otherColumn: 'id', reference: { to: 'dataset', datasetId: 'dataset-1' } },
    { column: 'product', otherColumn: 'code', reference: { to: 'dataset', datasetId: 'dataset-2' } },
  ]);
  expect(odcsFromRules(document, { rules: derived, tableName: 'orders', datasets })).toEqual(document);
  const fewer = derived.filter((rule) => rule !== references[0]);
  const dropped = odcsFromRules(document, { rules: fewer, tableName: 'orders', datasets });
  expect(rulesFromOdcs(dropped, 'orders', datasets).map(({ rule }) => rule)).toEqual(fewer);
  expect(standard(dropped)).toEqual([]);
  expect(rulesFromOdcs(document, 'orders').some(({ rule }) => rule.kind === 'foreign_key')).toBe(false);
});

const older = `
apiVersion: v3.0.0
kind: DataContract
id: older
version: 1.0.0
status: active
userConsumptionMode: Analytical
schema:
  - name: people
    sourceSystem: payroll
    customProperties: [{ property: owner, value: hr }]
    properties:
      - name: birthday
        logicalType: date
        tag: [sensitive]
        quality:
          - { rule: minCheck, description: Not before 1900, severity: error, tool: inhouse }
          - { metric: rowCount, mustBe: 1, tool: inhouse }
`;

test('PF7 keys of their own that people wrote in 3.0 stay, in the place that 3.1 has for them', () => {
  const document = readOdcs(older);
  expect(document.customProperties).toEqual([{ property: 'userConsumptionMode', value: 'Analytical' }]);
  const [table] = document.schema ?? [];
  expect(table?.customProperties).toEqual([
    { property: 'owner', value: 'hr' },
    { property: 'sourceSystem', value: 'payroll' },
  ]);
  const [birthday] = table?.properties ?? [];
  expect(birthday).toMatchObject({
    logicalType: 'date',
    customProperties: [{ property: 'tag', value: ['sensitive'] }],
  });
  expect(birthday?.quality).toEqual([
    {
      type: 'text',
      description: 'Not before 1900',
      severity: 'error',
      customProperties: [
        { property: 'tool', value: 'inhouse' },
        { property: 'rule', value: 'minCheck' },
      ],
    },
    { metric: 'rowCount', mustBe: 1, customProperties: [{ property: 'tool', value: 'inhouse' }] },
  ]);
  expect(standard(document)).toEqual([]);
  expect(readOdcs(writeOdcs(document))).toEqual(document);
  expect(() => readOdcs(older.replace('v3.0.0', 'v3.1.0'))).toThrow(
    expect.objectContaining({ code: 'contract.unknown_key' }),
  );
});
