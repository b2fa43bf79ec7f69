import { NotAssessable } from './relation.ts';
import { every, numberLiteral, some, surely, textLiteral } from './sql-text.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonSchema = Readonly<Record<string, Json>>;

/** Words of JSON Schema that say something to people, not of the value. */
const words = ['$schema', '$id', '$comment', 'title', 'description', 'examples', 'default'];

type Writer = (given: Json, at: { value: string; path: string; depth: number }) => string;

/**
 * A JSON Schema (2020-12) as one condition of SQL on a value of type JSON. What it does not know it refuses: a schema that is
 * half checked would call half of the errors right.
 */
export function compileJsonSchema(schema: JsonSchema, value: string, { path = '', depth = 0 } = {}): string {
  const conditions = Object.entries(schema).map(([word, given]) => {
    if (words.includes(word)) return 'true';
    const write = writers[word];
    if (!write || (word === 'additionalProperties' && given !== true && given !== false))
      return unknown(`${path}/${word}`);
    if (word === 'additionalProperties') return given ? 'true' : noOthers(schema, value);
    return write(given, { value, path: `${path}/${word}`, depth });
  });
  return every(conditions);
}

function unknown(path: string): never {
  throw new NotAssessable('not_computable', { detail: `JSON Schema: ${path}` });
}

const typeOf = (value: string): string => `json_type(${value})`;
/** What a schema says of texts, numbers, lists or objects it says of no other value. */
const unless = (others: string, value: string, condition: string): string =>
  `${typeOf(value)} in (${others}) or ${surely(condition)}`;

const numbers = `'UBIGINT', 'BIGINT', 'HUGEINT', 'DOUBLE'`;
const jsonTypes: Readonly<Record<string, (value: string) => string>> = {
  string: (value) => `${typeOf(value)} = 'VARCHAR'`,
  number: (value) => `${typeOf(value)} in (${numbers})`,
  integer: (value) => `${typeOf(value)} in (${numbers}) and (${value}->>'$')::double = trunc((${value}->>'$')::double)`,
  boolean: (value) => `${typeOf(value)} = 'BOOLEAN'`,
  null: (value) => `${typeOf(value)} = 'NULL'`,
  object: (value) => `${typeOf(value)} = 'OBJECT'`,
  array: (value) => `${typeOf(value)} = 'ARRAY'`,
};

const text = (value: string): string => `(${value}->>'$')`;
const number = (value: string): string => `try_cast(${text(value)} as double)`;
const ofNumber =
  (sign: string): Writer =>
  (given, { value, path }) =>
    unless(
      `'VARCHAR', 'BOOLEAN', 'NULL', 'OBJECT', 'ARRAY'`,
      value,
      `${number(value)} ${sign} ${asNumber(given, path)}`,
    );
const ofText = (condition: (value: string, given: Json, path: string) => string): Writer => {
  const others = `${numbers}, 'BOOLEAN', 'NULL', 'OBJECT', 'ARRAY'`;
  return (given, { value, path }) => unless(others, value, condition(text(value), given, path));
};
const notLists = `'VARCHAR', ${numbers}, 'BOOLEAN', 'NULL', 'OBJECT'`;
const notObjects = `'VARCHAR', ${numbers}, 'BOOLEAN', 'NULL', 'ARRAY'`;

const writers: Readonly<Record<string, Writer>> = {
  type: (given, { value, path }) => {
    const types = Array.isArray(given) ? given : [given];
    return some(types.map((type) => (jsonTypes[asWord(type, path)] ?? (() => unknown(path)))(value)));
  },
  enum: (given, { value, path }) => some(asList(given, path).map((each) => same(value, each))),
  const: (given, { value }) => same(value, given),
  minimum: ofNumber('>='),
  maximum: ofNumber('<='),
  exclusiveMinimum: ofNumber('>'),
  exclusiveMaximum: ofNumber('<'),
  minLength: ofText((value, given, path) => `length(${value}) >= ${asNumber(given, path)}`),
  maxLength: ofText((value, given, path) => `length(${value}) <= ${asNumber(given, path)}`),
  pattern: ofText((value, given, path) => `regexp_matches(${value}, ${textLiteral(asWord(given, path))})`),
  minItems: (given, { value, path }) =>
    unless(notLists, value, `json_array_length(${value}) >= ${asNumber(given, path)}`),
  maxItems: (given, { value, path }) =>
    unless(notLists, value, `json_array_length(${value}) <= ${asNumber(given, path)}`),
  items: (given, { value, path, depth }) => {
    const each = `j${depth + 1}`;
    const holds = compileJsonSchema(asSchema(given, path), each, { path, depth: depth + 1 });
    const broken = `len(list_filter(json_extract(${value}, '$[*]'), lambda ${each}: not ${surely(holds)}))`;
    return unless(notLists, value, `${broken} = 0`);
  },
  required: (given, { value, path }) =>
    unless(
      notObjects,
      value,
      every(asList(given, path).map((key) => `json_exists(${value}, ${pointer(asWord(key, path))})`)),
    ),
  properties: (given, { value, path, depth }) => {
    const conditions = Object.entries(asSchema(given, path)).map(([key, schema]) => {
      const inner = `json_extract(${value}, ${pointer(key)})`;
      const holds = compileJsonSchema(asSchema(schema, `${path}/${key}`), inner, { path: `${path}/${key}`, depth });
      return `not json_exists(${value}, ${pointer(key)}) or ${surely(holds)}`;
    });
    return unless(notObjects, value, every(conditions));
  },
  additionalProperties: () => 'true',
  allOf: (given, { value, path, depth }) =>
    every(asList(given, path).map((each) => compileJsonSchema(asSchema(each, path), value, { path, depth }))),
  anyOf: (given, { value, path, depth }) =>
    some(asList(given, path).map((each) => surely(compileJsonSchema(asSchema(each, path), value, { path, depth })))),
};

function noOthers(schema: JsonSchema, value: string): string {
  const keys = Object.keys((schema['properties'] ?? {}) as object).map(textLiteral);
  const others = `len(list_filter(json_keys(${value}), lambda k: k not in ('', ${[...keys, `''`].join(', ')}))) = 0`;
  return unless(notObjects, value, others);
}

/** As a JSON pointer, whatever stands in the key. */
const pointer = (key: string): string => textLiteral(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);

function same(value: string, given: Json): string {
  if (typeof given === 'number')
    return `${jsonTypes['number']?.(value) ?? ''} and ${number(value)} = ${numberLiteral(given)}`;
  if (typeof given === 'string') return `${typeOf(value)} = 'VARCHAR' and ${text(value)} = ${textLiteral(given)}`;
  return `${value} = ${textLiteral(JSON.stringify(given))}::json`;
}

function asNumber(given: Json, path: string): string {
  return typeof given === 'number' ? numberLiteral(given) : unknown(path);
}

function asWord(given: Json, path: string): string {
  return typeof given === 'string' ? given : unknown(path);
}

function asList(given: Json, path: string): Json[] {
  return Array.isArray(given) ? given : unknown(path);
}

function asSchema(given: Json | undefined, path: string): { [key: string]: Json } {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? given : unknown(path);
}
