import type { AnyDb } from '../../platform/db/database.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Stakeholder } from './contract.ts';
import { listStakeholdersOf } from './queries.ts';
import { stakeholderDb } from './tables.ts';

/** What a gate asks of the stakeholders; the texts are `stakeholderGateTexts`. */
export interface StakeholderEvidence {
  id: keyof (typeof stakeholderGateTexts)['en'];
  station: 'team';
  field: string | null;
  isDone: boolean;
  params: { names: (string | null)[]; count: number };
}

/** Somebody is named; who must be heard was heard; what they asked was answered (R51). */
export async function listStakeholderEvidence(db: AnyDb, problemId: string): Promise<StakeholderEvidence[]> {
  return stakeholderEvidence(await listStakeholdersOf(db, problemId));
}

export function stakeholderEvidence(stakeholders: readonly Stakeholder[]): StakeholderEvidence[] {
  const unheard = stakeholders.filter(({ mustBeHeard, isHeard }) => mustBeHeard && !isHeard);
  const asking = stakeholders.filter(({ questions }) => questions.some(({ isOpen }) => isOpen));
  const open = asking.flatMap(({ questions }) => questions.filter(({ isOpen }) => isOpen));
  const namesOf = (given: readonly Stakeholder[]) => given.map(({ name }) => name);
  const first = (given: readonly Stakeholder[]) => given[0]?.id ?? null;
  return [
    item('stakeholders.named', { isDone: stakeholders.length > 0, field: null, names: [], count: stakeholders.length }),
    item('stakeholders.heard', {
      isDone: unheard.length === 0,
      field: first(unheard),
      names: namesOf(unheard),
      count: unheard.length,
    }),
    item('stakeholders.questions', {
      isDone: open.length === 0,
      field: first(asking),
      names: namesOf(asking),
      count: open.length,
    }),
  ];
}

function item(
  id: StakeholderEvidence['id'],
  given: { isDone: boolean; field: string | null; names: (string | null)[]; count: number },
): StakeholderEvidence {
  const { isDone, field, names, count } = given;
  return { id, station: 'team', field, isDone, params: { names, count } };
}

const listed = (names: readonly (string | null)[], erased: string) => names.map((name) => name ?? erased).join(', ');
type Params = StakeholderEvidence['params'];

export const stakeholderGateTexts = defineTexts(
  {
    'stakeholders.named': () => 'Name who has to do with this problem.',
    'stakeholders.heard': (p: Params) =>
      p.count === 0
        ? 'Hear who must be heard.'
        : `Hear ${p.count === 1 ? 'one more stakeholder' : `${p.count} more stakeholders`}: ${listed(p.names, 'somebody without a name')}.`,
    'stakeholders.questions': (p: Params) =>
      p.count === 0
        ? 'Answer what stakeholders asked.'
        : `Answer ${p.count === 1 ? 'the open question' : `the ${p.count} open questions`} of ${listed(p.names, 'somebody without a name')}.`,
  },
  {
    'stakeholders.named': () => 'Noem wie er met dit probleem te maken heeft.',
    'stakeholders.heard': (p) =>
      p.count === 0
        ? 'Hoor wie gehoord moet worden.'
        : `Hoor nog ${p.count === 1 ? 'één belanghebbende' : `${p.count} belanghebbenden`}: ${listed(p.names, 'iemand zonder naam')}.`,
    'stakeholders.questions': (p) =>
      p.count === 0
        ? 'Beantwoord wat belanghebbenden vroegen.'
        : `Beantwoord de ${p.count === 1 ? 'open vraag' : `${p.count} open vragen`} van ${listed(p.names, 'iemand zonder naam')}.`,
  },
);

/**
 * What was written about the stakeholders, as it is signed. A name that can be erased is there as its mark, which stays
 * when the name goes, so that erasing a name does not change what was signed.
 */
export async function snapshotOfStakeholders(db: AnyDb, problemId: string) {
  const stakeholders = await listStakeholdersOf(db, problemId);
  const marks = await marksOf(db, problemId);
  return stakeholders.map(({ id, userId, relation, mustBeHeard, interest, hearings, questions }) => ({
    id,
    who: userId ?? marks.get(id) ?? null,
    relation,
    mustBeHeard,
    interest,
    hearings: hearings
      .map((each) => ({
        id: each.id,
        heardOn: each.heardOn,
        heardBy: each.heardBy.userId ?? marks.get(each.id) ?? null,
        how: each.how,
        said: each.said,
      }))
      .sort(byId),
    questions: questions.map((each) => ({ id: each.id, text: each.text, answer: each.answer })).sort(byId),
  }));
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function marksOf(db: AnyDb, problemId: string): Promise<Map<string, string | null>> {
  const names = await stakeholderDb(db)
    .selectFrom('stakeholder')
    .select(['id', 'name_mark as mark'])
    .where('problem_id', '=', problemId)
    .execute();
  const heardBy = await stakeholderDb(db)
    .selectFrom('stakeholder_hearing')
    .select(['id', 'heard_by_mark as mark'])
    .where('problem_id', '=', problemId)
    .execute();
  return new Map([...names, ...heardBy].map(({ id, mark }) => [id, mark]));
}
