import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Asked } from './evaluation-contract.ts';
import type { StoredEvaluation } from './evaluation-queries.ts';
import type { KeptValue } from './find-value.ts';
import { isOfErrors, type Priced, pricedBy } from './judge-evaluation.ts';
import type { Measured } from './measure/measured.ts';
import { evaluationDb } from './tables.ts';

/**
 * What was counted for the evaluation that this one prices anew, where that is all that is needed: the same threshold, classes
 * and decisions, and amounts that are the same for every case. Otherwise the predictions are read again.
 */
export async function reusableStatistics(
  db: AnyDb,
  row: StoredEvaluation,
  priced: Priced | null,
): Promise<Measured | null> {
  if (row.rescored_from === null) return null;
  const before = await evaluationDb(db)
    .selectFrom('evaluation')
    .select(['measured', 'asked', 'priced_by'])
    .where('id', '=', row.rescored_from)
    .executeTakeFirst();
  if (!before || before.measured === null) return null;
  const [then, now] = [fromJson<Asked>(before.asked), fromJson<Asked>(row.asked)];
  const old = before.priced_by === null ? null : pricedBy(fromJson<KeptValue>(before.priced_by).model, then.segment);
  const usesRows = [old, priced].some((each) => each && (isOfErrors(each.prices) || each.prices.columns.length > 0));
  if (usesRows || then.threshold !== now.threshold) return null;
  const measured = fromJson<Measured>(before.measured);
  // An older release did not tell which cases these are.
  if (measured.caseDigest === undefined) return null;
  return measured.kind === 'decisions' && isSameScale(measured, priced) ? measured : null;
}

function isSameScale(measured: Extract<Measured, { kind: 'decisions' }>, priced: Priced | null): boolean {
  if (!priced || isOfErrors(priced.prices)) return priced === null;
  // The truths of a binary task are named after its data.
  const { decisions, truths } = priced.prices;
  const isBinary = priced.model.task === 'binary';
  return isEqual(measured.decisions, decisions) && (isBinary || isEqual(measured.truths, truths));
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);
