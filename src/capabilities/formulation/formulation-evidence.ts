import type { AnyDb } from '../../platform/db/database.ts';
import { hasValuedAlternative } from './alternatives.ts';
import { dataRequirements } from './data-requirements.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { isAnswered } from './rules.ts';
import { findAlternatives } from './text-queries.ts';
import type { Station } from './thread-contract.ts';
import { findTranslation, listLinks } from './translation-queries.ts';
import { requiredTranslationFields } from './translation-rules.ts';
import { verdictRoles } from './verdict-contract.ts';
import { listVerdictsOf } from './verdict-queries.ts';

/** One thing that a gate asks; its sentence is `formulationGateTexts`, under `text`. */
export interface AskedItem {
  /** part, full stop, what is asked; what is asked of one key result ends with its id */
  id: string;
  text: FormulationGateText;
  station: Station;
  /** where it can be answered within the station */
  field: string | null;
  isDone: boolean;
  params?: { metric: string };
}

export type FormulationGateText =
  | `translation.${(typeof requiredTranslationFields)[number]}`
  | 'translation.keyResult'
  | 'data.required'
  | 'decision.alternatives'
  | `verdicts.${(typeof verdictRoles)[number]}`;

/** The evidence part `translation`: each required answer, and each key result that is not linked (R60). */
export async function listTranslationEvidence(db: AnyDb, problemId: string): Promise<AskedItem[]> {
  const { texts } = await findTranslation(db, problemId);
  const links = await listLinks(db, problemId);
  const answers = requiredTranslationFields.map((field): AskedItem => {
    const id = `translation.${field}` as const;
    return { id, text: id, station: 'translation', field, isDone: isAnswered(texts[field]) };
  });
  const unlinked = links.filter((link) => !link.isLinked);
  return [
    ...answers,
    ...unlinked.map(({ keyResultId, metric }): AskedItem => ({
      id: `translation.keyResult.${keyResultId}`,
      text: 'translation.keyResult',
      station: 'translation',
      field: `link-${keyResultId}`,
      isDone: false,
      params: { metric },
    })),
  ];
}

/** The evidence part `data`: at least one data requirement (R61). */
export async function listDataEvidence(db: AnyDb, problemId: string): Promise<AskedItem[]> {
  const isDone = (await dataRequirements.list(db, problemId)).length > 0;
  return [{ id: 'data.required', text: 'data.required', station: 'translation', field: 'data', isDone }];
}

/** The evidence part `decision`: the reasoning in words, or at least one alternative that is valued (R56). */
export async function listAlternativesEvidence(db: AnyDb, problemId: string): Promise<AskedItem[]> {
  const isWritten = isAnswered((await findAlternatives(db, problemId)).text);
  const isDone = isWritten || (await hasValuedAlternative(db, problemId));
  return [
    { id: 'decision.alternatives', text: 'decision.alternatives', station: 'decision', field: 'alternatives', isDone },
  ];
}

/**
 * The evidence part `verdicts`: data scientist and expert each on every quantified key result as it reads now (R57, R58).
 * Without any key result there is nothing to judge yet, so both are open.
 */
export async function listVerdictsEvidence(db: AnyDb, problemId: string): Promise<AskedItem[]> {
  const objectives = await listObjectivesOf(db, problemId);
  const quantified = objectives.flatMap(({ keyResults }) => keyResults).filter((each) => each.isQuantified);
  const verdicts = (await listVerdictsOf(db, problemId)).filter((each) => !each.isOnEarlierText);
  return verdictRoles.map((role): AskedItem => {
    const judged = new Set(verdicts.filter((each) => each.role === role).map((each) => each.keyResultId));
    const open = quantified.find(({ id }) => !judged.has(id));
    const id = `verdicts.${role}` as const;
    const isDone = quantified.length > 0 && open === undefined;
    return { id, text: id, station: 'requirements', field: open ? `verdict-${open.id}` : null, isDone };
  });
}
