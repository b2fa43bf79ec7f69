import type { Euros, Judged, Quality } from './judged-contract.ts';

type Of<Task extends Quality['task']> = Extract<Quality, { task: Task }>;

/** Of an evaluation that was judged, what lists, rankings and sentences say: a hundredth of the whole, kept beside it. */
export interface Brief {
  counts: Pick<Judged['counts'], 'cases'>;
  /** left out where an older release measured */
  caseDigest?: string | null;
  quality:
    | Pick<Of<'binary'>, 'task' | 'cells' | 'metrics'>
    | Pick<Of<'multiclass'>, 'task' | 'cells' | 'accuracy'>
    | Pick<Of<'regression'>, 'task' | 'unit' | 'meanError' | 'meanSize'>;
  euros: Pick<Euros, 'currency' | 'perMonth' | 'low' | 'high' | 'against'> | null;
}

export function briefOf({ counts: { cases }, caseDigest = null, quality, euros }: Judged): Brief {
  return { counts: { cases }, caseDigest, quality: briefQuality(quality), euros: euros && briefEuros(euros) };
}

function briefQuality(quality: Quality): Brief['quality'] {
  if (quality.task === 'regression') {
    const { task, unit, meanError, meanSize } = quality;
    return { task, unit, meanError, meanSize };
  }
  if (quality.task === 'multiclass') return { task: quality.task, cells: quality.cells, accuracy: quality.accuracy };
  return { task: quality.task, cells: quality.cells, metrics: quality.metrics };
}

const briefEuros = ({ currency, perMonth, low, high, against }: Euros): Brief['euros'] => ({
  currency,
  perMonth,
  low,
  high,
  against,
});
