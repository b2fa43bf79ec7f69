import { applyChanges } from './apply-changes.ts';
import { cumulatedFlow, type Future, netPresentValue, paybackMonths, yearlyFlow } from './cash-flow.ts';
import type { ValueModel } from './contract.ts';
import { describeModel } from './describe-model.ts';
import { type Input, InputList, likelyDraw, type Reader } from './estimate.ts';
import { decimalFromNumber, decimalToNumber } from './money.ts';
import { drawColumns, drawNets, type DrawProgress } from './monte-carlo.ts';
import { fixedCost } from './project.ts';
import { readModel, type Reading } from './read-model.ts';
import type { ValueResult } from './result-contract.ts';
import { findInformed, findSampleInformation } from './sample-information.ts';
import type { RivalKind } from './scenario.ts';
import { selectQuantile } from './select-quantile.ts';
import type { Shape } from './draw-input.ts';

type Parts = Pick<ValueResult, 'cashFlow' | 'pilot' | 'scenarios'>;
type Draw = ArrayLike<number>;

interface Drawing {
  shape: Shape;
  seed: number;
  draws: number;
}

/** More draws than these change no digit that a picture shows. */
const mostDraws = 10_000;
/** Draws behind the band around the cash flow, month by month. */
const bandDraws = 2000;
/** Numbers of labelled cases that people think of. */
const usualCases = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000];

/** The parts that need draws; none for a model that asks for none. Yields where others may have their turn. */
export function* evaluateParts(model: ValueModel, drawing: Drawing): Generator<DrawProgress, Parts> {
  const asked = { ...drawing, draws: Math.min(drawing.draws, mostDraws) };
  return {
    ...(model.timing ? { cashFlow: yield* evaluateCashFlow(model, asked) } : {}),
    ...(model.pilot ? { pilot: yield* evaluatePilot(model, asked) } : {}),
    ...(model.scenarios ? { scenarios: yield* evaluateScenarios(model, asked) } : {}),
  };
}

/** The project over the years as it is drawn; the timing has inputs of its own, after those of the model. */
export function readFuture(model: ValueModel, reading: Reading, rival: RivalKind) {
  const { scenario } = reading;
  const list = new InputList();
  const timing = model.timing ?? { horizonYears: 1, discountRate: { likely: 0 } };
  const rate = list.number('timing.discountRate', timing.discountRate);
  const delay: Reader = timing.monthsToOutcome
    ? list.number('timing.monthsToOutcome', timing.monthsToOutcome)
    : () => 0;
  const inputs: Input[] = [...scenario.inputs, ...list.inputs];
  const own = scenario.inputs.length;
  const tail = (draw: Draw) => list.inputs.map((_, index) => draw[own + index] ?? 0);
  return {
    inputs,
    horizonYears: timing.horizonYears,
    at: (draw: Draw): Future => {
      const project = scenario.project(draw);
      const late = tail(draw);
      return {
        buildCost: project.buildCost,
        runCost: project.runCost,
        benefit: scenario.net(draw, rival) + fixedCost(project),
        discountRate: rate(late),
        monthsToOutcome: delay(late),
      };
    },
  };
}

function* evaluateCashFlow(
  model: ValueModel,
  drawing: Drawing,
): Generator<DrawProgress, NonNullable<Parts['cashFlow']>> {
  const reading = readModel(model);
  const { described } = describeModel(model, reading);
  const { inputs, horizonYears, at } = readFuture(model, reading, described.best);
  const likely = at(likelyDraw(inputs));
  const months = 12 * horizonYears;
  const futures: Future[] = [];
  let paidBack = 0;
  const take = (draw: Draw) => {
    const future = at(draw);
    if (futures.length < bandDraws) futures.push(future);
    if ((paybackMonths(future) ?? Infinity) <= months) paidBack += 1;
    return netPresentValue(future, horizonYears);
  };
  const values = yield* drawNets({ inputs, net: take, ...drawing });
  const chancePositive = values.filter((value) => value > 0).length / values.length;
  const [p05, p50, p95] = [0.05, 0.5, 0.95].map((probability) =>
    decimalFromNumber(selectQuantile(values, probability)),
  );
  const payback = paybackMonths(likely);
  return {
    horizonYears,
    discountRate: likely.discountRate,
    monthsToOutcome: likely.monthsToOutcome,
    netPresentValue: decimalFromNumber(netPresentValue(likely, horizonYears)),
    p05: p05 ?? '0.00',
    p50: p50 ?? '0.00',
    p95: p95 ?? '0.00',
    chancePositive,
    ...(payback !== undefined && payback <= months ? { paybackMonths: payback } : {}),
    chancePaidBack: paidBack / values.length,
    years: Array.from({ length: horizonYears }, (_, index) => priceYear(likely, index + 1)),
    months: yield* bandOf(futures, likely, months),
  };
}

function priceYear(future: Future, year: number) {
  const { benefit, runCost, net, discounted } = yearlyFlow(future, year);
  return {
    year,
    benefit: decimalFromNumber(benefit),
    runCost: decimalFromNumber(runCost),
    net: decimalFromNumber(net),
    discounted: decimalFromNumber(discounted),
  };
}

function* bandOf(futures: readonly Future[], likely: Future, months: number) {
  const band: { month: number; likely: string; p05: string; p95: string }[] = [];
  for (let month = 0; month <= months; month += 1) {
    const flows = Float64Array.from(futures, (future) => cumulatedFlow(future, month));
    band.push({
      month,
      likely: decimalFromNumber(cumulatedFlow(likely, month)),
      p05: decimalFromNumber(selectQuantile(flows, 0.05)),
      p95: decimalFromNumber(selectQuantile(flows, 0.95)),
    });
    if (month % 12 === 0) yield { done: 0, total: 1 };
  }
  return band;
}

/** Of all cases, those in which a pilot sees each rate. */
function seenShares(model: ValueModel) {
  if (model.task !== 'binary') return { positive: 1, acted: 1 };
  const { capacity, volumePerYear, baseRate } = model;
  return {
    positive: baseRate.likely,
    acted: capacity && volumePerYear.likely > 0 ? Math.min(1, capacity.cases.likely / volumePerYear.likely) : 1,
  };
}

function* evaluatePilot(model: ValueModel, drawing: Drawing): Generator<DrawProgress, NonNullable<Parts['pilot']>> {
  const reading = readModel(model);
  const { net } = describeModel(model, reading);
  const { inputs } = reading.scenario;
  const { nets, columns } = yield* drawColumns({ inputs, net, ...drawing });
  const { cases = 0, cost } = model.pilot ?? {};
  const counts = [...new Set([...usualCases, cases])].sort((a, b) => a - b);
  const informed = findInformed(inputs, seenShares(model));
  const steps = findSampleInformation({ columns, nets, net, informed, cases: counts });
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield { done: drawing.draws, total: drawing.draws };
  const values = step.value.map(decimalFromNumber);
  return {
    cases,
    ...(cost ? { cost: decimalFromNumber(decimalToNumber(cost.likely)) } : {}),
    valueOfSampleInformation: values[counts.indexOf(cases)] ?? '0.00',
    valueOfPerfectInformation: decimalFromNumber(worthOfKnowing(nets)),
    valueOfKnowingRates: values.at(-1) ?? '0.00',
    curve: counts.map((count, index) => ({ cases: count, value: values[index] ?? '0.00' })),
  };
}

/** EVPI = E[max(0, net)] − max(0, E[net]). */
function worthOfKnowing(nets: Float64Array): number {
  let [sum, gains] = [0, 0];
  for (const net of nets) {
    sum += net;
    gains += Math.max(0, net);
  }
  return Math.max(0, (gains - Math.max(0, sum)) / nets.length);
}

function* evaluateScenarios(
  model: ValueModel,
  drawing: Drawing,
): Generator<DrawProgress, NonNullable<Parts['scenarios']>> {
  const variants = [
    { name: null, model: applyChanges(model, {}) },
    ...(model.scenarios ?? []).map(({ name, changes }) => ({ name, model: applyChanges(model, changes) })),
  ];
  const lines: NonNullable<Parts['scenarios']> = [];
  for (const variant of variants) {
    const reading = readModel(variant.model);
    const { described, net } = describeModel(variant.model, reading);
    const nets = yield* drawNets({ inputs: reading.scenario.inputs, net, ...drawing });
    const chancePositive = nets.filter((each) => each > 0).length / nets.length;
    const future = readFuture(variant.model, reading, described.best);
    lines.push({
      name: variant.name,
      netPerYear: described.netPerYear,
      ceilingPerYear: described.ceiling.perYear,
      p05: decimalFromNumber(selectQuantile(nets, 0.05)),
      p95: decimalFromNumber(selectQuantile(nets, 0.95)),
      chancePositive,
      ...(variant.model.timing
        ? {
            netPresentValue: decimalFromNumber(
              netPresentValue(future.at(likelyDraw(future.inputs)), future.horizonYears),
            ),
          }
        : {}),
      verdict: described.verdict,
    });
  }
  return lines;
}
