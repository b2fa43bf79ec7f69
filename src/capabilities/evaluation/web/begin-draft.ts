import type { Answer, Request } from '../../../platform/endpoint/define-endpoint.ts';
import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import type { beginEvaluation, EvaluationSummary, listPredictions } from '../contract.ts';

export type Offered = Answer<typeof listPredictions>;
type Body = Request<typeof beginEvaluation>['body'];

export const singleColumns = ['truth', 'score', 'predicted', 'id'] as const;
export type SingleColumn = (typeof singleColumns)[number];

/** What is being chosen; an empty text is nothing. */
export interface EvaluationDraft {
  artifact: string;
  /** by name; empty where there is none */
  columns: Record<SingleColumn, string>;
  segments: string[];
  positive: string;
  /** as it is typed */
  threshold: string;
  data: string;
  split: string;
  segment: string;
  value: 'level' | 'draft' | 'none';
  champion: string;
}

/** With what is most likely: the data that the run names, the value model in force, the best other model on that data. */
export function draftOf(
  offered: Offered,
  { rivals, locale }: { rivals: readonly EvaluationSummary[]; locale: Locale },
): EvaluationDraft {
  const [table] = offered.tables;
  const data = likelyData(offered);
  const columns = columnsOf(table);
  const value = offered.values[0]?.source ?? 'none';
  return {
    artifact: table?.artifact ?? '',
    columns,
    segments: table?.guess.segments ?? [],
    positive: '',
    threshold: formatsFor(locale).number(0.5),
    data,
    split: '',
    segment: '',
    value,
    champion: columns.id === '' || value === 'none' ? '' : bestOn(rivals, data),
  };
}

const likelyData = ({ data }: Offered): string => (data.find(({ isOfRun }) => isOfRun) ?? data[0])?.versionId ?? '';

/** The ranking has the best first; held against one by one is only what names its cases. */
const bestOn = (rivals: readonly EvaluationSummary[], versionId: string): string =>
  rivals.find(({ data, asked }) => data?.versionId === versionId && asked.columns.id !== undefined)?.id ?? '';

/** What the names of a table say that its columns are. */
export function columnsOf(table: Offered['tables'][number] | undefined): EvaluationDraft['columns'] {
  const { truth, score, predicted, id } = table?.guess ?? { truth: null, score: null, predicted: null, id: null };
  return { truth: truth ?? '', score: score ?? '', predicted: predicted ?? '', id: id ?? '' };
}

/** A score decides from a threshold on; a class that is predicted decides by itself. */
export const usesThreshold = ({ task }: Offered, { columns }: EvaluationDraft): boolean =>
  task === 'binary' && columns.score !== '';

/** Null where the threshold is no number. */
export function bodyOf(draft: EvaluationDraft, offered: Offered, locale: Locale): Body | null {
  const asksThreshold = usesThreshold(offered, draft);
  const threshold = asksThreshold ? readDecimal(draft.threshold, locale) : null;
  if (asksThreshold && threshold === null) return null;
  const named = Object.entries(draft.columns).filter(
    ([what, name]) => name !== '' && (what !== 'score' || offered.task === 'binary'),
  );
  const optional = { positiveClass: draft.positive, split: draft.split, segment: draft.segment };
  return {
    artifact: draft.artifact,
    columns: { ...Object.fromEntries(named), segments: draft.segments },
    datasetVersionId: draft.data === '' ? null : draft.data,
    value: draft.value,
    bins: 1000,
    ...(threshold === null ? {} : { threshold: Number(threshold) }),
    ...(draft.champion === '' || draft.value === 'none' ? {} : { championId: draft.champion }),
    ...Object.fromEntries(
      Object.entries(optional).flatMap(([name, typed]) => (typed.trim() === '' ? [] : [[name, typed.trim()]])),
    ),
  };
}
