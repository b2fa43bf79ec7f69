import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { findDifferences, hashSnapshot } from '../decisions/index.ts';
import { listNames } from '../identity/index.ts';
import { assess } from './assess.ts';
import type { RiskAssessment, RiskSignature } from './assessment-contract.ts';
import { judgeEvidence } from './list-risk-evidence.ts';
import { nameOfPlace } from './name-of-place.ts';
import { getSignature, listSignatures } from './queries.ts';
import { sayClass } from './show-ai-act.ts';
import { sayDpia } from './show-dpia.ts';
import { sayStanding } from './show-register.ts';
import { composeSnapshot } from './snapshot-of-risk.ts';
import { riskTexts } from './texts.ts';
import { writeDay } from './write-money.ts';

interface Reader {
  db: AnyDb;
  locale: Locale;
}

/** Where the assessment stands, and what changed since it was signed. */
export async function showAssessment({ db, locale }: Reader, problemId: string): Promise<RiskAssessment> {
  const assessed = await assess(db, problemId);
  const content = composeSnapshot(assessed);
  const { hash } = hashSnapshot(content);
  const signatures = await listSignatures(db, problemId);
  const [last] = signatures;
  const names = await listNames(
    db,
    signatures.map(({ signedBy }) => signedBy),
  );
  const isFresh = last?.hash === hash;
  const changes = last && !isFresh ? await listChanges({ db, locale }, { problemId, last, content }) : [];
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

async function listChanges(
  { db, locale }: Reader,
  { problemId, last, content }: { problemId: string; last: RiskSignature; content: Record<string, unknown> },
): Promise<RiskAssessment['changes']> {
  const signed = (await getSignature(db, { problemId, number: last.number })).content;
  return findDifferences(signed, content).map((difference) => ({
    ...difference,
    place: nameOfPlace(difference.path, { contents: [content, signed], locale }),
  }));
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
