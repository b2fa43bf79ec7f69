import type { FastifyRequest } from 'fastify';
import { platformErrors } from '../errors/platform-errors.ts';

/**
 * A NUL cannot be looked up in PostgreSQL at all, and stands in no id or search that a person means. Refused once, here,
 * before the address is used for anything; texts in bodies are refused by their own schema, with their place.
 */
export function refuseUnstorable(request: FastifyRequest): void {
  refuseIn('path', request.params);
  refuseIn('query', request.query);
}

function refuseIn(where: 'path' | 'query', values: unknown): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (`${name}${String(value)}`.includes('\u0000')) {
      throw platformErrors.malformed({
        where,
        problems: [`${name.replaceAll('\u0000', '')}: holds a NUL character, which no value may`],
      });
    }
  }
}
