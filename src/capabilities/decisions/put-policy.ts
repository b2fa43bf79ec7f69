import type { z } from 'zod';
import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { toJson } from '../../platform/json.ts';
import { isPersonal } from '../identity/index.ts';
import { decisionErrors } from './errors.ts';
import { showPolicies, versionIn } from './policies.ts';
import type { putGatePolicy as endpoint } from './policy-contract.ts';
import { wholePolicy } from './rules-for.ts';
import { decisionsDb } from './tables.ts';

type Given = z.output<NonNullable<typeof endpoint.body>>;

/** A new version, in force from now on unless told otherwise. What was proposed before is judged as it was then. */
export async function putPolicy(ctx: Context, given: Given): Promise<void> {
  const { note = null, basedOn = null, isInForce = true, ...policy } = given;
  // Who asks nothing of a gate that is new here gets what the shipped policy asks there, to be read in this version.
  const document = wholePolicy(policy);
  await change(ctx, async (tx) => {
    const last = await lastVersion(tx.db);
    if (basedOn !== null && basedOn > last) throw decisionErrors.policyNotFound({ version: basedOn });
    const version = last + 1;
    await decisionsDb(tx.db)
      .insertInto('gate_policy')
      .values({ version, document: toJson(document), put_by: ctx.actor.userId, at: tx.now, note, based_on: basedOn })
      .execute();
    const subject = { kind: 'gate_policy', id: String(version) };
    const data = { version, name: document.name };
    if (!isInForce) return tx.record({ type: 'gate_policy.made', subject, problemId: null, data });
    await insertChoice(tx, { version, chosenBy: ctx.actor.userId });
    tx.record({ type: 'gate_policy.put_in_force', subject, problemId: null, data });
  });
}

/** An earlier version counts again, or one that was made before. In force already is no change, and no event. */
export async function choosePolicy(ctx: Context, version: number): Promise<void> {
  const { versions, inForce } = await showPolicies(ctx.db, await isPersonal(ctx));
  const { name } = versionIn(versions, version).document;
  if (inForce.version === version) return;
  await change(ctx, async (tx) => {
    await insertChoice(tx, { version, chosenBy: ctx.actor.userId });
    const subject = { kind: 'gate_policy', id: String(version) };
    tx.record({ type: 'gate_policy.put_in_force', subject, problemId: null, data: { version, name } });
  });
}

async function lastVersion(db: AnyDb): Promise<number> {
  const { last } = await decisionsDb(db)
    .selectFrom('gate_policy')
    .select((eb) => eb.fn.max('version').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function insertChoice(tx: Tx, { version, chosenBy }: { version: number; chosenBy: string }): Promise<void> {
  const last = await decisionsDb(tx.db)
    .selectFrom('gate_policy_choice')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  await decisionsDb(tx.db)
    .insertInto('gate_policy_choice')
    .values({ number: (last?.number ?? 0) + 1, version, chosen_by: chosenBy, at: tx.now })
    .execute();
}
