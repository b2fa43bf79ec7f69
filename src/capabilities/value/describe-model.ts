import { type Ceiling, findCeiling } from './ceiling.ts';
import type { ValueModel } from './contract.ts';
import { likelyDraw } from './estimate.ts';
import { decimalFromNumber } from './money.ts';
import { fixedCost } from './project.ts';
import type { Reading } from './read-model.ts';
import type { ValueResult } from './result-contract.ts';
import { type Baseline, findBestRival, type RivalKind } from './scenario.ts';

function priceBaseline({ valuePerYear, ...rest }: Baseline): ValueResult['baselines'][number] {
  // Zero minus, so that a value of nothing does not become a cost of minus nothing.
  return { ...rest, valuePerYear: decimalFromNumber(valuePerYear), costPerYear: decimalFromNumber(0 - valuePerYear) };
}

function priceCeiling(rival: RivalKind, ceiling: Ceiling): ValueResult['ceiling'] {
  const { perYear, buildCost, requiredShare } = ceiling;
  return { rival, perYear: decimalFromNumber(perYear), buildCost: decimalFromNumber(buildCost), requiredShare };
}

/** All but the interval and the tornado, which take the time. */
export function describeModel(model: ValueModel, { scenario, breakEven, judge }: Reading) {
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
