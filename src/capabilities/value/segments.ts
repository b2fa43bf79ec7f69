import { readAmount } from './amount.ts';
import type { BinaryFigures } from './binary-value.ts';
import type { BinaryValueModel } from './contract.ts';
import { InputList, likelyDraw, type Reader } from './estimate.ts';
import { toShares } from './multiclass-value.ts';

type Draw = ArrayLike<number>;
const outcomes = ['tp', 'fn', 'fp', 'tn'] as const;

/** What depends on the cases themselves: how often they are positive and what each outcome is worth. */
export type CaseFigures = Pick<BinaryFigures, 'baseRate' | (typeof outcomes)[number]>;

/** A named part of the volume. */
export interface SegmentFigures extends CaseFigures {
  share: number;
}

const groupOf = (outcome: string): string => (outcome === 'tp' || outcome === 'fn' ? 'positive' : 'negative');

function readWhole({ baseRate, values }: BinaryValueModel, list: InputList) {
  const rate = list.number('baseRate', baseRate);
  const [tp, fn, fp, tn] = outcomes.map((outcome) =>
    readAmount(values[outcome], { path: `values.${outcome}`, group: groupOf(outcome) }, list),
  ) as [Reader, Reader, Reader, Reader];
  return { baseRate: rate, tp, fn, fp, tn };
}

/** The parts of the volume at a draw; what a part does not say is as in the whole. */
function readSegments(model: BinaryValueModel, whole: ReturnType<typeof readWhole>, list: InputList) {
  const parts = (model.segments ?? []).map((segment, index) => {
    const path = `segments.${index}`;
    const own = (outcome: (typeof outcomes)[number]) => {
      const amount = segment.values?.[outcome];
      const where = { path: `${path}.values.${outcome}`, group: `${groupOf(outcome)} of ${path}` };
      return amount === undefined ? whole[outcome] : readAmount(amount, where, list);
    };
    return {
      share: list.number(`${path}.share`, segment.share),
      baseRate: segment.baseRate ? list.number(`${path}.baseRate`, segment.baseRate) : whole.baseRate,
      tp: own('tp'),
      fn: own('fn'),
      fp: own('fp'),
      tn: own('tn'),
    };
  });
  return (draw: Draw): SegmentFigures[] => {
    const shares = toShares(parts.map(({ share }) => share(draw)));
    return parts.map(({ baseRate, tp, fn, fp, tn }, index) => ({
      share: shares[index] ?? 0,
      baseRate: baseRate(draw),
      tp: tp(draw),
      fn: fn(draw),
      fp: fp(draw),
      tn: tn(draw),
    }));
  };
}

/**
 * The figures of the whole that give the same value as its parts together, for one model at one threshold:
 * π = Σ wᵢπᵢ, V_TP = Σ wᵢπᵢV_TPᵢ / π, and V_TN = Σ wᵢ(1−πᵢ)V_TNᵢ / (1−π).
 */
export function joinSegments(segments: readonly SegmentFigures[]): CaseFigures {
  const weigh = (weight: (part: SegmentFigures) => number, outcome: (typeof outcomes)[number]) => {
    const total = segments.reduce((sum, part) => sum + weight(part), 0);
    // Without cases of this truth the amount plays no part; the plain mean keeps it a number.
    const used = total > 0 ? weight : (part: SegmentFigures) => part.share;
    const of = total > 0 ? total : 1;
    return segments.reduce((sum, part) => sum + used(part) * part[outcome], 0) / of;
  };
  const positive = (part: SegmentFigures) => part.share * part.baseRate;
  const negative = (part: SegmentFigures) => part.share * (1 - part.baseRate);
  return {
    baseRate: Math.min(
      1,
      segments.reduce((sum, part) => sum + positive(part), 0),
    ),
    tp: weigh(positive, 'tp'),
    fn: weigh(positive, 'fn'),
    fp: weigh(negative, 'fp'),
    tn: weigh(negative, 'tn'),
  };
}

/** Of all cases: of their parts together, where there are any. */
export const likelyBaseRate = (model: BinaryValueModel): number =>
  model.segments ? joinSegments(listSegments(model)).baseRate : model.baseRate.likely;

/** Reader of the figures of the cases, with the parts joined where there are any. */
export function readCaseFigures(model: BinaryValueModel, list: InputList): (draw: Draw) => CaseFigures {
  const whole = readWhole(model, list);
  const segments = model.segments ? readSegments(model, whole, list) : undefined;
  if (segments) return (draw) => joinSegments(segments(draw));
  const { baseRate, tp, fn, fp, tn } = whole;
  return (draw) => ({ baseRate: baseRate(draw), tp: tp(draw), fn: fn(draw), fp: fp(draw), tn: tn(draw) });
}

/** The parts at the likely figures. */
export function listSegments(model: BinaryValueModel): SegmentFigures[] {
  const list = new InputList();
  const segments = readSegments(model, readWhole(model, list), list);
  return segments(likelyDraw(list.inputs));
}
