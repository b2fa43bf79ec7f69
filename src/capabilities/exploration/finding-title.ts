import type { Selectable } from 'kysely';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { ExplorationTables } from './tables.ts';

const longest = 300;

/** What a finding is called that nobody named: the sentence of its chart. */
export const titleFrom = (sentence: string): string => sentence.slice(0, longest).toWellFormed();

interface Titled {
  row: Pick<Selectable<ExplorationTables['finding']>, 'title'>;
  /** the newest version of the data first */
  drawings: readonly Pick<Selectable<ExplorationTables['finding_drawing']>, 'sentence'>[];
}

/**
 * A title that is the sentence of a chart says what the newest one shows, in the language of who reads; what people wrote
 * stays as it is.
 */
export function titleFor(locale: Locale, { row, drawings }: Titled): string {
  const said = drawings.flatMap(({ sentence }) =>
    sentence === null ? [] : [fromJson<Record<Locale, string>>(sentence)],
  );
  const isSaid = said.some((each) => Object.values(each).some((one) => titleFrom(one) === row.title));
  const [newest] = said;
  return isSaid && newest ? titleFrom(newest[locale]) : row.title;
}
