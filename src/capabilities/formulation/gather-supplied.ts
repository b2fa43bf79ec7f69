import type { AnyDb } from '../../platform/db/database.ts';
import { checklistGateTexts, listChecklistEvidence, snapshotOfChecklist } from '../checklists/index.ts';
import { conversationGateTexts, listSteeringEvidence, snapshotOfConversation } from '../conversation/index.ts';
import { findRiskClass, listRiskEvidence, riskGateTexts, snapshotOfRisk } from '../risk/index.ts';
import { listStakeholderEvidence, snapshotOfStakeholders, stakeholderGateTexts } from '../stakeholders/index.ts';
import type { Gate } from './gate-contract.ts';
import type { EvidenceItem } from './gate-rules.ts';

/** What other capabilities bring to a gate: what they ask, and what was written there, as it is signed. */
export interface Supplied {
  stakeholders: EvidenceItem[];
  steering: EvidenceItem[];
  checklist: EvidenceItem[];
  risk: EvidenceItem[];
  riskClass: Gate['riskClass'];
  written: { stakeholders: unknown; steering: unknown; checklist: unknown; risk: unknown };
}

/** One query after another: within a transaction there is one connection. */
export async function gatherSupplied(db: AnyDb, problemId: string, today: string): Promise<Supplied> {
  const stakeholders = await listStakeholderEvidence(db, problemId);
  const steering = await listSteeringEvidence(db, problemId, { today });
  const checklist = await listChecklistEvidence(db, problemId, { gate: 'g1' });
  const risk = await listRiskEvidence(db, problemId, { today });
  return {
    stakeholders: stakeholders.map(({ params, ...item }) => ({
      ...item,
      say: (locale) => stakeholderGateTexts[locale][item.id](params),
    })),
    steering: steering.map(({ params, text, ...item }) => ({
      ...item,
      say: (locale) => conversationGateTexts[locale][text](params),
    })),
    checklist: checklist.map(({ params, text, ...item }) => ({
      ...item,
      say: (locale) => checklistGateTexts[locale][text](params),
    })),
    risk: risk.map((item) => ({ ...item, say: (locale) => riskGateTexts[locale][item.id] })),
    riskClass: await findRiskClass(db, problemId),
    written: {
      stakeholders: await snapshotOfStakeholders(db, problemId),
      ...(await snapshotOfConversation(db, problemId)),
      checklist: await snapshotOfChecklist(db, problemId),
      risk: await snapshotOfRisk(db, problemId),
    },
  };
}
