import { customOf } from './keep-own-keys.ts';

type Given = Record<string, unknown>;

/** What 3.0 wrote otherwise, as 3.1 writes it now; nothing is left out. A document of 3.2 stays one. */
export function upgradeOdcs(document: Given): Given {
  const isOld = String(document['apiVersion']).startsWith('v3.0');
  const given = isOld ? customOf({ ...document, ...slaOf(document) }, 'document') : document;
  const { team, schema, roles, support, servers, description } = given;
  const asOwn = (kind: 'member' | 'role' | 'server' | 'support') => (each: unknown) =>
    isOld && isGiven(each) ? customOf(each, kind) : each;
  return {
    ...given,
    ...(isOld ? { apiVersion: 'v3.1.0' } : {}),
    ...(isOld && isGiven(description) ? { description: upgradeDescription(description) } : {}),
    ...(Array.isArray(team) ? { team: { members: team.map(asOwn('member')) } } : {}),
    ...(Array.isArray(servers) ? { servers: servers.map(asOwn('server')) } : {}),
    ...(Array.isArray(roles) ? { roles: roles.map(asOwn('role')) } : {}),
    ...(Array.isArray(support) ? { support: support.map(asOwn('support')) } : {}),
    ...(Array.isArray(schema) ? { schema: schema.map((table) => upgradeElement(table, 'table', isOld)) } : {}),
  };
}

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A definition alone was first written without a list around it. */
function upgradeDescription(description: Given): Given {
  const { authoritativeDefinitions: defined } = description;
  return isGiven(defined) ? { ...description, authoritativeDefinitions: [defined] } : description;
}

/** What an agreement is about was first called its column, and so it still stands in some documents of 3.0. */
function slaOf({ slaProperties }: Given): Given {
  if (!Array.isArray(slaProperties)) return {};
  return {
    slaProperties: slaProperties.map((each: unknown) => {
      if (!isGiven(each) || each['element'] !== undefined || typeof each['column'] !== 'string') return each;
      const { column: element, ...others } = each;
      return { ...others, element };
    }),
  };
}

function upgradeElement(given: unknown, kind: 'table' | 'property', isOld: boolean): unknown {
  if (!isGiven(given)) return given;
  const { properties, items, quality, logicalTypeOptions } = given;
  const ofColumn = (each: unknown) => upgradeElement(each, 'property', isOld);
  return {
    ...(isOld ? customOf(given, kind) : given),
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
  const given = isOld && isGiven(written) ? customOf(written, 'quality') : written;
  if (!isGiven(given) || given['metric'] !== undefined || typeof given['rule'] !== 'string') return given;
  const { rule, ...rest } = given;
  const metric = metrics[rule];
  if (metric !== undefined && Object.keys(rest).some(isComparison)) return { ...rest, metric };
  const { type } = given;
  return type === 'sql' || type === 'custom' ? withOwn(rest, { rule }) : inWords(rest, rule);
}

const isComparison = (key: string): boolean => key.startsWith('must');

/** A check of the library needs a metric and a comparison in 3.1: else it is text for people, with what it said kept beside it. */
function inWords({ type, ...rest }: Given, rule: string): Given {
  const [compared, kept] = [true, false].map((is) =>
    Object.fromEntries(Object.entries(rest).filter(([key]) => isComparison(key) === is)),
  );
  const was = type === undefined || type === 'text' ? {} : { type };
  return withOwn({ ...kept, type: 'text' }, { rule, ...was, ...compared });
}

function withOwn({ customProperties, ...rest }: Given, own: Given): Given {
  const before: unknown[] = Array.isArray(customProperties) ? customProperties : [];
  const added = Object.entries(own).map(([property, value]) => ({ property, value }));
  return { ...rest, customProperties: [...before, ...added] };
}
