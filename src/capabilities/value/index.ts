/** Front door of the arithmetic of money: pure functions, for the server and the browser alike. */
export { amountForRow } from './amount.ts';
export { drawYearlyLosses } from './draw-yearly-losses.ts';
export { findingSentences } from './finding-sentences.ts';
export { describeValueModel } from './describe-value-model.ts';
export { evaluateValueModel, evaluateValueModelInSteps } from './evaluate-value-model.ts';
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
export { chooseDecision } from './multiclass-value.ts';
export { rankAlternatives } from './rank-alternatives.ts';
export { sumRealisedValue } from './realised-value.ts';
export { errorCost } from './regression-cost.ts';
export { isWorthActing } from './threshold.ts';
export { aucThrough, thresholdThatFillsRoom, thresholdThrough, tryThreshold } from './try-threshold.ts';
export { verdictSentence } from './verdict-sentence.ts';
