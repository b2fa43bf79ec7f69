import type { Context } from '../../../platform/context/context.ts';
import { refuseUnknownProblem } from '../../identity/index.ts';
import type { KeyValue } from '../run.ts';
import { demandTracking } from '../standing.ts';
import { rulesFor } from './name-pattern.ts';
import { listRulesForActor } from './naming-rule-queries.ts';

/** The tag by which a client says to which problem something belongs: the id of the problem. */
export const problemTag = 'peil.problem';

/**
 * To which problem an experiment or model that is being made belongs, and its tags, which say so too: what its tag names, else the
 * most specific naming rule; null, the inbox, where there is none or two are equal. Throws 401, 403 or 404.
 */
export async function problemOfNew<Tag extends KeyValue>(
  ctx: Context,
  { name, tags }: { name: string; tags: readonly Tag[] },
): Promise<{ problemId: string | null; tags: readonly KeyValue[] }> {
  const named = tags.findLast(({ key }) => key === problemTag)?.value ?? null;
  await demandTracking(ctx, 'write', named);
  if (named !== null) {
    await refuseUnknownProblem(ctx, named);
    return { problemId: named, tags };
  }
  const [rule, ...equal] = rulesFor(await listRulesForActor(ctx), name);
  if (!rule || equal.length > 0) return { problemId: null, tags };
  return { problemId: rule.problemId, tags: [...tags, { key: problemTag, value: rule.problemId }] };
}
