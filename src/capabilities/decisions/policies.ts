import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Proposal } from './contract.ts';
import { decisionErrors } from './errors.ts';
import type { Policies, PolicyDocument, PolicyVersion } from './policy-contract.ts';
import { lightPolicy, shippedPolicies, standardPolicy } from './shipped-policies.ts';
import { decisionsDb } from './tables.ts';

/** Before anybody chose: what suits one person, or a company. */
const asShipped = (isPersonal: boolean): Omit<PolicyVersion, 'isInForce'> => ({
  version: 0,
  document: isPersonal ? lightPolicy : standardPolicy,
  putBy: 'system',
  at: 0,
  note: null,
  basedOn: null,
});

/** Every version, the newest first, and which of them is in force since when. */
export async function showPolicies(db: AnyDb, isPersonal: boolean): Promise<Policies> {
  const rows = await decisionsDb(db).selectFrom('gate_policy').selectAll().orderBy('version', 'desc').execute();
  const inForce = (await findChoice(db)) ?? { version: 0, since: 0, chosenBy: 'system' };
  const made = rows.map(({ version, document, put_by, at, note, based_on }) => ({
    version,
    document: fromJson<PolicyDocument>(document),
    putBy: put_by,
    at,
    note,
    basedOn: based_on,
  }));
  const versions = [...made, asShipped(isPersonal)];
  return {
    versions: versions.map((each) => ({ ...each, isInForce: each.version === inForce.version })),
    inForce,
    shipped: [...shippedPolicies],
  };
}

async function findChoice(db: AnyDb): Promise<Policies['inForce'] | null> {
  const row = await decisionsDb(db)
    .selectFrom('gate_policy_choice')
    .select(['version', 'at as since', 'chosen_by as chosenBy'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function policyInForce(db: AnyDb, isPersonal: boolean): Promise<PolicyVersion> {
  const { versions, inForce } = await showPolicies(db, isPersonal);
  return versionIn(versions, inForce.version);
}

/** The version that a proposal was made under. */
export async function findPolicy(
  db: AnyDb,
  { name, version, isPersonal }: Proposal['policy'] & { isPersonal: boolean },
): Promise<PolicyVersion> {
  const { versions } = await showPolicies(db, isPersonal);
  const made = versions.find((each) => each.version === version) ?? versionIn(versions, 0);
  // As shipped has no number of its own: what was proposed alone stays judged so after others have come.
  const shipped = version === 0 ? shippedPolicies.find((each) => each.name === name) : undefined;
  return shipped ? { ...made, document: shipped } : made;
}

/** Throws 404 where there is no such version. */
export function versionIn(versions: readonly PolicyVersion[], version: number): PolicyVersion {
  const found = versions.find((each) => each.version === version);
  if (!found) throw decisionErrors.policyNotFound({ version });
  return found;
}
