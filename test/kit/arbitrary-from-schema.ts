import fc from 'fast-check';

/** JSON Schema as the OpenAPI document holds it; only what our contract uses. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}

/** Strings that have broken servers before: control characters, lone surrogates, paths, markup, SQL, very long ones. */
export const nastyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "'; drop table problem; --",
    '<script>alert(1)</script>',
    '𝒫eil ✓',
    '-0',
    '1e999',
    'NaN',
    '%00',
    '\r\n',
  ),
  fc.constant('x'.repeat(5_000)),
);

const anything = fc.jsonValue({ maxDepth: 2 });

/** Mostly values that fit the schema, some that nearly fit, some that do not fit at all. */
export function arbitraryFrom(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if (depth > 6) return fc.constant(null);
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema, depth) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: nastyString },
  );
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return fc.oneof(...choices.map((choice) => arbitraryFrom(choice, depth + 1)));
  const [type] = [schema.type ?? 'any'].flat();
  return byType[type ?? 'any']?.(schema, depth) ?? anything;
}

const byType: Record<string, (schema: Schema, depth: number) => fc.Arbitrary<unknown>> = {
  object: (schema, depth) => objectFrom(schema, depth),
  array: (schema, depth) => fc.array(arbitraryFrom(schema.items ?? {}, depth + 1), { maxLength: 4 }),
  string: (schema) => stringFrom(schema),
  integer: (schema) =>
    fc.oneof(
      fc.integer({ min: bounded(schema.minimum, -1e6), max: bounded(schema.maximum, 1e6) }),
      fc.maxSafeInteger(),
    ),
  number: (schema) =>
    fc.oneof(
      fc.double({ min: bounded(schema.minimum, -1e9), max: bounded(schema.maximum, 1e9), noNaN: true }),
      fc.double(),
    ),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
};

function bounded(given: number | undefined, otherwise: number): number {
  return given === undefined || !Number.isSafeInteger(given) || Math.abs(given) === Number.MAX_SAFE_INTEGER
    ? otherwise
    : given;
}

function objectFrom(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  if (properties.length === 0)
    return fc.dictionary(
      fc.string({ maxLength: 10 }),
      arbitraryFrom(typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}, depth + 1),
      { maxKeys: 4 },
    );
  const fields = Object.fromEntries(properties.map(([name, property]) => [name, arbitraryFrom(property, depth + 1)]));
  const requiredKeys = (schema.required ?? []).filter((name) => name in fields);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys }) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  );
}

function stringFrom(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'date') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.pattern)
    return fc.oneof(
      fc.integer({ min: -1e6, max: 1e6 }).map(String),
      fc.double({ noNaN: true }).map(String),
      patternString(schema.pattern),
    );
  return fc.oneof(
    { weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: 60 }) },
    { weight: 2, arbitrary: nastyString },
  );
}

function patternString(pattern: string): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return fc.string();
  }
}
