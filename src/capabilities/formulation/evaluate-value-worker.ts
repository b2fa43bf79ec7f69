import { parentPort } from 'node:worker_threads';
import { evaluateValueModel } from '../value/index.ts';
import type { EvaluationAsked, EvaluationAnswered } from './value-evaluator.ts';

/** The draws of Monte Carlo in a thread of their own: the event loop goes on answering. */
parentPort?.on('message', ({ id, model, draws }: EvaluationAsked) => {
  parentPort?.postMessage(answer({ id, model, draws }));
});

function answer({ id, model, draws }: EvaluationAsked): EvaluationAnswered {
  try {
    return { id, result: evaluateValueModel(model, { draws }) };
  } catch (error) {
    return { id, failure: (error as Error).message };
  }
}
