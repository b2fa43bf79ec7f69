import type { FastifyRequest } from 'fastify';
import type { Fields } from './fields.ts';

type Given = Readonly<Record<string, unknown>>;

/** A body that is no message at all. */
export class BadBody extends Error {}

/**
 * A GET says it in its address, everything else (also a DELETE) in its body; an empty body says nothing. What stands in the path
 * itself counts before both. Throws `BadBody`.
 */
export function givenMessage(request: FastifyRequest, fields: Fields): Given {
  return { ...givenBeside(request, fields), ...(request.params as Given) };
}

function givenBeside(request: FastifyRequest, fields: Fields): Given {
  if (request.method === 'GET') return givenInAddress(request, fields);
  const body = typeof request.body === 'string' ? request.body.trim() : '';
  if (body === '') return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new BadBody('Bad Request. Content-Type header must be application/json.');
  const parsed = parse(body);
  // Old clients encode twice.
  const message = typeof parsed === 'string' ? parse(parsed) : parsed;
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new BadBody('Bad Request. The body must be an object of JSON.');
  return message as Given;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new BadBody(`Bad Request. The body is no JSON: ${(error as Error).message}`);
  }
}

/** The same name twice is a list. */
function givenInAddress(request: FastifyRequest, fields: Fields): Given {
  const query = request.query as Record<string, string | string[]>;
  const asGiven = ([name, value]: [string, string | string[]]) => [
    name,
    fields[name]?.isList && !Array.isArray(value) ? [value] : value,
  ];
  return Object.fromEntries(Object.entries(query).map(asGiven));
}
