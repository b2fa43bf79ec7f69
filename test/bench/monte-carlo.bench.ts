import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describeValueModel, evaluateValueModelInSteps } from '../../src/capabilities/value/index.ts';
import { valueModelSchema } from '../../src/capabilities/value/contract.ts';
import { between, churnModel, constant } from '../../src/capabilities/value/model-fixtures.ts';
import { deepValueModel } from '../kit/deep-value-model.ts';
import type { Bench } from '../kit/bench.ts';

const draws = 100_000;
const uncertain = churnModel({
  volumePerYear: between(40_000, 50_000, 65_000),
  baseRate: between(0.03, 0.04, 0.05),
  adoption: between(0.5, 0.8, 0.95),
  values: {
    tp: constant('-330', '-420', '-280'),
    fn: constant('-900', '-1200', '-700'),
    fp: constant('-60', '-90', '-40'),
    tn: constant('0'),
  },
  expected: { recall: between(0.4, 0.55, 0.7), falsePositiveRate: between(0.02, 0.04, 0.08) },
});

async function draw(): Promise<number> {
  const start = performance.now();
  const steps = evaluateValueModelInSteps(uncertain, { draws });
  while (!(await steps.next()).done);
  return performance.now() - start;
}

/** The median of 100 moves of a slider: what each takes where nothing else is running. */
function moveSlider(): number {
  const moves_ms: number[] = [];
  for (let move = 0; move <= 100; move += 1) {
    const start = performance.now();
    const moved = valueModelSchema.parse({ ...deepValueModel, adoption: { likely: move / 100 } });
    describeValueModel(moved);
    moves_ms.push(performance.now() - start);
  }
  return moves_ms.toSorted((a, b) => a - b)[50] ?? Infinity;
}

/** The interval of a value model: quick enough to answer while somebody moves a slider, and never in anybody's way. */
export const bench: Bench = {
  name: 'monte carlo',
  run: async () => {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const first_ms = await draw();
    loop.disable();
    const moved_ms = moveSlider();
    return [
      { name: `${draws} draws, cold`, value: first_ms, unit: 'ms', limit: { atMost: 1000 } },
      { name: `${draws} draws, warm`, value: await draw(), unit: 'ms', limit: { atMost: 1000 } },
      { name: 'longest wait of the event loop meanwhile', value: loop.max / 1e6, unit: 'ms', limit: { atMost: 50 } },
      { name: 'a slider moved, with every part', value: moved_ms, unit: 'ms', limit: { atMost: 16 } },
    ];
  },
};
