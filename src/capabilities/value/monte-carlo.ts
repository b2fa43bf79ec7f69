import { createSampler, type Sampler, type Shape } from './draw-input.ts';
import type { Input } from './estimate.ts';
import { createRandom } from './random.ts';

/** What to draw: the uncertain inputs, and the net value of a year at one draw of them. */
export interface DrawPlan {
  inputs: readonly Input[];
  net: (draw: ArrayLike<number>) => number;
  shape: Shape;
  seed: number;
  draws: number;
}

/** How far the drawing is. */
export interface DrawProgress {
  done: number;
  total: number;
}

/** Draws a chunk: a few milliseconds of work, less for each input there is to draw. */
const CHUNK_WORK = 20_000;

/**
 * Draws the net value again and again, independent inputs, and reports progress after every few milliseconds of work.
 * The caller decides what happens in between: go on at once, or first let others have their turn.
 */
export function* drawNets(plan: DrawPlan): Generator<DrawProgress, Float64Array> {
  return (yield* drawAll(plan, false)).nets;
}

/** As {@link drawNets}, the same draws, and keeps what was drawn of each input. */
export function* drawColumns(plan: DrawPlan): Generator<DrawProgress, { nets: Float64Array; columns: Float64Array[] }> {
  return yield* drawAll(plan, true);
}

function keepDraw(columns: readonly Float64Array[], draw: Float64Array, index: number): void {
  for (const [slot, column] of columns.entries()) column[index] = draw[slot] ?? 0;
}

function* drawAll(
  plan: DrawPlan,
  isKept: boolean,
): Generator<DrawProgress, { nets: Float64Array; columns: Float64Array[] }> {
  const { inputs, draws } = plan;
  const random = createRandom(plan.seed);
  const samplers: Sampler[] = [];
  for (const input of inputs) {
    samplers.push(createSampler(input, plan.shape));
    if (samplers.length % 8 === 0) yield { done: 0, total: draws };
  }
  const draw = new Float64Array(inputs.length);
  const nets = new Float64Array(draws);
  const columns = isKept ? inputs.map(() => new Float64Array(draws)) : [];
  const chunk = Math.max(20, Math.floor(CHUNK_WORK / (inputs.length + 10)));
  for (let index = 0; index < draws; index += 1) {
    if (index > 0 && index % chunk === 0) yield { done: index, total: draws };
    for (let slot = 0; slot < samplers.length; slot += 1) draw[slot] = samplers[slot]?.(random()) ?? 0;
    nets[index] = plan.net(draw);
    if (isKept) keepDraw(columns, draw, index);
  }
  yield { done: draws, total: draws };
  return { nets, columns };
}
