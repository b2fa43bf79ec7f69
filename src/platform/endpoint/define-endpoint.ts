import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Params = z.ZodObject;
type Query = z.ZodObject;

/** How the terminal offers an endpoint: `peil <command>`; path parameters become arguments, the rest options. */
export interface CommandLine {
  /** e.g. `problem list` */
  command: string;
}

/**
 * One address of Peil, as a value: the server serves it, the page and the terminal call it, OpenAPI documents it.
 * `permission` is a name from identity's table, or `public` (which needs a row on the verbatim public list).
 */
export interface Endpoint<
  P extends Params = Params,
  Q extends Query = Query,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  /** unique, camelCase: the operationId in OpenAPI */
  id: string;
  method: Method;
  /** e.g. `/api/problems/:problemId` */
  path: string;
  permission: string;
  /** One sentence: what the caller gets. */
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** the media type of a body that is no JSON: the handler reads the stream in `raw.body`, and holds it to a limit */
  bodyType?: 'application/octet-stream';
  answer: A;
  /** the media type of the answer, where it is no JSON: the handler then sends it itself */
  answerType?: 'text/event-stream' | 'text/plain' | 'application/octet-stream' | 'application/pdf';
  /** 200 unless told; 302 for an address that browsers follow links to, whose handler sends the answer itself. */
  status?: 200 | 201 | 202 | 204 | 302;
  /** The caller must send the version it read in `If-Match`; a stale one is a 409 with both texts. */
  versioned?: true;
  /** largest body in bytes; 1 MiB unless told */
  bodyLimit?: number;
  cli?: CommandLine;
}

export function defineEndpoint<
  A extends z.ZodType,
  P extends Params = z.ZodObject<Record<never, never>>,
  Q extends Query = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
>(endpoint: Endpoint<P, Q, B, A>): Endpoint<P, Q, B, A> {
  return endpoint;
}

/** What a caller gives to an endpoint. */
export type Request<E extends Endpoint> = {
  params: E extends Endpoint<infer P> ? z.output<P> : never;
  query: E extends Endpoint<Params, infer Q> ? z.output<Q> : never;
  body: E extends Endpoint<Params, Query, infer B> ? z.output<B> : never;
};
export type Answer<E extends Endpoint> = z.output<E['answer']>;
