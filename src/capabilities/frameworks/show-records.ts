import type { Context } from '../../platform/context/context.ts';
import { today } from './days.ts';
import { findAlarms, sayAlarm } from './find-alarms.ts';
import type { FrameworkRecord } from './record-contract.ts';
import { getRecord, listRecords, type StoredRecord } from './record-queries.ts';

export async function showRecords(ctx: Context, problemId: string): Promise<{ records: FrameworkRecord[] }> {
  const records: FrameworkRecord[] = [];
  for (const record of await listRecords(ctx.db, problemId)) records.push(await withAlarms(ctx, record));
  return { records };
}

export async function showRecord(ctx: Context, place: { problemId: string; number: number }): Promise<FrameworkRecord> {
  return withAlarms(ctx, await getRecord(ctx.db, place));
}

async function withAlarms(ctx: Context, stored: StoredRecord): Promise<FrameworkRecord> {
  const { selectionVersion: _version, problemId: _problem, ...record } = stored;
  const alarms = await findAlarms(ctx.db, stored, today(ctx.clock));
  return {
    ...record,
    alarms: alarms.map((alarm) => ({
      entryKey: alarm.entryKey,
      name: alarm.name,
      mark: alarm.mark,
      sentence: sayAlarm(alarm, ctx.locale),
    })),
  };
}
