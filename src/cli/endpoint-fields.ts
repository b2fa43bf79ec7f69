import { z } from 'zod';
import type { Endpoint } from '../platform/endpoint/define-endpoint.ts';
import type { OptionSpec } from './command-spec.ts';
import { same } from './command-spec.ts';

/** As much of a JSON Schema as the terminal needs. */
export interface FieldSchema {
  type?: string | string[];
  description?: string;
  enum?: readonly unknown[];
  anyOf?: readonly FieldSchema[];
  items?: FieldSchema;
  default?: unknown;
  properties?: Record<string, FieldSchema>;
  required?: string[];
}

/** One field of a query or body, and the option that sets it. */
export interface Field {
  place: 'query' | 'body';
  /** as in the contract */
  name: string;
  schema: FieldSchema;
  option: OptionSpec;
}

/** A body that is no object with fields of its own is given whole. */
export const wholeBody = 'body';

export function schemaOf(schema: z.ZodType): FieldSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
}

export function fieldsOf(endpoint: Endpoint): Field[] {
  return [...fieldsIn('query', endpoint.query), ...fieldsIn('body', endpoint.body)];
}

function fieldsIn(place: Field['place'], given: z.ZodType | undefined): Field[] {
  if (!given) return [];
  const schema = schemaOf(given);
  if (!schema.properties) {
    if (given instanceof z.ZodUndefined) return [];
    return [field(place, { name: wholeBody, schema, required: true })];
  }
  return Object.entries(schema.properties).map(([name, property]) =>
    field(place, { name, schema: property, required: schema.required?.includes(name) ?? false }),
  );
}

function field(
  place: Field['place'],
  { name, schema, required }: { name: string; schema: FieldSchema; required: boolean },
): Field {
  const choices = choicesOf(schema);
  const hasDefault = schema.default !== undefined;
  return {
    place,
    name,
    schema,
    option: {
      name: kebab(name),
      placeholder: placeholderOf(schema),
      help: same(schema.description ?? ''),
      required: required && !hasDefault,
      many: takesMany(schema),
      ...(choices.length > 0 ? { choices } : {}),
      ...(hasDefault
        ? { fallback: typeof schema.default === 'string' ? schema.default : JSON.stringify(schema.default) }
        : {}),
    },
  };
}

export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** The types a value may have; those of every alternative together. */
export function typesOf(schema: FieldSchema): string[] {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  return [...own, ...(schema.anyOf ?? []).flatMap(typesOf)];
}

function choicesOf(schema: FieldSchema): string[] {
  const own = (schema.enum ?? []).filter((choice) => typeof choice === 'string');
  const many = takesMany(schema) && schema.items ? choicesOf(schema.items) : [];
  return [...own, ...many, ...(schema.anyOf ?? []).flatMap(choicesOf)];
}

/** A list of texts is given by repeating the option. */
export function takesMany(schema: FieldSchema): boolean {
  return schema.type === 'array' && typesOf(schema.items ?? {}).includes('string');
}

function placeholderOf(schema: FieldSchema): string {
  const types = typesOf(schema);
  if (takesMany(schema) || types.includes('string')) return '<text>';
  if (types.includes('number') || types.includes('integer')) return '<number>';
  return types.includes('boolean') ? '<true|false>' : '<json>';
}
