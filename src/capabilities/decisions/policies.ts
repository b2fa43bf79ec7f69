import { change } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { PolicyDocument, PolicyVersion } from './policy-contract.ts';
import { lightPolicy, standardPolicy } from './shipped-policies.ts';
import { decisionsDb } from './tables.ts';

/** Before anybody chose: what suits one person, or a company. */
const asShipped = (isPersonal: boolean): PolicyVersion => ({
  version: 0,
  document: isPersonal ? lightPolicy : standardPolicy,
  putBy: 'system',
  at: 0,
});

/** Every version, the one in force first; none is ever changed. */
export async function listPolicies(db: AnyDb, isPersonal: boolean): Promise<PolicyVersion[]> {
  const rows = await decisionsDb(db).selectFrom('gate_policy').selectAll().orderBy('version', 'desc').execute();
  const put = rows.map(({ version, document, put_by, at }) => ({
    version,
    document: fromJson<PolicyDocument>(document),
    putBy: put_by,
    at,
  }));
  return [...put, asShipped(isPersonal)];
}

export async function policyInForce(db: AnyDb, isPersonal: boolean): Promise<PolicyVersion> {
  const [first] = await listPolicies(db, isPersonal);
  return first ?? asShipped(isPersonal);
}

/** The version that a proposal was made under. */
export async function findPolicy(
  db: AnyDb,
  { version, isPersonal }: { version: number; isPersonal: boolean },
): Promise<PolicyVersion> {
  const all = await listPolicies(db, isPersonal);
  return all.find((each) => each.version === version) ?? asShipped(isPersonal);
}

/** A policy in force from now on, for proposals made from now on. What was proposed before is judged as it was then. */
export async function putPolicyInForce(ctx: Context, document: PolicyDocument): Promise<void> {
  await change(ctx, async (tx) => {
    const { last } = await decisionsDb(tx.db)
      .selectFrom('gate_policy')
      .select((eb) => eb.fn.max('version').as('last'))
      .executeTakeFirstOrThrow();
    const version = (last ?? 0) + 1;
    await decisionsDb(tx.db)
      .insertInto('gate_policy')
      .values({ version, document: toJson(document), put_by: ctx.actor.userId, at: tx.now })
      .execute();
    tx.record({
      type: 'gate_policy.put_in_force',
      subject: { kind: 'gate_policy', id: String(version) },
      problemId: null,
      data: { version, name: document.name },
    });
  });
}
