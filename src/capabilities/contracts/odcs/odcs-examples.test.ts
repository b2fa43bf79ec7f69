import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { emptyOdcs, faultsIn, odcsExamples, odcsText, rulesOf } from '../../../../test/kit/odcs.ts';
import { contentFromDocument, documentOf } from '../content.ts';
import { odcsFromRules } from './odcs-from-rules.ts';
import { serverKeys } from './odcs-server.ts';
import { readOdcs } from './read-odcs.ts';
import { upgradeOdcs } from './upgrade-odcs.ts';
import { writeOdcs } from './write-odcs.ts';

/** One of them is meant to be refused, and says so in its name. */
const isMeant = (name: string) => !name.includes('invalid');

test.each(odcsExamples.filter(isMeant))('PF7 the example %s of the standard comes back as it was', (name) => {
  const given = parse(odcsText(name)) as Record<string, unknown>;
  const read = readOdcs(odcsText(name));
  expect(read).toEqual(upgradeOdcs(given));
  expect(lostOf(saidIn(given), saidIn(read))).toEqual([]);
  const out = documentOf(contentFromDocument(read), null);
  expect(out).toEqual(read);
  expect(readOdcs(writeOdcs(out))).toEqual(read);
  // The schema at hand is that of 3.1: what came as 3.2 stays as the standard itself wrote it.
  if (out.apiVersion === 'v3.1.0') expect(faultsIn(out)).toEqual([]);
  else expect(out).toEqual(given);
  for (const { name: table } of read.schema ?? [])
    expect(odcsFromRules(read, { rules: rulesOf(read, table), tableName: table })).toEqual(read);
});

/** What was said more often before than after. */
function lostOf(before: readonly Said[], after: readonly Said[]): string[] {
  const left = new Map<string, number>();
  for (const said of after.map((each) => JSON.stringify(each))) left.set(said, (left.get(said) ?? 0) + 1);
  return before
    .map((each) => JSON.stringify(each))
    .filter((said) => {
      const count = left.get(said) ?? 0;
      left.set(said, count - 1);
      return count <= 0;
    });
}

type Said = [name: string, value: unknown];

/** Every value that a document says, with the name that it has there; keys of people by their name, wherever they stand. */
function saidIn(document: unknown, name = ''): Said[] {
  if (Array.isArray(document)) return document.flatMap((each: unknown) => saidIn(each, name));
  if (typeof document !== 'object' || document === null) return saidNow(name, document);
  const { property, value, ...others } = document as Record<string, unknown>;
  const isPair = typeof property === 'string' && 'value' in document;
  const named = isPair ? saidIn(value, property.split('.').at(-1)) : [];
  return [...named, ...Object.entries(isPair ? others : document).flatMap(([key, each]) => saidIn(each, key))];
}

const metrics = { duplicateCount: 'duplicateValues', nullCheck: 'nullValues', uniqueCheck: 'duplicateValues' };

/** What 3.1 calls otherwise than 3.0 did, by its name of now. */
function saidNow(name: string, value: unknown): Said[] {
  if (name === 'apiVersion' || (name.startsWith('exclusive') && typeof value === 'boolean')) return [];
  if ((name === 'rule' || name === 'metric') && typeof value === 'string')
    return [['rule', metrics[value as keyof typeof metrics] ?? value]];
  const names = { column: 'element', exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum' };
  return [[names[name as keyof typeof names] ?? name, value]];
}

test('PF7 the example that the standard made to be refused is refused, with the path of what is wrong', () => {
  expect(() => readOdcs(odcsText('strict-schema-test-invalid.odcs.yaml'))).toThrow(
    expect.objectContaining({
      code: 'contract.wrong_value',
      params: { path: 'servers.0.customProperties.1.property', reason: expect.any(String) },
    }),
  );
});

test('PF7 the schema of the standard itself refuses what is not of it', () => {
  expect(faultsIn(emptyOdcs)).toEqual([]);
  expect(faultsIn({ ...emptyOdcs, colour: 1 })).not.toEqual([]);
  expect(
    faultsIn({ ...emptyOdcs, schema: [{ name: 't', quality: [{ metric: 'rowCount', mustBe: 1, colour: 1 }] }] }),
  ).not.toEqual([]);
});

interface ServerSchema {
  allOf: { if: { properties: { type: { const: string } } }; then: { $ref: string } }[];
}

test('PF7 what a server of each type may say is what the standard lets it say', () => {
  const { $defs } = JSON.parse(odcsText('odcs-json-schema-v3.1.0.json')) as {
    $defs: { Server: ServerSchema; ServerSource: Record<string, { properties: object }> };
  };
  const shared = ['id', 'server', 'type', 'description', 'environment', 'roles', 'customProperties'];
  const types = $defs.Server.allOf.map(({ if: { properties }, then }) => ({
    type: properties.type.const,
    keys: Object.keys($defs.ServerSource[then.$ref.split('/').at(-1) ?? '']?.properties ?? {}),
  }));
  expect(types).toHaveLength(34);
  for (const { type, keys } of types)
    expect(serverKeys(type, false)?.toSorted()).toEqual([...shared, ...keys].toSorted());
});

test('PF7 the rules that an example of the standard states are found', () => {
  const rules = rulesOf(readOdcs(odcsText('full-example.odcs.yaml')), 'tbl');
  expect(rules).toMatchObject([
    { kind: 'column_type', column: 'transaction_reference_date', type: 'date' },
    { kind: 'column_type', column: 'rcvr_id' },
    { kind: 'column_type', column: 'rcvr_cntry_code' },
    { kind: 'not_null', column: 'rcvr_cntry_code', businessImpact: 'operational', dimension: 'completeness' },
    { kind: 'unique', column: 'rcvr_id' },
    { kind: 'row_count', min: 1000001 },
  ]);
  expect(rulesOf(readOdcs(odcsText('full-example.odcs.yaml')), 'receivers')).toContainEqual(
    expect.objectContaining({ kind: 'compound_unique', columns: ['id', 'country_code'] }),
  );
  expect(rulesOf(readOdcs(odcsText('all-data-types.odcs.yaml')))).toEqual(
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
