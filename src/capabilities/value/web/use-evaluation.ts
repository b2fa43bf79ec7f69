import { useEffect, useState } from 'react';
import type { ValueModel, ValueResult } from '../contract.ts';
import { evaluateValueModelInSteps } from '../index.ts';

export interface Evaluated {
  model: ValueModel;
  result: ValueResult;
}

/**
 * The answer to a model, computed here by the same functions and seed as on the server, so to the same digits. While a
 * newer model is computed, or is not complete, the last answer stays and is told to be older.
 */
export function useEvaluation(model: ValueModel | null): { evaluated: Evaluated | null; isOlder: boolean } {
  const [evaluated, setEvaluated] = useState<Evaluated | null>(null);
  const key = JSON.stringify(model);
  useEffect(() => {
    if (model === null) return undefined;
    const ended = new AbortController();
    const run = async () => {
      const steps = evaluateValueModelInSteps(model);
      let step = await steps.next();
      while (!step.done && !ended.signal.aborted) step = await steps.next();
      if (step.done && !ended.signal.aborted) setEvaluated({ model, result: step.value });
    };
    void run();
    return () => ended.abort();
    // The key stands for the model: a new object with the same content needs no new answer.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [key]);
  return { evaluated, isOlder: evaluated !== null && JSON.stringify(evaluated.model) !== key };
}
