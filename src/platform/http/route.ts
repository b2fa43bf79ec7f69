import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context/context.ts';
import type { Answer, Endpoint, Request } from '../endpoint/define-endpoint.ts';

/** What a handler gets beside the context: the parsed request, and the raw one where a stream is read or written. */
export type Asked<E extends Endpoint> = Request<E> & {
  /** the version in `If-Match`; 0 where the endpoint is not versioned */
  version: number;
  raw: FastifyRequest;
  reply: FastifyReply;
};

/** Answers the value to send, or `asked.reply` when the handler has sent it itself. */
export type Handler<E extends Endpoint> = (ctx: Context, asked: Asked<E>) => Promise<Answer<E> | FastifyReply>;

export interface Route {
  endpoint: Endpoint;
  handle: Handler<Endpoint>;
}

/** Joins an address of the contract to the operation behind it. */
export function route<E extends Endpoint>(endpoint: E, handle: Handler<E>): Route {
  return { endpoint, handle: handle };
}
