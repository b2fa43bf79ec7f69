import { useState } from 'react';
import { Refusal } from '../../../web/kit/api/refusal.ts';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';

/** What is wrong with a form: found here before it is sent, or by the server afterwards. */
export function useFieldProblems(fieldOfCode: Readonly<Record<string, string>> = {}) {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  return {
    problems,
    /** Shows what was found; answers whether the form may be sent. */
    show: (found: readonly FieldProblem[]): boolean => {
      setProblems(found);
      return found.length === 0;
    },
    refused: (error: Error) => {
      const field = error instanceof Refusal ? (fieldOfCode[error.code] ?? null) : null;
      setProblems([{ field, message: error.message }]);
    },
    of: (field: string) => problems.find((problem) => problem.field === field)?.message,
  };
}
