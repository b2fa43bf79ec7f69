import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { textOf, useDraft } from './draft-context.ts';
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

/** The truths and the decisions of the model at hand. */
export function useCaseAxes(): { truths: CaseAxis[]; decisions: CaseAxis[] } {
  const t = useTexts(partsTexts).cases;
  const texts = editorTexts[useLocale()];
  const { draft, listAt, textAt } = useDraft();
  if (textAt('task') === 'binary') {
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
    truths: listAt('classes').map((each, index) =>
      axis(textOf((each as { name?: unknown } | null)?.name), classNameAt(draft, index, texts)),
    ),
    decisions: listAt('decisions').map((each, index) => axis(textOf(each), decisionNameAt(draft, index, texts))),
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
