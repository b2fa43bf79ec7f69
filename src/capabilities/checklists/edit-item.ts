import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import { toJson } from '../../platform/json.ts';
import { canReadProblem } from '../identity/index.ts';
import { ownWords } from './add-item.ts';
import type { ChecklistItem, ItemEvidence, ItemState } from './checklist-contract.ts';
import { evidenceOf, showItem, type StoredItem } from './checklist-queries.ts';
import { answeringOf } from './answering.ts';
import { demandOwn, refuseOthers } from './demand-own.ts';
import { checklistErrors } from './errors.ts';
import { lockItem } from './lock-item.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';
import { lackOf } from './rules.ts';
import { checklistDb } from './tables.ts';

export interface ItemFields {
  ownerId: string | null;
  state: ItemState;
  evidence: ItemEvidence | null;
  reason: string;
  dueDate: string | null;
  title: string;
  help: string;
}

interface Given {
  problemId: string;
  itemId: string;
  version: number;
  fields: Partial<ItemFields>;
}

export async function editItem(ctx: Context, given: Given): Promise<ChecklistItem> {
  const { problemId, itemId, version, fields } = given;
  if (isAnswer(fields)) await demandOwn(ctx, { problemId, itemId });
  await refuseUnknownOwner(ctx, given);
  await change(ctx, async (tx) => {
    const row = await lockItem(tx, { problemId, itemId });
    if (isAnswer(fields)) await refuseOthers(ctx, tx.db, row);
    await refuseOutsider(ctx, tx, { row, fields });
    const theirs = fieldsOf(row, ctx);
    refuseStale({ given: version, current: row.version }, { yours: fields, theirs });
    const isOwn = row.item_key === null;
    if (!isOwn && (fields.title !== undefined || fields.help !== undefined)) throw checklistErrors.notOwn();
    const edited = { ...theirs, ...fields };
    refuseLack(edited);
    await checklistDb(tx.db)
      .updateTable('checklist_item')
      .set({ ...columnsOf(edited, isOwn), reworded_in: rewordedIn(row, fields), version: version + 1 })
      .where('id', '=', itemId)
      .execute();
    recordEdit(tx, given, edited.ownerId !== theirs.ownerId ? edited.ownerId : null);
  });
  return showItem(ctx, { problemId, itemId });
}

/** Who sees to an item, and by when, is planning: anybody of the checklist says that. */
function isAnswer({ ownerId: _owner, dueDate: _due, ...answer }: Given['fields']): boolean {
  return Object.keys(answer).length > 0;
}

/** Whom it is given to answers it: somebody of the role, or somebody whom one who may answer it chose. */
async function refuseOutsider(
  ctx: Context,
  tx: Tx,
  { row, fields: { ownerId } }: { row: StoredItem; fields: Given['fields'] },
): Promise<void> {
  if (ownerId === undefined || ownerId === null) return;
  const { mayGive } = await answeringOf(ctx, tx.db, row.problem_id);
  if (!mayGive({ role: row.role, ownerId: row.owner_id }, ownerId))
    throw checklistErrors.ownerOutsideRole({ role: row.role });
}

async function refuseUnknownOwner(ctx: Context, { problemId, fields: { ownerId } }: Given): Promise<void> {
  if (ownerId === undefined || ownerId === null) return;
  if (!(await canReadProblem(ctx, { userId: ownerId, problemId }))) throw checklistErrors.unknownOwner({ ownerId });
}

function fieldsOf(row: StoredItem, { locale }: Pick<Context, 'locale'>): ItemFields {
  const { owner_id: ownerId, state, reason, due_date: dueDate } = row;
  const words = { title: row[`title_${locale}`], help: row[`help_${locale}`] };
  return { ownerId, state, evidence: evidenceOf(row), reason, dueDate, ...words };
}

function refuseLack(edited: ItemFields): void {
  const lack = lackOf(edited);
  if (lack === 'evidence') throw checklistErrors.doneNeedsEvidence();
  if (lack === 'reason') throw checklistErrors.notApplicableNeedsReason();
}

function columnsOf({ ownerId, state, evidence, reason, dueDate, title, help }: ItemFields, isOwn: boolean) {
  return {
    owner_id: ownerId,
    state,
    evidence: evidence === null ? null : toJson(evidence),
    reason,
    due_date: dueDate,
    ...(isOwn ? ownWords(title, help) : {}),
  };
}

/** Whoever answers again has read the new words. */
function rewordedIn(row: StoredItem, fields: Partial<ItemFields>): number | null {
  const isAnswered = 'state' in fields || 'evidence' in fields || 'reason' in fields;
  return isAnswered ? null : row.reworded_in;
}

function recordEdit(tx: Tx, { problemId, itemId, version, fields }: Given, assigneeId: string | null): void {
  const subject = { kind: 'checklist_item', id: itemId };
  const others = Object.keys(fields).filter((name) => name !== 'ownerId' || assigneeId === null);
  const next = version + 1;
  if (assigneeId !== null) {
    tx.record({ type: 'checklist.item_assigned', subject, problemId, data: { assigneeId, version: next } });
  }
  if (others.length > 0) {
    tx.record({ type: 'checklist.item_edited', subject, problemId, data: { fields: others, version: next } });
  }
}
