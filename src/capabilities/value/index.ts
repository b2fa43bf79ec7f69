/** Front door of the arithmetic of money: pure functions, for the server and the browser alike. */
export { amountForRow } from './amount.ts';
export {
  binaryDecisions,
  type CaseTotals,
  type DecisionPrices,
  likelyAmount,
  readDecisionPrices,
} from './decision-prices.ts';
export { drawYearlyLosses } from './draw-yearly-losses.ts';
export { findingSentences } from './finding-sentences.ts';
export { describeValueModel } from './describe-value-model.ts';
export { evaluateValueModel, evaluateValueModelInSteps } from './evaluate-value-model.ts';
export { type ErrorPrices, readErrorPrices, waysOfErrors } from './error-prices.ts';
export {
  addTotals,
  bestRival,
  groupsOfCells,
  type JudgedDecisions,
  type JudgedWay,
  judgeDecisions,
  levelOver,
} from './judge-decisions.ts';
export { type Group, type MeanInterval, meanIntervals } from './mean-interval.ts';
export { usualRates } from './frontier.ts';
export {
  addMoney,
  compareDecimals,
  compareMoney,
  decimalFromNumber,
  decimalToNumber,
  divideMoney,
  type Money,
  roundMoney,
  scaleMoney,
} from './money.ts';
export { modelOfSegment } from './model-of-segment.ts';
export { chooseDecision } from './multiclass-value.ts';
export { rankAlternatives } from './rank-alternatives.ts';
export { sumRealisedValue } from './realised-value.ts';
export { bestQuantile, errorCost } from './regression-cost.ts';
export { likelyBaseRate } from './segments.ts';
export { isWorthActing } from './threshold.ts';
export { aucThrough, thresholdThatFillsRoom, thresholdThrough, tryThreshold } from './try-threshold.ts';
export { verdictSentence } from './verdict-sentence.ts';
export { countRate } from './wilson.ts';
