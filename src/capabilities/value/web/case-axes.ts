import type { Locale } from '../../../platform/text/locale.ts';
import { listOf, textOf } from './draft-context.ts';
import type { Draft } from './draft-path.ts';
import { editorTexts } from './editor-texts.ts';
import { classNameAt, decisionNameAt } from './name-of-path.ts';
import type { CaseRow } from './parse-cases.ts';
import { partsTexts } from './parts-texts.ts';

/** A row or column of a table of cases: the word of the model, what people read, and what a spreadsheet may say. */
export interface CaseAxis {
  word: string;
  label: string;
  also: readonly string[];
}

export interface CaseAxes {
  truths: CaseAxis[];
  decisions: CaseAxis[];
}

/** The truths and the decisions of a model. */
export function caseAxesOf(draft: Draft, locale: Locale): CaseAxes {
  const t = partsTexts[locale].cases;
  const texts = editorTexts[locale];
  if (draft['task'] === 'binary') {
    return {
      truths: [
        { word: 'positive', label: t.truths.positive, also: ['1', 'true', 'yes', 'ja', 'positief'] },
        { word: 'negative', label: t.truths.negative, also: ['0', 'false', 'no', 'nee', 'negatief'] },
      ],
      decisions: [
        { word: 'act', label: t.decisions.act, also: ['1', 'true', 'yes', 'ja'] },
        { word: 'leave', label: t.decisions.leave, also: ['0', 'false', 'no', 'nee'] },
      ],
    };
  }
  const axis = (word: string, label: string): CaseAxis => ({ word, label, also: [] });
  return {
    truths: listOf(draft['classes']).map((each, index) =>
      axis(textOf((each as { name?: unknown } | null)?.name), classNameAt(draft, index, texts)),
    ),
    decisions: listOf(draft['decisions']).map((each, index) => axis(textOf(each), decisionNameAt(draft, index, texts))),
  };
}

type Place = Pick<CaseRow, 'truth' | 'decision'>;
const isAt = (row: Place, { truth, decision }: Place) => row.truth === truth && row.decision === decision;

/** The count at one place, rows of one place added up; undefined when there is none. */
export function countAt(rows: readonly CaseRow[], place: Place): number | undefined {
  const found = rows.filter((row) => isAt(row, place));
  return found.length === 0 ? undefined : found.reduce((sum, { count }) => sum + count, 0);
}

/** The rows with another count at one place; without one when it is undefined. */
export function withCount(rows: readonly CaseRow[], place: Place, count: number | undefined): CaseRow[] {
  const others = rows.filter((row) => !isAt(row, place));
  return count === undefined ? others : [...others, { ...place, count }];
}
