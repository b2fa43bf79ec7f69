import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { assess, type Assessed } from './assess.ts';
import { type RegulatorList, type RegulatorRow, regulatorRows } from './regulator-contract.ts';
import { askedBy, regulatorTexts } from './regulator-texts.ts';
import { sayArticle } from './say-article.ts';
import { sayClass } from './show-ai-act.ts';
import { sayDpia } from './show-dpia.ts';
import { sayStanding } from './show-register.ts';
import { writeMoney } from './write-money.ts';

/** What is known of one row, and where it was written. */
export interface KnownFact {
  station: string;
  /** in the reader's language; empty: nothing is known */
  sentences: readonly string[];
}

/** What the capability that knows the problem says of the rows that this one cannot fill: rows left out are missing. */
export type KnownFacts = Partial<Readonly<Record<RegulatorRow, KnownFact>>>;

interface Known {
  sentences: readonly string[];
  station: string | null;
  /** what is known answers the whole row */
  isWhole: boolean;
}

export async function showRegulatorList(
  { db, locale }: { db: AnyDb; locale: Locale },
  { problemId, facts }: { problemId: string; facts: KnownFacts },
): Promise<RegulatorList> {
  const assessed = await assess(db, problemId);
  const t = regulatorTexts[locale];
  const rows = regulatorRows.map((row): RegulatorList['rows'][number] => {
    const { sentences, station, isWhole } = knownOf(row, { assessed, facts, locale });
    const { text, isNotApplicable } = assessed.parts.regulator.content.rows[row] ?? {
      text: '',
      isNotApplicable: false,
    };
    return {
      row,
      question: t.rows[row],
      askedBy: sayArticle(askedBy[row], locale),
      state: isNotApplicable ? 'not_applicable' : isWhole ? 'known' : text.trim() === '' ? 'missing' : 'written',
      known: [...sentences],
      station,
      text,
      isNotApplicable,
    };
  });
  const answered = rows.filter(({ state }) => state !== 'missing').length;
  return {
    version: assessed.parts.regulator.version,
    completeness: Math.floor((100 * answered) / rows.length),
    sentence: t.complete({ answered, all: rows.length }),
    rows,
  };
}

interface Asked {
  assessed: Assessed;
  facts: KnownFacts;
  locale: Locale;
}

function knownOf(row: RegulatorRow, { assessed, facts, locale }: Asked): Known {
  const told = facts[row]?.sentences ?? [];
  const ours = own[row]?.(assessed, locale) ?? [];
  const sentences = [...told, ...ours];
  const station = facts[row]?.station ?? (ours.length > 0 ? 'risk' : null);
  // Who it is takes both: what the problem knows, and the role under the Act.
  const isWhole = row === 'identity' ? told.length > 0 && ours.length > 0 : sentences.length > 0;
  return { sentences, station, isWhole };
}

type Say = (assessed: Assessed, locale: Locale) => string[];

/** What this assessment itself answers; the other rows come from the problem, or are written by hand. */
const own: Partial<Record<RegulatorRow, Say>> = {
  identity: ({ parts }, locale) => {
    const { role } = parts.ai_act.content;
    return role === null ? [] : [regulatorTexts[locale].role[role]];
  },
  riskClass: ({ classified }, locale) => (classified.leaf === null ? [] : [sayClass(classified, locale)]),
  appetite: ({ register: { appetite }, parts }, locale) => {
    if (!appetite) return [];
    const amount = writeMoney(appetite.amount, parts.appetite.content.currency, locale);
    return [regulatorTexts[locale].appetiteOf[appetite.from]({ amount })];
  },
  risks: sayRisks,
  personalData: ({ parts }, locale) => {
    const given = parts.dpia.content.answers['personal_data'];
    if (given?.choice !== 'no') return [];
    return [regulatorTexts[locale].noPersonalData({ reason: given.reason }).trim()];
  },
  eventLog: (_, locale) => [regulatorTexts[locale].eventLog],
  dpia: ({ dpia }, locale) => (dpia.verdict === 'unassessed' ? [] : [sayDpia(dpia, locale)]),
};

function sayRisks(assessed: Assessed, locale: Locale): string[] {
  const t = regulatorTexts[locale];
  const { risks, after } = assessed.register;
  const { noneSeen } = assessed.parts.appetite.content;
  if (risks.length === 0) return noneSeen.trim() === '' ? [] : [t.noneSeen({ why: noneSeen })];
  return after === null ? [] : [t.risksWritten({ count: risks.length }), sayStanding(assessed, locale)];
}
