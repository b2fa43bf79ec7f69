import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { RiskSignature } from './assessment-contract.ts';
import { riskErrors } from './errors.ts';
import { emptyParts, type PartContents } from './part-contents.ts';
import type { DefaultAppetite, RiskFields } from './register-contract.ts';
import { type PartName, riskDb, type RiskTables } from './tables.ts';

export interface StoredPart<Part extends PartName> {
  content: PartContents[Part];
  /** 0 before anything was written */
  version: number;
}
export type StoredParts = { [Part in PartName]: StoredPart<Part> };

/** All parts in one look; those nobody wrote in are empty. */
export async function findParts(db: AnyDb, problemId: string): Promise<StoredParts> {
  const rows = await riskDb(db).selectFrom('risk_part').selectAll().where('problem_id', '=', problemId).execute();
  const read = <Part extends PartName>(part: Part): StoredPart<Part> => {
    const row = rows.find((each) => each.part === part);
    return row
      ? { content: fromJson<PartContents[Part]>(row.content), version: row.version }
      : { content: emptyParts[part], version: 0 };
  };
  return { ai_act: read('ai_act'), dpia: read('dpia'), appetite: read('appetite'), regulator: read('regulator') };
}

/** A risk as it is kept; what it costs is worked out from it. */
export type StoredRisk = RiskFields & { id: string; version: number };

/** Those that are not removed, in order. */
export async function listStoredRisks(db: AnyDb, problemId: string): Promise<StoredRisk[]> {
  const rows = await riskDb(db)
    .selectFrom('risk')
    .selectAll()
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(asRisk);
}

function asRisk(row: Selectable<RiskTables['risk']>): StoredRisk {
  const read = <T>(json: string | null): T | null => (json === null ? null : fromJson<T>(json));
  return {
    id: row.id,
    what: row.what,
    cause: row.cause,
    affected: row.affected,
    likelihood: read(row.likelihood),
    impact: read(row.impact),
    control: row.control,
    residualLikelihood: read(row.residual_likelihood),
    residualImpact: read(row.residual_impact),
    decision: row.decision,
    acceptedBy: row.accepted_by,
    decisionReason: row.decision_reason,
    owner: row.owner,
    version: row.version,
  };
}

/** Whether it is there, also when it was removed; always within the problem. */
export async function findRemoval(
  db: AnyDb,
  { problemId, riskId }: { problemId: string; riskId: string },
): Promise<{ removedAt: number | null } | null> {
  const row = await riskDb(db)
    .selectFrom('risk')
    .select('removed_at as removedAt')
    .where('problem_id', '=', problemId)
    .where('id', '=', riskId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findDefaultAppetite(db: AnyDb): Promise<DefaultAppetite> {
  const row = await riskDb(db).selectFrom('default_risk_appetite').selectAll().executeTakeFirst();
  if (!row) return { version: 0, appetite: null };
  const { amount, currency, version } = row;
  return { version, appetite: amount === null ? null : { amount, currency } };
}

/** The newest first. */
export async function listSignatures(db: AnyDb, problemId: string): Promise<RiskSignature[]> {
  const rows = await riskDb(db)
    .selectFrom('risk_signature')
    .select(['number', 'stage', 'hash', 'meaning', 'signed_by as signedBy', 'at', 'class'])
    .where('problem_id', '=', problemId)
    .orderBy('number', 'desc')
    .execute();
  return rows;
}

/** Throws 404 where the problem has no such signature. */
export async function getSignature(
  db: AnyDb,
  { problemId, number }: { problemId: string; number: number },
): Promise<RiskSignature & { content: Record<string, unknown> }> {
  const signature = (await listSignatures(db, problemId)).find((each) => each.number === number);
  if (!signature) throw riskErrors.signatureNotFound({ number });
  const { content } = await riskDb(db)
    .selectFrom('risk_signature')
    .select('content')
    .where('problem_id', '=', problemId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return { ...signature, content: fromJson<Record<string, unknown>>(content) };
}
