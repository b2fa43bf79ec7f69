import type { AnyDb } from '../../platform/db/database.ts';
import { listWaitingItems } from '../checklists/index.ts';
import { listOpenSteering } from '../conversation/index.ts';
import { findFirstDate, listOpenEvidence, type OwnPart } from '../formulation/index.ts';
import { listReaders } from '../identity/index.ts';
import { listRiskEvidence } from '../risk/index.ts';
import { listStakeholderEvidence } from '../stakeholders/index.ts';
import { timeOfId } from '../../platform/ids.ts';
import type { Ask, AskKind, Part } from './asks.ts';
import { daysAfter } from './days.ts';

type Collect = (db: AnyDb, problemId: string) => Promise<Ask[]>;

const undated = { since: null, due: null, notBefore: null, talk: null } as const;

/** One ask for a whole part: it leads to the first thing that is open there. */
const together =
  (part: OwnPart, given: { kind: AskKind; asked: string }): Collect =>
  async (db, problemId) => {
    const open = await listOpenEvidence(db, problemId, part);
    const [first] = open;
    if (!first) return [];
    const { station, field } = first;
    const items = open.map(({ id }) => id);
    const ask = { id: given.kind, kind: given.kind, asked: [given.asked], station, field, items };
    return [{ ...undated, ...ask, params: { count: open.length } }];
  };

/** What each part asks as it stands; of whom follows the stations of the thread. */
export const collectors: Readonly<Record<Part, Collect>> = {
  opportunity: together('opportunity', { kind: 'opportunity', asked: 'sme' }),
  requirements: async (db, problemId) => [
    ...(await together('requirements', { kind: 'requirements', asked: 'sme' })(db, problemId)),
    ...(await passedDate(db, problemId)),
  ],
  value: together('value', { kind: 'value', asked: 'sme' }),
  translation: together('translation', { kind: 'translation', asked: 'data_scientist' }),
  data: together('data', { kind: 'data', asked: 'data_scientist' }),
  decision: together('decision', { kind: 'alternatives', asked: 'sme' }),
  verdicts: async (db, problemId) => {
    const open = await listOpenEvidence(db, problemId, 'verdicts');
    return open.map(({ id, station, field }) => {
      const role = id.slice('verdicts.'.length);
      return { ...undated, id, kind: 'verdicts', asked: [role], station, field, params: {}, items: [id] };
    });
  },
  stakeholders,
  checklist,
  risk,
  steering,
};

async function passedDate(db: AnyDb, problemId: string): Promise<Ask[]> {
  const first = await findFirstDate(db, problemId);
  if (first === null) return [];
  const kind = 'requirements_dates';
  const ask = { id: kind, kind, asked: ['sme'], station: 'requirements', field: 'dates' } as const;
  return [
    { ...undated, ...ask, due: first, notBefore: daysAfter(first, 1), params: {}, items: ['requirements.dates'] },
  ];
}

async function stakeholders(db: AnyDb, problemId: string): Promise<Ask[]> {
  const kinds = {
    'stakeholders.named': 'stakeholders_named',
    'stakeholders.heard': 'stakeholders_heard',
    'stakeholders.questions': 'stakeholders_questions',
  } as const;
  const open = (await listStakeholderEvidence(db, problemId)).filter(({ isDone }) => !isDone);
  return open.map(({ id, station, field, params: { count } }) => {
    const kind = kinds[id];
    return { ...undated, id: kind, kind, asked: ['sme'], station, field, params: { count }, items: [id] };
  });
}

/** What has an owner or a day stands by itself; the rest of a role is one ask, so that a home stays calm. */
async function checklist(db: AnyDb, problemId: string): Promise<Ask[]> {
  const waiting = await listWaitingItems(db, problemId, 'g1');
  const station = 'requirements';
  if (waiting === null) {
    const begin = { id: 'checklist_begin', kind: 'checklist_begin', asked: ['sme'] } as const;
    return [{ ...undated, ...begin, station, field: 'checklist', params: {}, items: ['checklist.begun'] }];
  }
  const owners = waiting.flatMap(({ ownerId }) => ownerId ?? []);
  const here = new Set(await listReaders(db, { problemId, userIds: [...new Set(owners)] }));
  // An item of who has left waits for its role again.
  const asked = waiting.map((item) => ({
    ...item,
    ownerId: item.ownerId !== null && here.has(item.ownerId) ? item.ownerId : null,
  }));
  const groups = Map.groupBy(asked, ({ itemId, role, ...item }) =>
    isGiven(item) ? `checklist_item.${itemId}` : `checklist_items.${role}`,
  );
  return [...groups].flatMap(([id, items]) => {
    const [first] = items;
    if (!first) return [];
    const { itemId, role, title, dueDate: due, ownerId } = first;
    const kind = isGiven(first) ? 'checklist_item' : 'checklist_items';
    const params = { count: items.length, title };
    const own = { since: timeOfId(itemId), due, params, items: items.map((item) => `checklist.${item.itemId}`) };
    return [{ ...undated, id, kind, asked: [ownerId ?? role], station, field: itemId, ...own }];
  });
}

const isGiven = ({ ownerId, dueDate }: { ownerId: string | null; dueDate: string | null }): boolean =>
  ownerId !== null || dueDate !== null;

async function risk(db: AnyDb, problemId: string): Promise<Ask[]> {
  const open = (await listRiskEvidence(db, problemId)).filter(({ isDone }) => !isDone);
  const unsigned = open.filter(({ id }) => id === 'risk.signed');
  const unwritten = open.filter(({ id }) => id !== 'risk.signed');
  const asked = ['risk_manager'];
  return [
    { kind: 'risk' as const, open: unwritten },
    // There is something to sign once there is something written.
    { kind: 'risk_sign' as const, open: unwritten.length === 0 ? unsigned : [] },
  ].flatMap(({ kind, open: here }): Ask[] => {
    const [first] = here;
    if (!first) return [];
    const { station, field } = first;
    const items = open.map(({ id }) => id);
    return [{ ...undated, id: kind, kind, asked, station, field, params: { count: here.length }, items }];
  });
}

async function steering(db: AnyDb, problemId: string): Promise<Ask[]> {
  const open = await listOpenSteering(db, problemId);
  return open.map(({ threadId, anchor, station, text, openedAt, answeredAt }) => ({
    ...undated,
    id: `steering.${threadId}`,
    kind: answeredAt === null ? 'steering_answer' : 'steering_accept',
    asked: answeredAt === null ? ['others'] : ['sme'],
    since: answeredAt ?? openedAt,
    station,
    field: null,
    talk: [anchor.kind, anchor.id, ...(anchor.field === null ? [] : [anchor.field])].join(':'),
    params: { text },
    items: [`steering.${threadId}`],
  }));
}
