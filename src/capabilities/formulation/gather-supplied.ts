import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { checklistGateTexts, listChecklistEvidence, snapshotOfChecklist } from '../checklists/index.ts';
import { conversationGateTexts, listSteeringEvidence, snapshotOfConversation } from '../conversation/index.ts';
import { findRiskClass, listRiskEvidence, riskGateTexts, snapshotOfRisk } from '../risk/index.ts';
import { listStakeholderEvidence, snapshotOfStakeholders, stakeholderGateTexts } from '../stakeholders/index.ts';
import type { Known } from './anchor-namers.ts';
import {
  type AskedItem,
  listAlternativesEvidence,
  listDataEvidence,
  listTranslationEvidence,
  listVerdictsEvidence,
} from './formulation-evidence.ts';
import { formulationGateTexts } from './formulation-gate-texts.ts';
import {
  snapshotOfAlternatives,
  snapshotOfAttachments,
  snapshotOfDataRequirements,
  snapshotOfTranslation,
  snapshotOfVerdicts,
} from './formulation-snapshots.ts';
import type { Gate } from './gate-contract.ts';
import { listMeasuredEvidence, snapshotOfMeasured } from './measured-figures.ts';
import { listMetricEvidence, snapshotOfMetrics } from './metric-links.ts';
import { nameAnchors, type NamedIn, sayPlace } from './name-anchors.ts';
import type { EvidenceItem } from './gate-rules.ts';

/** What stands beside the heart of the evidence, here and in other capabilities: what is asked, and what was written, as it is signed. */
export interface Supplied {
  stakeholders: EvidenceItem[];
  steering: EvidenceItem[];
  checklist: EvidenceItem[];
  risk: EvidenceItem[];
  /** translation, data, alternatives, verdicts */
  own: EvidenceItem[];
  /** what G2 asks of formulation itself: metrics, and figures that were measured */
  withData: EvidenceItem[];
  riskClass: Gate['riskClass'];
  written: Readonly<Record<SuppliedPart, unknown>>;
  writtenWithData: WithData;
}

export type SuppliedPart =
  | 'stakeholders'
  | 'steering'
  | 'checklist'
  | 'risk'
  | 'attachments'
  | 'translation'
  | 'dataRequirements'
  | 'weighed'
  | 'verdicts';

/** What is written with the data in hand; signed from G2 on, so that levels of before stay what they were. */
export type WithData = Readonly<Record<'measured' | 'metrics', unknown>>;

/** One query after another: within a transaction there is one connection. */
export async function gatherSupplied(
  known: Known,
  db: AnyDb,
  { problemId, today }: { problemId: string; today: string },
): Promise<Supplied> {
  const stakeholders = await listStakeholderEvidence(db, problemId);
  const steering = await listSteeringEvidence(db, problemId, { today });
  const checklist = await listChecklistEvidence(db, problemId, { gate: 'g1' });
  const risk = await listRiskEvidence(db, problemId, { today });
  const own = [
    ...(await listTranslationEvidence(db, problemId)),
    ...(await listDataEvidence(db, problemId)),
    ...(await listAlternativesEvidence(db, problemId)),
    ...(await listVerdictsEvidence(db, problemId)),
  ];
  return {
    own: own.map(({ text, params, ...item }) => ({ ...item, say: (locale) => sayOwn({ text, params }, locale) })),
    stakeholders: stakeholders.map(({ params, ...item }) => ({
      ...item,
      say: (locale) => stakeholderGateTexts[locale][item.id](params),
    })),
    steering: await sayWhere({ events: known.events, db }, problemId, steering),
    checklist: checklist.map(({ params, text, ...item }) => ({
      ...item,
      say: (locale) => checklistGateTexts[locale][text](params),
    })),
    risk: risk.map((item) => ({ ...item, say: (locale) => riskGateTexts[locale][item.id] })),
    withData: [...(await listMeasuredEvidence(db, problemId)), ...(await listMetricEvidence(db, problemId))],
    writtenWithData: {
      measured: await snapshotOfMeasured(db, problemId),
      metrics: await snapshotOfMetrics(db, problemId),
    },
    riskClass: await findRiskClass(db, problemId),
    written: {
      stakeholders: await snapshotOfStakeholders(db, problemId),
      ...(await snapshotOfConversation(db, problemId)),
      checklist: await snapshotOfChecklist(db, problemId),
      risk: await snapshotOfRisk(db, problemId),
      attachments: await snapshotOfAttachments(db, problemId),
      translation: await snapshotOfTranslation(db, problemId),
      dataRequirements: await snapshotOfDataRequirements(db, problemId),
      weighed: await snapshotOfAlternatives(db, problemId),
      verdicts: await snapshotOfVerdicts(db, problemId),
    },
  };
}

/** Steering remarks, each with what it is about. */
async function sayWhere(
  known: NamedIn,
  problemId: string,
  steering: Awaited<ReturnType<typeof listSteeringEvidence>>,
): Promise<EvidenceItem[]> {
  const placed = steering.map(({ anchor }) => ({ problemId, anchor }));
  const names = { en: await nameAnchors(known, placed, 'en'), nl: await nameAnchors(known, placed, 'nl') };
  return steering.map(({ params, text, anchor: _, ...item }, at) => ({
    ...item,
    say: (locale) => {
      const name = names[locale][at];
      return conversationGateTexts[locale][text]({ ...params, place: name ? sayPlace(name) : '' });
    },
  }));
}

function sayOwn(
  { text, params }: Pick<AskedItem, 'text'> & { params: AskedItem['params'] | undefined },
  locale: Locale,
): string {
  const sentence = formulationGateTexts[locale][text];
  return typeof sentence === 'string' ? sentence : sentence(params ?? { metric: '' });
}
