import type { FastifyRequest } from 'fastify';
import { isStorableText } from '../endpoint/text-field.ts';
import { platformErrors } from '../errors/platform-errors.ts';

/**
 * A NUL cannot be looked up in PostgreSQL at all, and stands in no id or search that a person means. Refused once, here,
 * before the address is used for anything.
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

/**
 * The same for a body, wherever in it and whatever its schema lets through: half of a character (a lone surrogate) would be
 * kept as it is and break whatever is made of it later, such as the hash of the evidence. Deep bodies need no deep stack.
 */
export function refuseUnstorableBody(body: unknown): void {
  const left: { place: string; value: unknown }[] = [{ place: '', value: body }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { place, value } = next;
    if (typeof value === 'string') {
      if (!isStorableText(value)) throw unstorableAt(place);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        const name = `${place === '' ? '' : `${place}.`}${key}`;
        if (!isStorableText(key)) throw unstorableAt(name);
        left.push({ place: name, value: part });
      }
    }
  }
}

const unstorableAt = (place: string) =>
  platformErrors.malformed({
    where: 'body',
    problems: [
      `${place.replaceAll('\u0000', '').toWellFormed().slice(0, 200)}: holds a NUL character or half of a character (a lone surrogate), which cannot be stored. Take it out and send it again`,
    ],
  });
