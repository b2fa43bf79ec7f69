import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { listAnchors } from '../conversation/index.ts';
import { nameAnchors, sayPlace } from './name-anchors.ts';
import type { listPlaces as endpoint } from './places-contract.ts';
import { getProblem } from './problem-queries.ts';

/** Everything of a problem that was talked about, by its name. */
export async function listPlaces(ctx: Context, problemId: string): Promise<Answer<typeof endpoint>> {
  await getProblem(ctx.db, problemId);
  const anchors = await listAnchors(ctx.db, problemId);
  const names = await nameAnchors(
    ctx,
    anchors.map((anchor) => ({ problemId, anchor })),
    ctx.locale,
  );
  return {
    places: anchors.flatMap((anchor, at) => {
      const name = names[at];
      return name ? [{ anchor, kind: name.kind, name: name.name, said: sayPlace(name) }] : [];
    }),
  };
}
