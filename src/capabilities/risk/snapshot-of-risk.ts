import type { AnyDb } from '../../platform/db/database.ts';
import { assess, type Assessed } from './assess.ts';
import { nameOfPath } from './classify.ts';
import type { PartContents } from './part-contents.ts';
import type { Risk } from './register-contract.ts';

/**
 * The assessment as it is signed: what people wrote, and what follows from it exactly. No versions and no drawn bounds.
 * Answers off the way that was taken are left out: they bear on nothing.
 */
export async function snapshotOfRisk(db: AnyDb, problemId: string): Promise<Record<string, unknown>> {
  return composeSnapshot(await assess(db, problemId));
}

export function composeSnapshot({ parts, classified, dpia, register }: Assessed): Record<string, unknown> {
  const { role } = parts.ai_act.content;
  const { answers, remark, dpoAdvice } = parts.dpia.content;
  const { currency, noneSeen, acceptedBy, acceptedBecause, acceptedUpTo } = parts.appetite.content;
  return {
    stage: 'begin',
    aiAct: {
      class: classified.class,
      leaf: classified.leaf,
      path: classified.path.map(({ question, choice, reason }) => ({ id: question, choice, reason })),
      role,
      confirmation: currentConfirmation(parts.ai_act.content, nameOfPath(classified)),
    },
    dpia: { verdict: dpia.verdict, answers, remark, dpoAdvice },
    appetite: {
      currency,
      amount: register.appetite?.amount ?? null,
      from: register.appetite?.from ?? null,
      noneSeen,
      acceptedBy,
      acceptedBecause,
      acceptedUpTo,
    },
    risks: register.risks.map(signedPart),
    totals: { before: register.before?.likely ?? null, after: register.after?.likely ?? null },
    regulator: parts.regulator.content.rows,
  };
}

function signedPart({ position: _position, version: _version, missing: _missing, ...risk }: Risk) {
  return { ...risk, before: risk.before?.likely ?? null, after: risk.after?.likely ?? null };
}

/** Who confirmed the class, as long as the answers are those that were confirmed. */
export function currentConfirmation({ confirmation }: PartContents['ai_act'], path: string) {
  if (confirmation === null || confirmation.answers !== path) return null;
  const { name, remark, on } = confirmation;
  return { name, remark, on };
}
