/** What the page needs of an OpenAPI document. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  permission: string;
  parameters: readonly Parameter[];
  /** an example made from the schema; null where there is no body */
  body: string | null;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  placeholder: string;
}

export interface Schema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
}

interface GivenOperation {
  operationId: string;
  summary: string;
  parameters?: readonly {
    name: string;
    in: Parameter['in'];
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  'x-permission'?: string;
}

export interface OpenApi {
  paths: Record<string, Record<string, GivenOperation>>;
}

export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, given]) => operation(path, method, given)),
  );
}

function operation(path: string, method: string, given: GivenOperation): Operation {
  const schema = given.requestBody?.content['application/json'].schema;
  return {
    id: given.operationId,
    method: method.toUpperCase(),
    path,
    summary: given.summary,
    permission: given['x-permission'] ?? 'public',
    parameters: (given.parameters ?? []).map(({ name, in: place, required = false, description, schema }) => ({
      name,
      in: place,
      required,
      description: description ?? schema?.description ?? '',
      placeholder: schema?.enum ? schema.enum.map(String).join(' | ') : (JSON.stringify(schema?.default) ?? ''),
    })),
    body: schema ? JSON.stringify(exampleOf(schema), null, 2) : null,
  };
}

/** The smallest thing that has the shape: what is required, with a first choice or an empty value. */
export function exampleOf(schema: Schema): unknown {
  const told = schema.const ?? schema.default ?? schema.enum?.[0];
  if (told !== undefined) return told;
  const choice = (schema.oneOf ?? schema.anyOf)?.[0];
  return choice ? exampleOf(choice) : exampleOfType(schema);
}

function exampleOfType(schema: Schema): unknown {
  if (schema.type === 'object') return exampleObject(schema);
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items)] : [];
  return { string: '', number: 0, integer: 0, boolean: false }[schema.type ?? ''] ?? null;
}

function exampleObject({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  const wanted = Object.entries(properties).filter(([name]) => required.includes(name));
  const shown = wanted.length > 0 ? wanted : Object.entries(properties).slice(0, 3);
  return Object.fromEntries(shown.map(([name, property]) => [name, exampleOf(property)]));
}

/** The address with what was filled in; what was left empty is left out. */
export function filledAddress({ path, parameters }: Operation, filled: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams();
  let address = path;
  for (const { name, in: place } of parameters) {
    const value = filled[name] ?? '';
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
    if (place === 'query' && value !== '') query.set(name, value);
  }
  return query.size > 0 ? `${address}?${query}` : address;
}
