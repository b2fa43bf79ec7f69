import type { ValueModel } from './contract.ts';
import { netPresentValue } from './cash-flow.ts';
import { describeModel } from './describe-model.ts';
import { describeParts } from './describe-parts.ts';
import { likelyDraw } from './estimate.ts';
import { readFuture } from './evaluate-parts.ts';
import { decimalFromNumber } from './money.ts';
import { readModel } from './read-model.ts';

/**
 * What a valid value model says at its likely figures, without any draw: in a few milliseconds, for whoever moves a
 * slider. The same functions as behind the whole answer, so the same digits.
 */
export function describeValueModel(model: ValueModel) {
  const reading = readModel(model);
  const { described } = describeModel(model, reading);
  const future = readFuture(model, reading, described.best);
  const present = netPresentValue(future.at(likelyDraw(future.inputs)), future.horizonYears);
  return {
    ...described,
    ...describeParts(model),
    ...(model.timing ? { netPresentValue: decimalFromNumber(present) } : {}),
  };
}
