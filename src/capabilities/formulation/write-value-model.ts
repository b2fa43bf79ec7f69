import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { hashSnapshot } from '../decisions/index.ts';
import type { ValueModel, ValueResult } from '../value/contract.ts';
import { decimalToNumber } from '../value/index.ts';
import { checkValueDraft } from './check-value-draft.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import type { AtStake } from './problem-contract.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { showValueModel } from './show-value-model.ts';
import { formulationDb } from './tables.ts';
import type { ValueDraft } from './value-draft-field.ts';
import { evaluateInThread } from './value-evaluator.ts';
import type { ProblemValueModel } from './value-model-contract.ts';
import { findValueModel } from './value-queries.ts';

export const usualDraws = 10_000;

interface ToWrite {
  problemId: string;
  model: ValueDraft;
  version: number;
  /** what belongs to the same change */
  also?: (tx: Tx) => Promise<void>;
}

/** Saves a draft, complete or not. A complete one is evaluated first, outside the transaction, since that takes time. */
export async function writeValueModel(
  ctx: Context,
  { problemId, model, version, also }: ToWrite,
): Promise<ProblemValueModel> {
  const checked = checkValueDraft(model, ctx.locale);
  if (checked.unknownFields.length > 0) throw formulationErrors.unknownValueFields({ fields: checked.unknownFields });
  const { hash } = hashSnapshot(model);
  const atStake = checked.model ? await findAtStake(checked.model, hash) : null;
  await change(ctx, async (tx) => {
    await lockForWriting(tx, problemId);
    const current = await findValueModel(tx.db, problemId);
    refuseStale({ given: version, current: current.version }, { yours: { model }, theirs: { model: current.model } });
    const row = {
      model: toJson(model),
      hash,
      at_stake: atStake && toJson(atStake),
      version: version + 1,
      changed_at: tx.now,
    };
    await formulationDb(tx.db)
      .insertInto('value_model')
      .values({ problem_id: problemId, ...row })
      .onConflict((conflict) => conflict.column('problem_id').doUpdateSet(row))
      .execute();
    const data = { version: version + 1, hash, isComplete: atStake !== null };
    tx.record({ type: 'value_model.written', subject: { kind: 'value_model', id: problemId }, problemId, data });
    await also?.(tx);
  });
  return showValueModel(ctx, problemId);
}

async function findAtStake(model: ValueModel, hash: string): Promise<AtStake> {
  const { currency, baselines, ceiling, interval }: ValueResult = await evaluateInThread({
    model,
    hash,
    draws: usualDraws,
  });
  const today = baselines.find((baseline) => baseline.kind === 'today');
  const brings = { low: interval.p05, high: interval.p95, performance: interval.performance };
  return today && decimalToNumber(today.costPerYear) > 0
    ? { amount: today.costPerYear, currency, basis: 'cost_today', brings }
    : { amount: ceiling.perYear, currency, basis: 'ceiling', brings };
}
