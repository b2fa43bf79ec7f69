import { createContext, use } from 'react';
import type { EstimateProblem } from '../../../web/kit/form/estimate-input.tsx';
import { estimateParts } from '../../../web/kit/form/estimate-text.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';

/** What the server says of one place in the draft. */
export interface DraftProblem {
  path: string;
  kind: 'missing' | 'wrong';
  message: string;
}

export interface DraftEditing {
  draft: Draft;
  change: (draft: Draft) => void;
  problems: readonly DraftProblem[];
  isReadOnly: boolean;
}

export const DraftContext = createContext<DraftEditing | null>(null);

export function useDraft() {
  const editing = use(DraftContext);
  if (!editing) throw new Error('A field of the value model stands outside its editor');
  const { draft, change, problems, isReadOnly } = editing;
  const problemIn = (path: string) =>
    problems.find((problem) => problem.kind === 'wrong' && `${problem.path}.`.startsWith(`${path}.`));
  return {
    draft,
    problems,
    isReadOnly,
    at: (path: string) => valueAt(draft, path),
    textAt: (path: string) => textOf(valueAt(draft, path)),
    listAt: (path: string) => listOf(valueAt(draft, path)),
    put: (path: string, value: unknown) => change(withValueAt(draft, path, value)),
    replace: change,
    /** What is wrong at or within a place; what is only missing is said once, above. */
    problemAt: (path: string) => problemIn(path)?.message,
    /** The same for an estimate, with the part of it that is wrong. */
    estimateProblemAt: (path: string): EstimateProblem | undefined => {
      const problem = problemIn(path);
      const part = estimateParts.find((each) => problem?.path.endsWith(`.${each}`));
      return problem && { message: problem.message, part };
    },
  };
}

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Where each part of a list stands; a part has no other name than its place. */
export const placesOf = (path: string, list: readonly unknown[]): string[] =>
  list.map((_, index) => `${path}.${index}`);
