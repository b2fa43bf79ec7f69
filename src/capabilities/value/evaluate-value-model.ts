import type { ValueModel, ValueOptions } from './contract.ts';
import { describeModel } from './describe-model.ts';
import { describeParts } from './describe-parts.ts';
import { evaluateParts } from './evaluate-parts.ts';
import { decimalFromNumber } from './money.ts';
import { drawNets, type DrawProgress } from './monte-carlo.ts';
import { readModel } from './read-model.ts';
import type { ValueResult } from './result-contract.ts';
import { type DrawSummary, summarizeDraws } from './summarize-draws.ts';
import { sweepInputs, type TornadoBar } from './tornado.ts';

function priceBar({ input, netAtLow, netAtHigh, swing }: TornadoBar): ValueResult['tornado'][number] {
  const nets = { netAtLow: decimalFromNumber(netAtLow), netAtHigh: decimalFromNumber(netAtHigh) };
  return { ...input, ...nets, swing: decimalFromNumber(swing) };
}

function priceSummary({ histogram, chancePositive, ...amounts }: DrawSummary) {
  return {
    chancePositive,
    mean: decimalFromNumber(amounts.mean),
    standardError: decimalFromNumber(amounts.standardError),
    p05: decimalFromNumber(amounts.p05),
    p50: decimalFromNumber(amounts.p50),
    p95: decimalFromNumber(amounts.p95),
    valueOfPerfectInformation: decimalFromNumber(amounts.valueOfPerfectInformation),
    histogram: histogram.map(({ from, to, count }) => ({
      from: decimalFromNumber(from),
      to: decimalFromNumber(to),
      count,
    })),
  };
}

/** Passes the pauses of a piece of work on as progress. */
function* stepThrough<T>(work: Generator<undefined, T>, progress: DrawProgress): Generator<DrawProgress, T> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield progress;
  }
}

function* evaluate(model: ValueModel, options: ValueOptions): Generator<DrawProgress, ValueResult> {
  const reading = readModel(model);
  const { described, net } = describeModel(model, reading);
  const { draws = 10_000, seed = 1, shape = 'pert', bins = 40 } = options;
  const { inputs, performance } = reading.scenario;
  yield { done: 0, total: draws };
  const bars = yield* stepThrough(sweepInputs(inputs, net), { done: 0, total: draws });
  const nets = yield* drawNets({ inputs, net, shape, seed, draws });
  const summary = priceSummary(yield* stepThrough(summarizeDraws(nets, bins), { done: draws, total: draws }));
  const interval = { draws, seed, shape, performance, ...summary };
  const parts = { ...describeParts(model), ...(yield* evaluateParts(model, { draws, seed, shape })) };
  return { ...described, interval, tornado: bars.map(priceBar), ...parts };
}

/**
 * Everything a valid value model says, in one piece: baselines, break-even, ceiling, interval, tornado, verdict.
 * The model is taken as checked by `valueModelSchema`. Blocks for the time of the draws.
 */
export function evaluateValueModel(model: ValueModel, options: ValueOptions = {}): ValueResult {
  const steps = evaluate(model, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
  }
}

/** Lets whatever waits in the event loop go first, in browsers and servers alike. */
function pause(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, 0);
  });
}

/**
 * As {@link evaluateValueModel}, to the same digits, in steps of a few milliseconds: yields progress and lets others
 * have their turn after each step. The result is what the generator returns.
 */
export async function* evaluateValueModelInSteps(
  model: ValueModel,
  options: ValueOptions = {},
): AsyncGenerator<DrawProgress, ValueResult> {
  const steps = evaluate(model, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield step.value;
    await pause();
  }
}
