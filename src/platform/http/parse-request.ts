import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { checkedIn } from '../endpoint/field-words.ts';
import type { Endpoint } from '../endpoint/define-endpoint.ts';
import { platformErrors } from '../errors/platform-errors.ts';
import { type Locale, preferredLocale } from '../text/locale.ts';
import { refuseUnstorableBody } from './refuse-unstorable.ts';

type Part = 'path' | 'query' | 'body';

export interface ParsedRequest {
  params: never;
  query: never;
  body: never;
  version: number;
}

/** Checks what was sent against the contract; every problem is named with its place, in the caller's language. */
export function parseRequest(endpoint: Endpoint, request: FastifyRequest): ParsedRequest {
  const locale = preferredLocale(request.headers['accept-language']);
  const check = (part: Part, schema: z.ZodType | undefined, given: unknown): never =>
    checkedIn(locale, () => checkPart(part, { schema, given, locale }));
  return {
    params: check('path', endpoint.params, request.params),
    query: check('query', endpoint.query, request.query),
    body: check('body', endpoint.body, request.body ?? undefined),
    version: endpoint.versioned ? versionGiven(request) : 0,
  };
}

interface ToCheck {
  schema: z.ZodType | undefined;
  given: unknown;
  locale: Locale;
}

/** What the schema says nothing of in words of its own, zod says in the same language. */
const dutch = z.locales.nl().localeError;

function checkPart(part: Part, { schema, given, locale }: ToCheck): never {
  if (!schema) return {} as never;
  const parsed = schema.safeParse(given, locale === 'nl' ? { error: dutch } : undefined);
  if (parsed.success) {
    if (part === 'body') refuseUnstorableBody(given);
    return parsed.data as never;
  }
  throw platformErrors.malformed({ where: part, problems: parsed.error.issues.slice(0, 8).map(problem) });
}

function problem(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join('.');
  return place ? `${place}: ${issue.message}` : issue.message;
}

function versionGiven(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  const version = Number(/^(?:W\/)?"?(\d{1,15})"?$/.exec(header ?? '')?.[1]);
  if (!Number.isSafeInteger(version)) throw platformErrors.missingVersion();
  return version;
}
