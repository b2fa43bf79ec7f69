import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { EntryMark } from './catalogue-contract.ts';
import { listEntriesOf } from './catalogue-queries.ts';
import type { StoredRecord } from './record-queries.ts';
import { frameworkTexts } from './texts.ts';

/** What has happened to something that was chosen, or that the day has come until which the choice was open. */
export interface Alarm {
  /** empty: about the choice itself */
  entryKey: string;
  name: string;
  mark: Exclude<EntryMark, 'unchecked'> | 'review';
  /** the day it is about */
  day: string;
}

/** What there is to tell of the record that counts, the gravest mark of each entry. */
export async function findAlarms(db: AnyDb, record: StoredRecord, today: string): Promise<Alarm[]> {
  if (record.supersededBy !== null) return [];
  const { reviewDate } = record.content;
  const entries = await listEntriesOf(db, record.entryKeys, today);
  const alarms = entries.flatMap(({ key, name, marks, endOfSupport, asOf }): Alarm[] => {
    const mark = marks.find((each): each is Exclude<EntryMark, 'unchecked'> => each !== 'unchecked');
    if (!mark) return [];
    return [{ entryKey: key, name, mark, day: mark === 'stale' ? asOf : (endOfSupport ?? '') }];
  });
  if (reviewDate === null || reviewDate > today) return alarms;
  return [{ entryKey: '', name: '', mark: 'review', day: reviewDate }, ...alarms];
}

export function sayAlarm({ name, mark, day }: Alarm, locale: Locale): string {
  return frameworkTexts[locale].alarms[mark]({ names: name, day: sayDay(day, locale) });
}

function sayDay(day: string, locale: Locale): string {
  if (day === '') return '';
  const format = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(day));
}
