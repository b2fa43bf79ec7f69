import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../rule-contract.ts';
import type { CustomProperty } from './odcs-basics.ts';
import type { OdcsDocument, OdcsProperty, OdcsSchemaObject } from './odcs-document.ts';
import { qualityFromRule } from './quality-from-rule.ts';
import type { KnownTables } from './relations-of.ts';
import { type Derived, notJudged, type Place, rulesFromOdcs, tableOf } from './rules-from-odcs.ts';

/**
 * The document with these rules in it. What it said already and still holds stays exactly as it stands; only rules that are new or
 * changed are written, and those that are gone are taken out. So a document that nobody changed comes back as it was.
 */
export function odcsFromRules(
  document: OdcsDocument,
  { rules, tableName, datasets }: { rules: readonly Rule[]; tableName: string; datasets?: KnownTables },
): OdcsDocument {
  const copy = structuredClone(document);
  const table = ensureTable(copy, tableName);
  const derived = rulesFromOdcs(copy, tableName, datasets);
  const isKept = ({ rule }: Derived) => rules.some((each) => isDeepStrictEqual(each, rule));
  const gone = derived.filter((each) => !isKept(each));
  for (const { place } of gone) takeOut(table, place);
  dropTaken(table);
  const added = rules.filter((rule) => !derived.some((each) => isDeepStrictEqual(each.rule, rule)));
  for (const rule of added) write(table, rule);
  return copy;
}

function ensureTable(document: OdcsDocument, name: string): OdcsSchemaObject {
  const there = document.schema?.find((each) => each.name === name);
  if (there) return tableOf(document, name) ?? there;
  const table: OdcsSchemaObject = { name };
  document.schema = [...(document.schema ?? []), table];
  return table;
}

const taken = Symbol('taken out');
type Marked = NonNullable<OdcsSchemaObject['quality']>[number] & { [taken]?: true };

function takeOut(table: OdcsSchemaObject, place: Place): void {
  const property = table.properties?.find(({ name }) => name === place.column);
  if (place.at === 'fact') markNotJudged(property ?? table, place.fact);
  // The others keep their places until all are found.
  if (place.at === 'quality') markTaken((property ?? table).quality?.[place.index]);
  if (place.at === 'flag' && property) delete property[place.key];
  if (place.at === 'options' && property) dropOptions(property, place.keys);
}

function markTaken(quality: Marked | undefined): void {
  if (quality) quality[taken] = true;
}

function dropOptions(property: OdcsProperty, keys: readonly string[]): void {
  const left = Object.entries(property.logicalTypeOptions ?? {}).filter(([key]) => !keys.includes(key));
  if (left.length === 0) delete property.logicalTypeOptions;
  else property.logicalTypeOptions = Object.fromEntries(left);
}

function dropTaken(table: OdcsSchemaObject): void {
  for (const owner of [table, ...(table.properties ?? [])]) {
    if (!owner.quality?.some((each) => (each as Marked)[taken])) continue;
    const left = owner.quality.filter((each) => !(each as Marked)[taken]);
    if (left.length === 0) delete owner.quality;
    else owner.quality = left;
  }
}

function markNotJudged(owner: { customProperties?: CustomProperty[] }, fact: string): void {
  const others = owner.customProperties?.filter(({ property }) => property !== notJudged) ?? [];
  const before = owner.customProperties?.find(({ property }) => property === notJudged)?.value;
  const facts = [...(Array.isArray(before) ? before : []), fact];
  owner.customProperties = [...others, { property: notJudged, value: facts }];
}

/** Beside its column where the document has it; else at the table, as a rule of ours. */
function write(table: OdcsSchemaObject, rule: Rule): void {
  const { column, quality } = qualityFromRule(rule);
  const property = table.properties?.find(({ name }) => name === column);
  const owner: OdcsSchemaObject | OdcsProperty = column === null ? table : (property ?? addProperty(table, column));
  owner.quality = [...(owner.quality ?? []), quality];
}

/** A column that a rule is about is one that the contract describes, without a fact that anybody stated of it. */
function addProperty(table: OdcsSchemaObject, name: string): OdcsProperty {
  const property: OdcsProperty = { name };
  markNotJudged(property, 'exists');
  table.properties = [...(table.properties ?? []), property];
  return property;
}
