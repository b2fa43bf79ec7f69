import { type Input, likelyDraw } from './estimate.ts';

/** Net value a year with one input at its low and high end, all others at their likely value. */
export interface TornadoBar {
  input: Input;
  netAtLow: number;
  netAtHigh: number;
  /** Size of the difference between both ends. */
  swing: number;
}

/** Bars between two pauses, a millisecond or two of work even for the largest models. */
const PER_STEP = 20;

/**
 * One bar for each uncertain input, the widest first: which figure is worth asking about again. Yields where
 * others may have their turn.
 */
export function* sweepInputs(
  inputs: readonly Input[],
  net: (draw: ArrayLike<number>) => number,
): Generator<undefined, TornadoBar[]> {
  const likely = likelyDraw(inputs);
  const bars: TornadoBar[] = [];
  for (const [index, input] of inputs.entries()) {
    const [netAtLow, netAtHigh] = [net(likely.with(index, input.low)), net(likely.with(index, input.high))];
    bars.push({ input, netAtLow, netAtHigh, swing: Math.abs(netAtHigh - netAtLow) });
    if (bars.length % PER_STEP === 0) yield;
  }
  return bars.sort((a, b) => b.swing - a.swing);
}
