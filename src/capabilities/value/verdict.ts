import { adoptedValue, type BinaryFigures, perfectPerformance } from './binary-value.ts';
import { shareWithRoom } from './capacity.ts';
import type { Ceiling } from './ceiling.ts';
import { decimalFromNumber } from './money.ts';
import { fixedCost, type Project } from './project.ts';
import type { Required } from './required.ts';
import { findPayingRegion } from './paying-region.ts';
import { findRequiredPrecision } from './required-precision.ts';
import { findRequiredRecall } from './required-recall.ts';
import type { Verdict } from './result-contract.ts';
import type { RivalKind } from './scenario.ts';

/** False-positive rates a sentence can name. */
const ROUND_RATES = [0, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/** Whole percents, rounded up so that the sentence stays true; 36.0000000001 is 36. */
export function roundUpPercent(share: number): number {
  return Math.max(0, Math.ceil(share * 100 - 1e-9));
}

/** At most three digits, rounded down so that the sentence stays true. */
function roundDown(value: number): number {
  if (value === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  const rounded = Math.floor(value / step + 1e-9) * step;
  return Number(rounded.toPrecision(3));
}

interface Question {
  project: Project;
  against: RivalKind;
  rivalValue: number;
  ceiling: Ceiling;
  currency: string;
}

/** When even perfect decisions do not bring more than the project costs; otherwise undefined. */
function findNever({ project, against, ceiling, currency }: Question): Verdict | undefined {
  const cost = fixedCost(project);
  if (ceiling.perYear > cost) return undefined;
  const useless = ceiling.perYear <= 0 ? 'nothing-to-gain' : 'fixed-cost-too-high';
  const reason = project.volume === 0 ? 'no-cases' : project.adoption === 0 ? 'no-adoption' : useless;
  return {
    kind: 'never-pays',
    reason,
    ceilingPerYear: decimalFromNumber(ceiling.perYear),
    fixedCostPerYear: decimalFromNumber(cost),
    currency,
    against,
  };
}

/** The general answer: which share of what perfect decisions bring pays the project; none when it costs nothing. */
function mustBring({ against, ceiling }: Question): Verdict {
  const { requiredShare } = ceiling;
  const share = requiredShare.kind === 'required' ? requiredShare.value : 0;
  return { kind: 'must-bring', percent: roundUpPercent(share), against };
}

/**
 * The false-positive rates worth naming, best first: half the base rate, at which false alarms stay in proportion to
 * what there is to find, rounded down; then stricter ones, which need less recall; then looser ones.
 */
function ratesToName(baseRate: number): number[] {
  const strict = ROUND_RATES.filter((rate) => rate <= baseRate / 2 + 1e-12).reverse();
  return [...strict, ...ROUND_RATES.filter((rate) => !strict.includes(rate))];
}

/** Where there would be something to gain with room to act on every case, the room is what it fails on. */
function blameCapacity(never: Verdict, { project, rivalValue }: Question, figures: BinaryFigures): Verdict {
  if (never.kind !== 'never-pays' || never.reason !== 'fixed-cost-too-high' || shareWithRoom(figures) === 1)
    return never;
  const unlimited = adoptedValue(figures, perfectPerformance(figures)) - rivalValue;
  return unlimited > fixedCost(project) ? { ...never, reason: 'capacity-too-small' } : never;
}

/** When there is less room to act than the model would use: how sure it must be of the cases it is used for. */
function judgeRoom({ against, rivalValue }: Question, figures: BinaryFigures): Verdict | undefined {
  const needed = findRequiredPrecision(figures, rivalValue);
  const room = shareWithRoom(figures);
  // More hits than there are positive cases cannot be asked for.
  if (needed.kind !== 'required' || needed.value * room > figures.baseRate) return undefined;
  return {
    kind: 'must-be-precise',
    precisionPercent: roundUpPercent(needed.value),
    casesPerYear: room * figures.volume,
    highestRecallPercent: Math.floor(100 * Math.min(1, room / figures.baseRate) + 1e-9),
    against,
  };
}

/** @param isFull the model would act on more cases than there is room for */
export function judgeBinary(question: Question, figures: BinaryFigures, isFull = false): Verdict {
  const never = findNever(question);
  if (never) return blameCapacity(never, question, figures);
  const { against, rivalValue } = question;
  if (findPayingRegion(figures, rivalValue).kind === 'all') return { kind: 'always-pays', against };
  // With "at most" in the sentence fewer false alarms must not be worse, nor may hits cost money.
  const ordinary = figures.tp > figures.fn && figures.tn >= figures.fp;
  if (!ordinary) return mustBring(question);
  const limited = isFull ? judgeRoom(question, figures) : undefined;
  if (limited) return limited;
  for (const rate of ratesToName(figures.baseRate)) {
    const needed = findRequiredRecall(figures, rivalValue, rate);
    if (needed.kind === 'required') {
      const falseAlarmPercent = Number((rate * 100).toPrecision(6));
      return { kind: 'must-catch', recallPercent: roundUpPercent(needed.value), falseAlarmPercent, against };
    }
  }
  return mustBring(question);
}

export function judgeMulticlass(question: Question, accuracy: Required): Verdict {
  const never = findNever(question);
  if (never) return never;
  if (accuracy.kind === 'any') return { kind: 'always-pays', against: question.against };
  if (accuracy.kind === 'impossible') return mustBring(question);
  return { kind: 'must-be-right', accuracyPercent: roundUpPercent(accuracy.value), against: question.against };
}

export function judgeRegression(question: Question, limit: { sigma: Required; unit: string }): Verdict {
  const never = findNever(question);
  if (never) return never;
  if (limit.sigma.kind === 'any') return { kind: 'always-pays', against: question.against };
  if (limit.sigma.kind === 'impossible') return mustBring(question);
  return { kind: 'must-err-less', sigma: roundDown(limit.sigma.value), unit: limit.unit, against: question.against };
}
