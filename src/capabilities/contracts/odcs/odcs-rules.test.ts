import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyOdcs, faultsIn, odcsText, rulesOf } from '../../../../test/kit/odcs.ts';
import { ruleCases } from '../../../../test/kit/rules/rule-cases.ts';
import { type Rule, ruleSchema } from '../rule-contract.ts';
import { odcsFromRules } from './odcs-from-rules.ts';
import { readOdcs } from './read-odcs.ts';
import { rulesFromOdcs } from './rules-from-odcs.ts';
import { writeOdcs } from './write-odcs.ts';

const valid = ruleCases.flatMap(({ rule }, at) => {
  const read = ruleSchema.safeParse({ id: `rule-${at}`, ...rule });
  return read.success ? [read.data] : [];
});

test('PF7 every rule of ours is written as the standard asks, and read again as it was', () => {
  const written = odcsFromRules(emptyOdcs, { rules: valid, tableName: 'flights' });
  expect(faultsIn(written)).toEqual([]);
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
      const written = odcsFromRules(emptyOdcs, { rules, tableName: 't' });
      expect(faultsIn(written)).toEqual([]);
      const again = rulesOf(readOdcs(writeOdcs(written)), 't');
      expect(again).toHaveLength(rules.length);
      for (const each of rules) expect(again).toContainEqual(each);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('PF7 a changed rule is written anew, a dropped one is taken out, and the rest of the document stays', () => {
  const read = readOdcs(odcsText('full-example.odcs.yaml'));
  const rules = rulesOf(read, 'receivers');
  const changed = rules
    .filter(({ kind }) => kind !== 'column_type' && kind !== 'compound_unique')
    .map((rule) => (rule.kind === 'not_null' && rule.column === 'receiver_name' ? { ...rule, mostly: 0.95 } : rule));
  const written = odcsFromRules(read, { rules: changed, tableName: 'receivers' });
  expect(faultsIn(written)).toEqual([]);
  expect(rulesOf(readOdcs(writeOdcs(written)), 'receivers')).toEqual(expect.arrayContaining(changed));
  expect(rulesOf(written, 'receivers')).toHaveLength(changed.length);
  const name = written.schema?.[1]?.properties?.[2];
  expect(name?.required).toBeUndefined();
  expect(name?.quality).toMatchObject([{ metric: 'nullValues', mustBeLessOrEqualTo: 5, unit: 'percent' }]);
  expect({ ...written, schema: read.schema }).toEqual(read);
  expect(written.schema?.[0]).toEqual(read.schema?.[0]);
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
  expect(faultsIn(dropped)).toEqual([]);
  expect(rulesFromOdcs(document, 'orders').some(({ rule }) => rule.kind === 'foreign_key')).toBe(false);
});
