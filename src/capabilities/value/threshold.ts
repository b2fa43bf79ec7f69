import { type BinaryFigures, benefitPerHit, harmPerFalseAlarm } from './binary-value.ts';

/**
 * When to act on a case with probability p of being positive.
 * `act-at-or-above` and `act-at-or-below` name the probability; the others hold whatever the probability.
 */
export type Threshold =
  | { kind: 'act-at-or-above'; probability: number }
  | { kind: 'act-at-or-below'; probability: number; reason: 'acting-helps-on-negatives-only' }
  | { kind: 'always-act'; reason: 'false-alarms-cost-nothing' }
  | { kind: 'never-act'; reason: 'acting-does-not-help' };

/**
 * t* = H/(H+B), with B what a hit brings and H what a false alarm loses: Elkan (2001), The foundations of
 * cost-sensitive learning. It is also the break-even precision of the last case acted on.
 */
export function findThreshold(values: Pick<BinaryFigures, 'tp' | 'fn' | 'fp' | 'tn'>): Threshold {
  const [benefit, harm] = [benefitPerHit(values), harmPerFalseAlarm(values)];
  if (benefit > 0 && harm > 0) return { kind: 'act-at-or-above', probability: harm / (harm + benefit) };
  if (benefit < 0 && harm < 0) {
    return { kind: 'act-at-or-below', probability: harm / (harm + benefit), reason: 'acting-helps-on-negatives-only' };
  }
  const helps = benefit > 0 || harm < 0;
  return helps
    ? { kind: 'always-act', reason: 'false-alarms-cost-nothing' }
    : { kind: 'never-act', reason: 'acting-does-not-help' };
}

/** The rule for one case with its own amounts: act when p·B ≥ (1−p)·H. */
export function isWorthActing(probability: number, benefit: number, harm: number): boolean {
  return probability * benefit >= (1 - probability) * harm;
}
