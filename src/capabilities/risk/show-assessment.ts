import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { showSnapshot } from '../decisions/index.ts';
import { listNames } from '../identity/index.ts';
import { assess } from './assess.ts';
import type { RiskAssessment, RiskSignature } from './assessment-contract.ts';
import { judgeEvidence } from './list-risk-evidence.ts';
import { nameDifferences } from './name-differences.ts';
import { getSignature, listSignatures } from './queries.ts';
import { sayClass } from './show-ai-act.ts';
import { sayDpia } from './show-dpia.ts';
import { sayStanding } from './show-register.ts';
import { composeSnapshot } from './snapshot-of-risk.ts';
import { riskTexts } from './texts.ts';
import { writeDay } from './write-money.ts';

/**
 * Where the assessment stands, and what changed since it was signed. What is shown is kept for a while, so that who signs
 * it can be told what others changed meanwhile.
 */
export async function showAssessment(ctx: Context, problemId: string): Promise<RiskAssessment> {
  const { db, locale } = ctx;
  const assessed = await assess(db, problemId);
  const content = composeSnapshot(assessed);
  const hash = await showSnapshot(ctx, { problemId, snapshot: content });
  const signatures = await listSignatures(db, problemId);
  const [last] = signatures;
  const names = await listNames(
    db,
    signatures.map(({ signedBy }) => signedBy),
    locale,
  );
  const isFresh = last?.hash === hash;
  const signed = last && !isFresh ? await getSignature(db, { problemId, number: last.number }) : null;
  const changes = signed ? nameDifferences(signed.content, content, locale) : [];
  const signing = last ? (isFresh ? 'fresh' : 'stale') : 'unsigned';
  return {
    class: assessed.classified.class,
    classSentence: sayClass(assessed.classified, locale),
    dpia: assessed.dpia.verdict,
    dpiaSentence: sayDpia(assessed.dpia, locale),
    standing: assessed.register.standing,
    standingSentence: sayStanding(assessed, locale),
    evidence: judgeEvidence(assessed, isFresh).map(({ id, isDone }) => {
      return { id, isDone, message: riskTexts[locale].gate[id] };
    }),
    hash,
    signing,
    signingSentence: saySigning(
      { signing, last, by: last && names.get(last.signedBy), changes: changes.length },
      locale,
    ),
    signatures: signatures.map((each) => ({ ...each, name: names.get(each.signedBy) ?? null })),
    changes,
  };
}

interface Signing {
  signing: RiskAssessment['signing'];
  last: RiskSignature | undefined;
  /** name of who signed */
  by: string | undefined;
  changes: number;
}

function saySigning({ signing, last, by, changes }: Signing, locale: Locale): string {
  const t = riskTexts[locale];
  if (!last || signing === 'unsigned') return t.signing.unsigned;
  const on = writeDay(new Date(last.at).toISOString(), locale);
  return t.signing[signing]({ by: by ?? t.somebody, on, changes });
}
