import type { ValueResult } from '../value/contract.ts';
import { checkValueDraft } from './check-value-draft.ts';
import type { Evidence } from './gather-evidence.ts';
import { evaluateInThread } from './value-evaluator.ts';
import { usualDraws } from './write-value-model.ts';

/** The evaluation that belongs to this evidence; null while the value model is not complete. */
export async function evaluateEvidence({ value }: Pick<Evidence, 'value'>): Promise<ValueResult | null> {
  const { model } = checkValueDraft(value.model, 'en');
  if (!model || value.hash === null) return null;
  return evaluateInThread({ model, hash: value.hash, draws: usualDraws });
}
