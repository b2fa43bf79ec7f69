type Given = Record<string, unknown>;

/** What 3.0 and 3.1 wrote otherwise, as 3.1 writes it now; nothing is left out. */
export function upgradeOdcs(document: Given): Given {
  const { team, schema } = document;
  return {
    ...document,
    apiVersion: 'v3.1.0',
    ...(Array.isArray(team) ? { team: { members: team } } : {}),
    ...(Array.isArray(schema) ? { schema: schema.map(upgradeObject) } : {}),
  };
}

const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function upgradeObject(given: unknown): unknown {
  if (!isGiven(given)) return given;
  const { properties, items, quality, logicalTypeOptions } = given;
  return {
    ...given,
    ...(Array.isArray(properties) ? { properties: properties.map(upgradeObject) } : {}),
    ...(isGiven(items) ? { items: upgradeObject(items) } : {}),
    ...(Array.isArray(quality) ? { quality: quality.map(upgradeQuality) } : {}),
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
function upgradeQuality(given: unknown): unknown {
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
