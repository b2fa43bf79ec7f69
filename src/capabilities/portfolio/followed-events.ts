import type { DomainEvent } from '../../platform/events/event-bus.ts';
import type { Part } from './asks.ts';

/** What an event makes out of date: facts of the problem, and parts of it. */
interface Touched {
  facts: boolean;
  parts: readonly Part[];
}

const nothing: Touched = { facts: false, parts: [] };
export const onlyFacts: Touched = { facts: true, parts: [] };
const asks = (...parts: Part[]): Touched => ({ facts: false, parts });

/** By area, the word before the full stop: types of other capabilities are here by their names. */
const byArea: Readonly<Record<string, Touched>> = {
  problem: onlyFacts,
  // Who can no longer see the problem is no longer asked by name.
  problem_access: { facts: true, parts: ['checklist'] },
  decision: onlyFacts,
  gate: onlyFacts,
  opportunity: asks('opportunity'),
  objective: asks('requirements', 'verdicts', 'translation'),
  key_result: asks('requirements', 'verdicts', 'translation'),
  key_result_verdict: asks('verdicts'),
  alternatives: asks('decision'),
  alternative: asks('decision'),
  translation: asks('translation'),
  data_requirement: asks('data'),
  value_model: { facts: true, parts: ['value'] },
  stakeholder: asks('stakeholders'),
  hearing: asks('stakeholders'),
  question: asks('stakeholders'),
  checklist: asks('checklist'),
  risk: asks('risk'),
  // The class follows from the answers, and the policy from the class.
  risk_assessment: { facts: true, parts: ['risk'] },
  attachment: nothing,
  // They are asked at a gate after the go, which is told among the facts.
  metric_link: onlyFacts,
  measured_figure: onlyFacts,
  personal_data: asks('steering'),
};

/** null: nothing here depends on it. */
export function touchedBy({ type, data }: DomainEvent): Touched | null {
  const area = type.slice(0, type.indexOf('.'));
  if (area === 'conversation') return isAboutSteering(data) ? asks('steering') : null;
  return byArea[area] ?? null;
}

/** Only what says that it is about a plain remark certainly is. */
const isAboutSteering = (data: DomainEvent['data']): boolean => data['kind'] !== 'remark';

/** After these everything is made anew, by a job: they concern every problem there is. */
export function concernsAll({ type, problemId }: DomainEvent): boolean {
  // Who may sign for somebody everywhere is in no problem by itself.
  return concernAll.has(type) || (problemId === null && type.startsWith('problem_access.'));
}

const concernAll: ReadonlySet<string> = new Set([
  'gate_policy.put_in_force',
  'installation.team_opened',
  'risk_appetite.written',
  // Who leaves, or comes back, is no longer asked, or again.
  'user.deactivated',
  'user.reactivated',
  'user.erased',
]);
