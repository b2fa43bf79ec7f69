import { change } from '../../../platform/context/change.ts';
import type { Context } from '../../../platform/context/context.ts';
import { isUniqueViolation } from '../../../platform/db/database-error.ts';
import { newId } from '../../../platform/ids.ts';
import { searchable } from '../../../platform/text/searchable.ts';
import { trackingErrors } from '../errors.ts';
import { trackingDb } from '../tables.ts';
import { weightOf } from './name-pattern.ts';
import { listRulesOf, type NamingRule } from './naming-rule-queries.ts';

const most = 100;
/** Fewer would take in what everybody logs. */
const leastWeight = 3;

/** From now on what is made under such a name belongs to the problem; what waits in the inbox is proposed. Throws 409, 422. */
export async function addNamingRule(
  ctx: Context,
  { problemId, pattern }: { problemId: string; pattern: string },
): Promise<NamingRule> {
  if (weightOf(pattern) < leastWeight) throw trackingErrors.ruleTooWide({ pattern, least: leastWeight });
  try {
    return await change(ctx, async (tx) => {
      if ((await listRulesOf(tx.db, problemId)).length >= most) throw trackingErrors.tooManyRules({ limit: most });
      const id = newId(tx.now);
      const made = { pattern, created_by: ctx.actor.userId, created_at: tx.now };
      await trackingDb(tx.db)
        .insertInto('naming_rule')
        .values({ id, problem_id: problemId, pattern_key: searchable(pattern), ...made })
        .execute();
      const subject = { kind: 'naming_rule', id };
      tx.record({ type: 'naming_rule.added', subject, problemId, data: { pattern } });
      return { id, problemId, pattern, createdBy: ctx.actor.userId, createdAt: tx.now };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw trackingErrors.ruleExists({ pattern });
    throw error;
  }
}

/** What it has moved stays where it is. Throws 404. */
export function removeNamingRule(
  ctx: Context,
  { problemId, ruleId: id }: { problemId: string; ruleId: string },
): Promise<{ id: string; pattern: string }> {
  return change(ctx, async (tx) => {
    const row = await trackingDb(tx.db)
      .deleteFrom('naming_rule')
      .where('problem_id', '=', problemId)
      .where('id', '=', id)
      .returning('pattern')
      .executeTakeFirst();
    if (!row) throw trackingErrors.ruleNotFound({ id });
    const { pattern } = row;
    tx.record({ type: 'naming_rule.removed', subject: { kind: 'naming_rule', id }, problemId, data: { pattern } });
    return { id, pattern };
  });
}
