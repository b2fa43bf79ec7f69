import type { Operation, Parameter } from './open-api.ts';

export type Filled = Readonly<Record<string, string>>;

export interface WrittenRequest {
  method: string;
  /** path and query: `/api/problems/42?sort=title` */
  address: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** The request as it was filled in; what was left empty is left out. */
export function requestOf(operation: Operation, filled: Filled, body: string): WrittenRequest {
  const { method, path, parameters } = operation;
  const given = (parameter: Parameter) => (filled[parameter.name] ?? '').trim();
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let address = path;
  for (const parameter of parameters) {
    const value = given(parameter);
    // What is not filled in yet stays to be seen in the address.
    if (value === '') continue;
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (parameter.in === 'query') query.set(parameter.name, value);
    else headers[parameter.name.toLowerCase()] = value;
  }
  if (headers['if-match'] !== undefined) headers['if-match'] = `"${headers['if-match'].replaceAll('"', '')}"`;
  const hasBody = operation.body !== null;
  if (hasBody) headers['content-type'] = 'application/json';
  return {
    method,
    address: query.size > 0 ? `${address}?${query}` : address,
    headers,
    body: hasBody ? body : null,
  };
}

/** What must be there and is not; and whether the body is JSON, in the words of the browser where it is not. */
export function findMistakes(
  operation: Operation,
  filled: Filled,
  body: string,
): { missing: readonly string[]; notJson: string | null } {
  const missing = operation.parameters
    .filter(({ name, isRequired }) => isRequired && (filled[name] ?? '').trim() === '')
    .map(({ name }) => name);
  return { missing, notJson: operation.body === null ? null : jsonProblem(body) };
}

function jsonProblem(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The same request for a terminal. The token is read from a variable: what is typed there may be seen by others. */
export function curlOf(request: WrittenRequest, given: { origin: string; needsToken: boolean }): string {
  const parts = [`curl -X ${request.method} ${quoted(`${given.origin}${request.address}`)}`];
  if (given.needsToken) parts.push('-H "Authorization: Bearer $PEIL_TOKEN"');
  for (const [name, value] of Object.entries(request.headers)) parts.push(`-H ${quoted(`${name}: ${value}`)}`);
  if (request.body !== null) parts.push(`--data-raw ${quoted(request.body)}`);
  return parts.join(' \\\n  ');
}

/** In single quotes a shell reads every character as itself; a quote ends them, stands escaped, and begins again. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
