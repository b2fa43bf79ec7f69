import type { Context } from '../../platform/context/context.ts';
import { type Gatekeeper, publicPermission } from '../../platform/http/gatekeeper.ts';
import type { Endpoint } from '../../platform/endpoint/define-endpoint.ts';
import { demand } from './demand.ts';
import { identityErrors } from './errors.ts';
import { isInProblem, isPermission } from './permissions.ts';
import { recognise } from './recognise.ts';

/**
 * How to find the problem behind an address that names something in it: by path parameter, e.g. `runId`.
 * Answers null for what does not exist.
 */
export type ProblemFinders = Readonly<Record<string, (ctx: Context, id: string) => Promise<string | null>>>;

/** Recognises people and holds them to the table of permissions. `:problemId`, or a finder, selects the problem. */
export function openGatekeeper(problemOf: ProblemFinders = {}): Gatekeeper {
  return {
    recognise,
    permit: async (ctx, permission, params) => {
      if (!isPermission(permission)) throw new Error(`permission "${permission}" is not in identity's table`);
      if (ctx.actor.via === 'system') throw identityErrors.signInFirst();
      await demand(ctx, permission, isInProblem(permission) ? await problemIn(ctx, params, problemOf) : null);
    },
  };
}

async function problemIn(
  ctx: Context,
  params: Readonly<Record<string, unknown>>,
  problemOf: ProblemFinders,
): Promise<string> {
  const { problemId } = params;
  if (typeof problemId === 'string') return problemId;
  for (const [name, find] of Object.entries(problemOf)) {
    const id = params[name];
    if (typeof id === 'string') return (await find(ctx, id)) ?? id;
  }
  throw new Error('a permission in a problem needs an address that names the problem');
}

/** Throws at start where a route names no known permission, is public without being listed, or hides its problem. */
export function checkEndpoints(
  endpoints: readonly Endpoint[],
  { publicEndpoints, problemOf = {} }: { publicEndpoints: readonly string[]; problemOf?: ProblemFinders },
): void {
  for (const { id, permission, path } of endpoints) {
    if (permission === publicPermission) {
      if (!publicEndpoints.includes(id)) throw new Error(`endpoint ${id} is public but not on the public list`);
    } else if (!isPermission(permission)) {
      throw new Error(`endpoint ${id} asks for the unknown permission "${permission}"`);
    } else if (isInProblem(permission)) {
      const names = ['problemId', ...Object.keys(problemOf)];
      if (!names.some((name) => path.includes(`:${name}`)))
        throw new Error(`endpoint ${id} asks for ${permission}, but ${path} does not tell in which problem`);
    }
  }
}
