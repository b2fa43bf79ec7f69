import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { assess, type Assessed } from './assess.ts';
import { riskErrors } from './errors.ts';
import type { Risk, RiskRegister } from './register-contract.ts';
import { riskTexts } from './texts.ts';
import { writeBoth, writeMoney } from './write-money.ts';

interface Reader {
  db: AnyDb;
  locale: Locale;
}

export async function showRegister({ db, locale }: Reader, problemId: string): Promise<RiskRegister> {
  const assessed = await assess(db, problemId);
  const { register, parts } = assessed;
  const { content, version } = parts.appetite;
  return {
    risks: register.risks,
    version,
    currency: content.currency,
    before: register.before,
    after: register.after,
    ownAppetite: content.appetite,
    appetite: register.appetite,
    standing: register.standing,
    sentence: sayStanding(assessed, locale),
    noneSeen: content.noneSeen,
    acceptance:
      content.acceptedBy === ''
        ? null
        : { by: content.acceptedBy, because: content.acceptedBecause, upTo: content.acceptedUpTo },
  };
}

/** Throws 404 where the problem has no such risk, or it was removed. */
export async function showRisk(
  { db, locale }: Reader,
  { problemId, riskId }: { problemId: string; riskId: string },
): Promise<Risk> {
  const { risks } = await showRegister({ db, locale }, problemId);
  const risk = risks.find((each) => each.id === riskId);
  if (!risk) throw riskErrors.notFound({ id: riskId });
  return risk;
}

/** Whether what remains is within the appetite, in the money of the register. */
export function sayStanding({ register, parts }: Assessed, locale: Locale): string {
  const t = riskTexts[locale].standing;
  const { currency, noneSeen, acceptedBy: by } = parts.appetite.content;
  const { standing, after, appetite } = register;
  if (standing === 'empty') return noneSeen.trim() === '' ? t.empty : t.none_seen;
  if (standing === 'incomplete' || after === null) return t.incomplete;
  if (standing === 'accepted') return t.accepted({ remains: writeMoney(after.likely, currency, locale), by });
  if (standing === 'no_appetite' || appetite === null)
    return t.no_appetite({ remains: writeMoney(after.likely, currency, locale) });
  const [remains, most] = writeBoth([after.likely, appetite.amount], currency, locale);
  return t[standing]({ remains, appetite: most });
}
