import type { Schema } from './open-api.ts';

/** One line of the description of a body: `problemRoles[].roles`, what it is, and whether it must be there. */
export interface BodyField {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
}

const deepest = 3;

/** The fields of a body and of what is inside them. */
export function fieldsOf(schema: Schema, within = '', depth = 0): BodyField[] {
  if (depth > deepest) return [];
  const inner = (schema.oneOf ?? schema.anyOf ?? schema.allOf)?.flatMap((each) => fieldsOf(each, within, depth + 1));
  if (inner) return firstOfEach(inner);
  if (schema.items) return fieldsOf(schema.items, `${within}[]`, depth);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = within === '' ? key : `${within}.${key}`;
    const isRequired = schema.required?.includes(key) ?? false;
    const field = { name, type: typeOf(property), isRequired, description: property.description ?? '' };
    return [field, ...fieldsOf(property, name, depth + 1)];
  });
}

/** One shape or another may have the same field: it is described once. */
function firstOfEach(fields: readonly BodyField[]): BodyField[] {
  return [...new Map([...fields].reverse().map((field) => [field.name, field])).values()].reverse();
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.type === 'array') return `${schema.items ? typeOf(schema.items) : 'any'}[]`;
  return [schema.type ?? 'any'].flat().join(' | ');
}
