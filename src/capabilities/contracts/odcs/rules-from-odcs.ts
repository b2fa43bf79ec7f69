import { createHash } from 'node:crypto';
import { contractErrors } from '../errors.ts';
import { type Rule, ruleSchema } from '../rule-contract.ts';
import type { OdcsDocument, OdcsProperty, OdcsSchemaObject } from './odcs-document.ts';
import { type KnownTables, type Relation, relationsOf } from './relations-of.ts';
import { ruleFromQuality } from './rule-from-quality.ts';

/** Where in a table of the document a rule stands. */
export type Place =
  | { at: 'quality'; column: string | null; index: number }
  | { at: 'flag'; column: string; key: 'required' | 'unique' | 'enum' }
  | { at: 'options'; column: string; keys: readonly string[] }
  /** said by the document, and not taken out of it when people drop the rule: it is then marked as not judged */
  | { at: 'fact'; column: string | null; fact: string };

export interface Derived {
  rule: Rule;
  place: Place;
}

/** The mark on a column or table for facts of the document that people do not want judged. */
export const notJudged = 'peilNotJudged';

/** The table of the document that describes the data; the first unless told. */
export function tableOf({ schema = [] }: OdcsDocument, name?: string): OdcsSchemaObject | null {
  const found = name === undefined ? schema[0] : schema.find((each) => each.name === name);
  if (!found && name !== undefined)
    throw contractErrors.noSuchTable({ given: name, there: schema.map((each) => each.name) });
  return found ?? null;
}

/**
 * Every rule that a table of the document states, and where. `datasets` has the data sets that its tables are, by the name
 * of the table: a relationship to one of those is a rule.
 */
export function rulesFromOdcs(document: OdcsDocument, tableName?: string, datasets: KnownTables = {}): Derived[] {
  const table = tableOf(document, tableName);
  if (!table) return [];
  const properties = table.properties ?? [];
  const derived = [
    ...properties.flatMap((property) => ofProperty(property, table)),
    ...relationsOf(document, table).flatMap((relation) => ofRelation(relation, { table, datasets })),
    ...keyOf(table),
    ...freshness(document, table),
    ...ofQuality(table.quality ?? [], { column: null, table }),
  ];
  return withOwnIds(derived);
}

type Written = { fields: Record<string, unknown>; place: Place };

function ofProperty(property: OdcsProperty, table: OdcsSchemaObject): Derived[] {
  // A measure or a dimension is computed of the data, and stands in no row of it.
  if (property.semanticType !== undefined && property.semanticType !== 'column') return [];
  const column = property.name;
  const written = [typeOf(property), ...ofFlags(property), ...ofOptions(column, property.logicalTypeOptions ?? {})];
  return [
    ...written.flatMap((each) => derive(each, { table, column, marks: property })),
    ...ofQuality(property.quality ?? [], { column, table }),
  ];
}

/** Of what no type of ours is, it is known that it is there. */
function typeOf({ name: column, logicalType: type }: OdcsProperty): Written {
  return type === undefined || type === 'map' || type === 'vector'
    ? { fields: { kind: 'column_exists', column }, place: { at: 'fact', column, fact: 'exists' } }
    : { fields: { kind: 'column_type', column, type }, place: { at: 'fact', column, fact: 'type' } };
}

function ofFlags({ name: column, required, unique, enum: listed = [] }: OdcsProperty): Written[] {
  const values = listed.flatMap(({ value }) => value ?? []);
  return [
    ...(required === true ? [{ fields: { kind: 'not_null', column }, place: flag(column, 'required') }] : []),
    ...(unique === true ? [{ fields: { kind: 'unique', column }, place: flag(column, 'unique') }] : []),
    ...(values.length === 0
      ? []
      : [{ fields: { kind: 'accepted_values', column, values }, place: flag(column, 'enum') }]),
  ];
}

const flag = (column: string, key: 'required' | 'unique' | 'enum'): Place => ({ at: 'flag', column, key });

type Options = NonNullable<OdcsProperty['logicalTypeOptions']>;

function ofOptions(column: string, options: Options): Written[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern } = options;
  const [min, max] = [exclusiveMinimum ?? minimum, exclusiveMaximum ?? maximum];
  const place = (...keys: string[]): Place => ({ at: 'options', column, keys });
  const outside = {
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMin: true }),
    ...(exclusiveMaximum === undefined ? {} : { exclusiveMax: true }),
  };
  const range = { kind: 'range', column, ...given({ min, max }), ...outside };
  const length = { kind: 'length', column, ...given({ min: minLength, max: maxLength }) };
  return [
    ...(min === undefined && max === undefined
      ? []
      : [{ fields: range, place: place('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum') }]),
    ...(minLength === undefined && maxLength === undefined
      ? []
      : [{ fields: length, place: place('minLength', 'maxLength') }]),
    ...(pattern === undefined ? [] : [{ fields: { kind: 'pattern', column, pattern }, place: place('pattern') }]),
  ];
}

const given = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The columns by which a row is known, in their order. */
export function primaryKeyOf({ properties = [] }: OdcsSchemaObject): string[] {
  return properties
    .filter(({ primaryKey }) => primaryKey === true)
    .sort((a, b) => (a.primaryKeyPosition ?? 0) - (b.primaryKeyPosition ?? 0))
    .map(({ name }) => name);
}

function keyOf(table: OdcsSchemaObject): Derived[] {
  const columns = primaryKeyOf(table);
  const [only] = columns;
  if (only === undefined) return [];
  const isSaid = columns.length === 1 && table.properties?.some(({ name, unique }) => name === only && unique === true);
  if (isSaid) return [];
  const fields = columns.length === 1 ? { kind: 'unique', column: only } : { kind: 'compound_unique', columns };
  return derive({ fields, place: { at: 'fact', column: null, fact: 'key' } }, { table, column: 'key', marks: table });
}

/** The values of a column that refers to another table must be there. */
function ofRelation(
  { column, otherTable, otherColumn }: Relation,
  { table, datasets }: { table: OdcsSchemaObject; datasets: KnownTables },
): Derived[] {
  const datasetId = datasets[otherTable];
  if (datasetId === undefined) return [];
  const fields = { kind: 'foreign_key', column, otherColumn, reference: { to: 'dataset', datasetId } };
  const place: Place = { at: 'fact', column, fact: `refers.${otherTable}.${otherColumn}` };
  const marks = table.properties?.find(({ name }) => name === column) ?? table;
  return derive({ fields, place }, { table, column, marks });
}

const hours: Readonly<Record<string, number>> = {
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  m: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
};

/** How old the newest row may be, said of a column of this table. */
function freshness(document: OdcsDocument, table: OdcsSchemaObject): Derived[] {
  return (document.slaProperties ?? []).flatMap(({ property, value, unit = 'd', element }) => {
    const [name, column] = (element ?? document.slaDefaultElement ?? '').split('.');
    const per = hours[unit.toLowerCase()];
    const isHere = name === table.name && table.properties?.some((each) => each.name === column);
    if (property !== 'latency' || !isHere || column === undefined || per === undefined || typeof value !== 'number')
      return [];
    const fields = { kind: 'freshness', column, max: value * per };
    return derive(
      { fields, place: { at: 'fact', column: null, fact: `latency.${column}` } },
      { table, column, marks: table },
    );
  });
}

function derive(
  { fields, place }: Written,
  { table, column, marks }: { table: OdcsSchemaObject; column: string; marks: Pick<OdcsProperty, 'customProperties'> },
): Derived[] {
  const ignored = marks.customProperties?.find(({ property }) => property === notJudged)?.value;
  if (place.at === 'fact' && Array.isArray(ignored) && ignored.includes(place.fact)) return [];
  const read = ruleSchema.safeParse({ id: shortId(`${table.name}.${column}.${String(fields['kind'])}`), ...fields });
  return read.success ? [{ rule: read.data, place }] : [];
}

function ofQuality(
  qualities: NonNullable<OdcsSchemaObject['quality']>,
  { column, table }: { column: string | null; table: OdcsSchemaObject },
): Derived[] {
  return qualities.flatMap((quality, index) => {
    const id = shortId(`${table.name}.${column ?? ''}.${quality.metric ?? 'custom'}.${quality.name ?? index}`);
    const rule = ruleFromQuality(quality, { column, id });
    return rule ? [{ rule, place: { at: 'quality', column, index } as const }] : [];
  });
}

/** Long names keep their beginning, and what makes them differ. */
function shortId(text: string): string {
  if (text.length <= 60) return text;
  return `${text.slice(0, 40)}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/** Two of one name are told apart by their place. */
function withOwnIds(derived: readonly Derived[]): Derived[] {
  const seen = new Map<string, number>();
  return derived.map(({ rule, place }) => {
    const count = (seen.get(rule.id) ?? 0) + 1;
    seen.set(rule.id, count);
    return { place, rule: count === 1 ? rule : { ...rule, id: shortId(`${rule.id}.${count}`) } };
  });
}
