import type { EstimateDraft } from '../../../web/kit/form/estimate-text.ts';
import { type AlternativeFigures, alternativeFiguresSchema } from '../../value/contract.ts';

/** The figures of an alternative as they stand in the form. */
export interface FiguresDraft {
  buildCost?: EstimateDraft | undefined;
  runCostPerYear?: EstimateDraft | undefined;
  kind: 'recall-and-precision' | 'yearly-saving' | 'unknown';
  recall?: EstimateDraft | undefined;
  precision?: EstimateDraft | undefined;
  savingPerYear?: EstimateDraft | undefined;
}

export function draftOfFigures({ buildCost, runCostPerYear, brings }: AlternativeFigures): FiguresDraft {
  const { kind = 'unknown', ...figures } = brings ?? {};
  return { buildCost, runCostPerYear, kind, ...figures };
}

/** The figures as the contract wants them, or what is wrong; what was not given is absent. */
export function readFigures(draft: FiguresDraft): { figures: AlternativeFigures; problem: 'notWhole' | 'both' | null } {
  const { buildCost, runCostPerYear, kind, recall, precision, savingPerYear } = draft;
  const isCatching = kind === 'recall-and-precision';
  if (isCatching && (recall === undefined) !== (precision === undefined)) return { figures: {}, problem: 'both' };
  const caught = isCatching && recall !== undefined ? { brings: { kind, recall, precision } } : {};
  const saved = kind === 'yearly-saving' && savingPerYear !== undefined ? { brings: { kind, savingPerYear } } : {};
  const parsed = alternativeFiguresSchema.safeParse({
    ...(buildCost === undefined ? {} : { buildCost }),
    ...(runCostPerYear === undefined ? {} : { runCostPerYear }),
    ...caught,
    ...saved,
  });
  return parsed.success ? { figures: parsed.data, problem: null } : { figures: {}, problem: 'notWhole' };
}
