import type { AnyDb } from '../../platform/db/database.ts';
import {
  listAlternativesEvidence,
  listDataEvidence,
  listTranslationEvidence,
  listVerdictsEvidence,
} from './formulation-evidence.ts';
import { firstDate, opportunityEvidence, valueEvidence, writtenRequirements } from './gate-rules.ts';
import { listObjectivesOf } from './okr-queries.ts';
import type { Station } from './thread-contract.ts';
import { findOpportunity } from './text-queries.ts';
import { findValueModel } from './value-queries.ts';

/** Something that a gate asks of this part, and that is not there. */
export interface OpenEvidence {
  id: string;
  station: Station;
  field: string | null;
}

const readers = {
  opportunity: async (db: AnyDb, problemId: string) =>
    opportunityEvidence((await findOpportunity(db, problemId)).texts),
  requirements: async (db: AnyDb, problemId: string) => writtenRequirements(await listObjectivesOf(db, problemId)),
  value: async (db: AnyDb, problemId: string) => valueEvidence(await findValueModel(db, problemId)),
  decision: listAlternativesEvidence,
  translation: listTranslationEvidence,
  data: listDataEvidence,
  verdicts: listVerdictsEvidence,
} as const;
/** The parts of the evidence that formulation itself asks. */
export type OwnPart = keyof typeof readers;

/** What is open in one part on any day; which gate asks it, the policy says. */
export async function listOpenEvidence(db: AnyDb, problemId: string, part: OwnPart): Promise<OpenEvidence[]> {
  const items = await readers[part](db, problemId);
  return items.filter(({ isDone }) => !isDone).map(({ id, station, field }) => ({ id, station, field }));
}

/** The day by which the first key result must be reached: once it is past, the gate asks for another. */
export async function findFirstDate(db: AnyDb, problemId: string): Promise<string | null> {
  return firstDate(await listObjectivesOf(db, problemId));
}
