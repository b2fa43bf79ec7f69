import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { Condition } from '../decisions/contract.ts';
import { listConditions, meetCondition as recordMet } from '../decisions/index.ts';
import { type Deciding, findDeciding } from './find-deciding.ts';
import { gateErrors } from './gate-errors.ts';
import type { ShownCondition } from './gate-contract.ts';
import { lockForWriting } from './lock-problem.ts';

interface Meeting {
  problemId: string;
  conditionId: string;
  evidence: string | null;
}

/** Says by what a condition of a go is met, or that it is not met after all. */
export async function meetCondition(ctx: Context, given: Meeting): Promise<{ conditions: ShownCondition[] }> {
  const { problemId, conditionId, evidence } = given;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const condition = (await listConditions(tx.db, { problemId })).find(({ id }) => id === conditionId);
    const deciding = condition ? await decidingOn(ctx, tx.db, { problemId, condition }) : null;
    if (condition && deciding && !mayMeet(ctx, { condition, deciding }))
      throw gateErrors.notYourCondition({ deciders: deciding.deciders });
    const onBehalfOf = deciding?.role?.onBehalfOf ?? null;
    await recordMet(tx, { problemId, conditionId, userId: ctx.actor.userId, onBehalfOf, evidence });
  });
  return showConditions(ctx, { problemId });
}

/** Every condition, each with whether who asks may say that it is met. */
export async function showConditions(
  ctx: Context,
  { problemId }: { problemId: string },
): Promise<{ conditions: ShownCondition[] }> {
  const conditions: ShownCondition[] = [];
  for (const condition of await listConditions(ctx.db, { problemId })) {
    const deciding = await decidingOn(ctx, ctx.db, { problemId, condition });
    conditions.push({ ...condition, youMayMeet: mayMeet(ctx, { condition, deciding }) });
  }
  return { conditions };
}

type Asked = { problemId: string; condition: Condition };

const decidingOn = (ctx: Context, db: AnyDb, { problemId, condition }: Asked) =>
  findDeciding(ctx, db, { problemId, gate: condition.gate });

/** Who sees to it, and who decides at the gate whose go it belongs to. */
const mayMeet = (
  { actor }: Pick<Context, 'actor'>,
  { condition, deciding }: { condition: Condition; deciding: Deciding },
): boolean => condition.ownerId === actor.userId || deciding.role !== null;
