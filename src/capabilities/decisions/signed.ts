import type { Selectable } from 'kysely';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Proposal, SignOff, Waiver } from './contract.ts';
import { type DecisionsTables, decisionsDb } from './tables.ts';

type Signed = Pick<Proposal, 'signOffs' | 'waivers'>;
type Act = Selectable<DecisionsTables['gate_waiver_act']>;

/** What was signed and waived under these proposals, asked for by the id of one. */
export async function listSigned(
  db: AnyDb,
  proposalIds: readonly string[],
): Promise<(proposalId: string | null) => Signed> {
  if (proposalIds.length === 0) return () => ({ signOffs: [], waivers: [] });
  const signOffs = await decisionsDb(db)
    .selectFrom('gate_sign_off')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('number')
    .execute();
  const acts = await decisionsDb(db)
    .selectFrom('gate_waiver_act')
    .selectAll()
    .where('proposal_id', 'in', proposalIds)
    .orderBy('number')
    .execute();
  return (proposalId) => {
    const standing = standingWaivers(acts.filter((row) => row.proposal_id === proposalId));
    const seen = Math.max(0, ...standing.map((row) => row.after_sign_off));
    return {
      signOffs: latestOfEach(
        signOffs.filter((row) => row.proposal_id === proposalId),
        seen,
      ),
      waivers: standing.map(asWaiver),
    };
  };
}

/** Whoever signs again in the same role has changed their mind: the latest counts. */
function latestOfEach(rows: readonly Selectable<DecisionsTables['gate_sign_off']>[], seen: number): SignOff[] {
  const latest = new Map<string, SignOff>();
  for (const row of rows) {
    const { id, number, role, user_id: userId, on_behalf_of: onBehalfOf, verdict, meaning, remark, at } = row;
    const key = `${role} ${userId}`;
    const what = { verdict, meaning, remark, snapshotHash: row.snapshot_hash, isBeforeWaiver: number <= seen, at };
    latest.delete(key);
    latest.set(key, { id, role, userId, onBehalfOf, ...what });
  }
  return [...latest.values()];
}

/** The last act on each item, where that did not take it back. */
function standingWaivers(acts: readonly Act[]): Act[] {
  const last = new Map(acts.map((act) => [act.item, act]));
  return acts.filter((act) => last.get(act.item) === act && act.act === 'waived');
}

function asWaiver({ item, said, reason, user_id, on_behalf_of, at }: Act): Waiver {
  const words = said === null ? { en: item, nl: item } : fromJson<Waiver['said']>(said);
  return { item, said: words, reason: reason ?? '', waivedBy: user_id, onBehalfOf: on_behalf_of, at };
}
