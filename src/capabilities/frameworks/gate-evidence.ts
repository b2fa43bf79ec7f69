import type { AnyDb } from '../../platform/db/database.ts';
import type { EvidenceItem, GateOwner } from '../formulation/index.ts';
import { listApproaches } from './approach-queries.ts';
import { findAlarms } from './find-alarms.ts';
import { findLastRecord } from './record-queries.ts';
import { findSelection, weigh } from './selection-queries.ts';
import { frameworkTexts } from './texts.ts';

type AskedKey = keyof (typeof frameworkTexts)['en']['gate'];

/** Which part of the evidence each item belongs to: a policy asks parts, or single items. */
const partOf: Record<AskedKey, 'approaches' | 'framework'> = {
  approaches: 'approaches',
  votes: 'approaches',
  knockOuts: 'framework',
  record: 'framework',
  current: 'framework',
  alive: 'framework',
  fresh: 'framework',
  review: 'framework',
  confirmation: 'framework',
};

const other = ['baseline_rule', 'buy'];

/** What gate G3 asks of approach and framework. An open end is an outcome too, until its day. */
async function listEvidence(db: AnyDb, problemId: string, { today }: { today: string }): Promise<EvidenceItem[]> {
  const approaches = await listApproaches(db, problemId);
  const { draft, version } = await findSelection(db, problemId);
  const { weighed } = await weigh(db, draft, today);
  const record = await findLastRecord(db, problemId);
  const alarms = record ? await findAlarms(db, record, today) : [];
  const roles = new Set(approaches.flatMap(({ votes }) => votes.map(({ role }) => role)));
  const fell = new Set(weighed.scores.filter(({ isOut }) => isOut).map(({ candidateId }) => candidateId));
  const hasMark = (...marks: string[]) => alarms.some(({ mark }) => marks.includes(mark));
  const asked: [AskedKey, boolean][] = [
    ['approaches', approaches.length >= 2 && approaches.some(({ kind }) => other.includes(kind))],
    ['votes', roles.size >= 2],
    ['knockOuts', weighed.knockOuts.every(({ candidateId, verdict }) => verdict === 'fails' || fell.has(candidateId))],
    ['record', record !== null],
  ];
  const ofRecord: [AskedKey, boolean][] = record
    ? [
        ['current', record.selectionVersion === version],
        ['alive', !hasMark('retired', 'ended')],
        ['fresh', !hasMark('stale')],
        ['review', !hasMark('review')],
        ['confirmation', record.content.outcome === 'open' || record.content.confirmation.trim() !== ''],
      ]
    : [];
  return [...asked, ...ofRecord].map(([key, isDone]) => ({
    id: `${partOf[key]}.${key === 'approaches' ? 'weighed' : key}`,
    station: 'approach',
    field: key,
    isDone,
    say: (locale) => frameworkTexts[locale].gate[key],
  }));
}

/** Approaches, selection and the record that counts, as they are signed: ids and words, no names of people. */
async function snapshot(db: AnyDb, problemId: string): Promise<unknown> {
  const approaches = await listApproaches(db, problemId);
  const { draft } = await findSelection(db, problemId);
  const record = await findLastRecord(db, problemId);
  return {
    approaches: approaches.map(({ id, kind, title, idea, pros, cons, votes }) => ({
      id,
      kind,
      title,
      idea,
      pros,
      cons,
      votes: votes.map(({ userId, role, choice, reason }) => ({ userId, role, choice, reason })),
    })),
    selection: draft,
    record: record && { number: record.number, hash: record.hash, content: record.content },
  };
}

/** The evidence of gate G3, for whoever keeps the gates: handed to formulation at the composition root. */
export const frameworksGateOwner: GateOwner = {
  /** key of what is signed, in the snapshot */
  name: 'framework',
  gate: 'g3',
  parts: ['approaches', 'framework'],
  /** areas of events after which the evidence may be another */
  areas: ['approach', 'framework', 'framework_selection', 'framework_record'],
  listEvidence,
  snapshot,
};
