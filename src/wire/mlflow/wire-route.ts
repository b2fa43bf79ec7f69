import type { Context } from '../../platform/context/context.ts';
import { type Fields, type Message } from './fields.ts';

export interface WireRoute {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** behind `/api/` and `/ajax-api/`: `2.0/mlflow/runs/get` */
  path: string;
  fields: Fields;
  /** Answers an object of JSON, empty where there is nothing to say, or the bytes of one. */
  handle: (ctx: Context, message: never) => Promise<object>;
}

/**
 * One address of the protocol, over one operation of ours. Who may is known by the operation, from the problem of what is
 * asked; nobody at all is refused before.
 * @example wireRoute('GET 2.0/mlflow/runs/get', { run_id: text }, async (ctx, { run_id }) => ...)
 */
export function wireRoute<F extends Fields>(
  address: `${WireRoute['method']} ${string}`,
  fields: F,
  handle: (ctx: Context, message: Message<F>) => Promise<object>,
): WireRoute {
  const [method = '', path = ''] = address.split(' ');
  return { method: method as WireRoute['method'], path, fields, handle };
}
