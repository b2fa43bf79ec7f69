import { readBinaryScenario } from './binary-scenario.ts';
import { type Ceiling, findCeiling } from './ceiling.ts';
import type { ValueModel, ValueOptions } from './contract.ts';
import { likelyDraw } from './estimate.ts';
import { findBinaryBreakEven, findMulticlassBreakEven, findRegressionBreakEven } from './find-break-even.ts';
import { decimalFromNumber } from './money.ts';
import { drawNets, type DrawProgress } from './monte-carlo.ts';
import { readMulticlassScenario } from './multiclass-scenario.ts';
import { fixedCost } from './project.ts';
import { readRegressionScenario } from './regression-scenario.ts';
import type { BreakEven, ValueResult, Verdict } from './result-contract.ts';
import { type Baseline, findBestRival, type RivalKind, type Scenario } from './scenario.ts';
import { type DrawSummary, summarizeDraws } from './summarize-draws.ts';
import { sweepInputs, type TornadoBar } from './tornado.ts';
import { judgeBinary, judgeMulticlass, judgeRegression } from './verdict.ts';

type Judge = (question: Parameters<typeof judgeBinary>[0]) => Verdict;

/** A scenario with the two answers that differ by task. */
interface Reading {
  scenario: Scenario;
  breakEven: BreakEven;
  judge: Judge;
}

function readModel(model: ValueModel): Reading {
  switch (model.task) {
    case 'binary': {
      const scenario = readBinaryScenario(model);
      const draw = likelyDraw(scenario.inputs);
      const judge: Judge = (question) => judgeBinary(question, scenario.figures(draw));
      return { scenario, breakEven: findBinaryBreakEven(scenario, draw), judge };
    }
    case 'multiclass': {
      const scenario = readMulticlassScenario(model);
      const breakEven = findMulticlassBreakEven(model, scenario, likelyDraw(scenario.inputs));
      const judge: Judge = (question) =>
        judgeMulticlass(question, pickRival(breakEven.against, question.against).accuracy);
      return { scenario, breakEven, judge };
    }
    case 'regression': {
      const scenario = readRegressionScenario(model);
      const breakEven = findRegressionBreakEven(model, scenario, likelyDraw(scenario.inputs));
      const judge: Judge = (question) => {
        const sigma = pickRival(breakEven.against, question.against).sigmaAtBestQuantile;
        return judgeRegression(question, { sigma, unit: model.unit });
      };
      return { scenario, breakEven, judge };
    }
  }
}

function pickRival<Entry extends { rival: RivalKind }>(entries: readonly Entry[], rival: RivalKind): Entry {
  const entry = entries.find((candidate) => candidate.rival === rival);
  if (entry === undefined) throw new RangeError(`The value model has no baseline "${rival}".`);
  return entry;
}

function priceBaseline({ valuePerYear, ...rest }: Baseline): ValueResult['baselines'][number] {
  // Zero minus, so that a value of nothing does not become a cost of minus nothing.
  return { ...rest, valuePerYear: decimalFromNumber(valuePerYear), costPerYear: decimalFromNumber(0 - valuePerYear) };
}

function priceCeiling(rival: RivalKind, ceiling: Ceiling): ValueResult['ceiling'] {
  const { perYear, buildCost, requiredShare } = ceiling;
  return { rival, perYear: decimalFromNumber(perYear), buildCost: decimalFromNumber(buildCost), requiredShare };
}

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

/** All but the interval and the tornado, which take the time. */
function describeModel(model: ValueModel, { scenario, breakEven, judge }: Reading) {
  const draw = likelyDraw(scenario.inputs);
  const [baselines, project] = [scenario.baselines(draw), scenario.project(draw)];
  const best = findBestRival(baselines);
  const ceilingOver = (value: number) => findCeiling(project, scenario.adoptedPerfectValue(draw), value);
  const ceiling = ceilingOver(best.valuePerYear);
  const net = (at: ArrayLike<number>) => scenario.net(at, best.kind);
  const question = { project, against: best.kind, rivalValue: best.valuePerYear, ceiling, currency: model.currency };
  const described = {
    task: model.task,
    currency: model.currency,
    period: 'year' as const,
    fixedCostPerYear: decimalFromNumber(fixedCost(project)),
    baselines: baselines.map(priceBaseline),
    best: best.kind,
    ceiling: priceCeiling(best.kind, ceiling),
    ceilings: baselines.flatMap(({ kind, valuePerYear }) =>
      kind === 'perfect' ? [] : [priceCeiling(kind, ceilingOver(valuePerYear))],
    ),
    netPerYear: decimalFromNumber(net(draw)),
    breakEven,
    verdict: judge(question),
  };
  return { described, net };
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
  return { ...described, interval, tornado: bars.map(priceBar) };
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
