import { odcsKeys } from './odcs-document.ts';

type Given = Record<string, unknown>;

/** What 3.0 and 3.1 wrote otherwise, as 3.1 writes it now; nothing is left out. */
export function upgradeOdcs(document: Given): Given {
  const { team, schema, apiVersion } = document;
  const isOld = String(apiVersion).startsWith('v3.0');
  return {
    ...(isOld ? asCustom(document, 'document') : document),
    apiVersion: 'v3.1.0',
    ...(Array.isArray(team) ? { team: { members: team } } : {}),
    ...(Array.isArray(schema) ? { schema: schema.map((table) => upgradeElement(table, 'table', isOld)) } : {}),
  };
}

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * 3.0 let everybody add keys of their own; 3.1 has a place for those, and refuses them elsewhere. Where that place is no
 * list, or has the name already, they stay: they are then refused with their path.
 */
function asCustom(given: Given, kind: keyof typeof odcsKeys): Given {
  const known = new Set<string>(odcsKeys[kind]);
  const { customProperties = [], ...others } = given;
  const own = Object.entries(others).filter(([key]) => !known.has(key) && !read30.has(key));
  if (own.length === 0 || !Array.isArray(customProperties)) return given;
  const kept = Object.fromEntries(Object.entries(others).filter(([key]) => known.has(key) || read30.has(key)));
  return { ...kept, customProperties: [...customProperties, ...own.map(([property, value]) => ({ property, value }))] };
}

/** Keys of 3.0 that are read below. */
const read30 = new Set(['rule']);

function upgradeElement(given: unknown, kind: 'table' | 'property', isOld: boolean): unknown {
  if (!isGiven(given)) return given;
  const { properties, items, quality, logicalTypeOptions } = given;
  const ofColumn = (each: unknown) => upgradeElement(each, 'property', isOld);
  return {
    ...(isOld ? asCustom(given, kind) : given),
    ...(Array.isArray(properties) ? { properties: properties.map(ofColumn) } : {}),
    ...(isGiven(items) ? { items: ofColumn(items) } : {}),
    ...(Array.isArray(quality) ? { quality: quality.map((each) => upgradeQuality(each, isOld)) } : {}),
    ...(isGiven(logicalTypeOptions) ? { logicalTypeOptions: upgradeOptions(logicalTypeOptions) } : {}),
  };
}

/** 3.0 said by a truth value that a bound is outside. */
function upgradeOptions(options: Given): Given {
  return exclusive(exclusive(options, 'minimum', 'exclusiveMinimum'), 'maximum', 'exclusiveMaximum');
}

function exclusive(options: Given, inclusive: string, outside: string): Given {
  const { [inclusive]: bound, [outside]: flag, ...rest } = options;
  if (typeof flag !== 'boolean') return options;
  if (bound === undefined) return rest;
  return { ...rest, [flag ? outside : inclusive]: bound };
}

const metrics: Readonly<Record<string, string>> = {
  duplicateCount: 'duplicateValues',
  nullCheck: 'nullValues',
  rowCount: 'rowCount',
  uniqueCheck: 'duplicateValues',
};

/** A rule of the library had its name under `rule`; one that 3.1 has no metric for stays in words. */
function upgradeQuality(written: unknown, isOld: boolean): unknown {
  const given = isOld && isGiven(written) ? asCustom(written, 'quality') : written;
  if (!isGiven(given) || given['metric'] !== undefined || typeof given['rule'] !== 'string') return given;
  const { rule, customProperties, ...rest } = given;
  const metric = metrics[rule];
  if (metric !== undefined)
    return given['customProperties'] === undefined ? { ...rest, metric } : { ...rest, customProperties, metric };
  // A check of the library needs a metric in 3.1: without one it is text for people, with what it compared kept beside it.
  const compared = Object.entries(rest).filter(([key]) => key.startsWith('must'));
  const kept = Object.entries(rest).filter(([key]) => !key.startsWith('must'));
  const own = [{ property: 'rule', value: rule }, ...compared.map(([property, value]) => ({ property, value }))];
  return {
    ...Object.fromEntries(kept),
    type: 'text',
    customProperties: [...(Array.isArray(customProperties) ? customProperties : []), ...own],
  };
}
