import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { emptyOdcs, faultsIn, odcsText, rulesOf } from '../../../../test/kit/odcs.ts';
import { readOdcs } from './read-odcs.ts';
import { writeOdcs } from './write-odcs.ts';

test('PF7 an example of 3.1 loses nothing, and one of 3.0 says the same in 3.1', () => {
  const { team, ...given } = parse(odcsText('full-example.odcs.yaml')) as Record<string, unknown>;
  expect(readOdcs(odcsText('full-example.odcs.yaml'))).toEqual({ ...given, team: { members: team } });
  const old = {
    ...emptyOdcs,
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
  expect(faultsIn(read)).toEqual([]);
  expect(rulesOf(read)).toMatchObject([
    { kind: 'column_type', type: 'number' },
    { kind: 'range', min: 1, max: 9, exclusiveMin: true, exclusiveMax: false },
    { kind: 'unique', column: 'x', mostFailing: 9 },
  ]);
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
  expect(faultsIn(document)).toEqual([]);
  expect(readOdcs(writeOdcs(document))).toEqual(document);
  expect(() => readOdcs(older.replace('v3.0.0', 'v3.1.0'))).toThrow(
    expect.objectContaining({ code: 'contract.unknown_key' }),
  );
});

test('PF7 keys of people in parts of 3.0 that 3.1 gave no place stand with whom the part belongs, under their path', () => {
  const old = {
    ...emptyOdcs,
    apiVersion: 'v3.0.1',
    team: [{ username: 'cjane', comment: 'On leave' }],
    roles: [{ role: 'reader', level: 2 }],
    support: [{ channel: '#help', url: 'https://a.org', hours: [9, 17] }],
    price: { priceAmount: 9.95, priceCurrency: 'USD', discount: { from: 10, percent: 5 } },
    slaProperties: [
      { property: 'frequency', value: 1, unit: 'd', column: 'people.birthday' },
      { property: 'latency', value: 4, element: 'people.birthday', column: 'people.other', remark: null },
    ],
    servers: [{ server: 's', type: 'postgresql', host: 'h', port: 1, database: 'd', schema: 'p', zone: 'eu' }],
    schema: [
      {
        name: 'people',
        properties: [{ name: 'birthday', authoritativeDefinitions: [{ url: 'u', type: 'tutorial', language: 'nl' }] }],
      },
    ],
  };
  const read = readOdcs(stringify(old));
  expect(read).toEqual({
    ...emptyOdcs,
    team: { members: [{ username: 'cjane', customProperties: [{ property: 'comment', value: 'On leave' }] }] },
    roles: [{ role: 'reader', customProperties: [{ property: 'level', value: 2 }] }],
    support: [{ channel: '#help', url: 'https://a.org', customProperties: [{ property: 'hours', value: [9, 17] }] }],
    price: { priceAmount: 9.95, priceCurrency: 'USD' },
    slaProperties: [
      { property: 'frequency', value: 1, unit: 'd', element: 'people.birthday' },
      { property: 'latency', value: 4, element: 'people.birthday' },
    ],
    servers: [
      {
        server: 's',
        type: 'postgresql',
        host: 'h',
        port: 1,
        database: 'd',
        schema: 'p',
        customProperties: [{ property: 'zone', value: 'eu' }],
      },
    ],
    schema: [
      {
        name: 'people',
        properties: [
          {
            name: 'birthday',
            authoritativeDefinitions: [{ url: 'u', type: 'tutorial' }],
            customProperties: [{ property: 'authoritativeDefinitions.0.language', value: 'nl' }],
          },
        ],
      },
    ],
    customProperties: [
      { property: 'price.discount', value: { from: 10, percent: 5 } },
      { property: 'slaProperties.1.column', value: 'people.other' },
      { property: 'slaProperties.1.remark', value: null },
    ],
  });
  expect(faultsIn(read)).toEqual([]);
  expect(readOdcs(writeOdcs(read))).toEqual(read);
});
