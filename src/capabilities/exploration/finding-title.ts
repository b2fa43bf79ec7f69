import type { Selectable } from 'kysely';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { ExplorationTables } from './tables.ts';

const longest = 300;

/** What a finding is called that nobody named: the sentence of its chart. */
export const titleFrom = (sentence: string): string => sentence.slice(0, longest).toWellFormed();

interface Titled {
  row: Pick<Selectable<ExplorationTables['finding']>, 'title'>;
  drawings: readonly Pick<Selectable<ExplorationTables['finding_drawing']>, 'sentence'>[];
}

/** A title that is the sentence of its chart is said in the language of who reads; what people wrote stays as it is. */
export function titleFor(locale: Locale, { row, drawings }: Titled): string {
  for (const { sentence } of drawings) {
    const said = sentence === null ? null : fromJson<Record<Locale, string>>(sentence);
    if (said && Object.values(said).some((each) => titleFrom(each) === row.title)) return titleFrom(said[locale]);
  }
  return row.title;
}
