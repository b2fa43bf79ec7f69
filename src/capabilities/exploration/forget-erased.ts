import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { explorationDb } from './tables.ts';

/**
 * A version whose content is erased takes its charts along, in the same transaction: they hold values of it. What people
 * wrote of a finding stays.
 */
export async function forgetErasedCharts(db: AnyDb, events: readonly DomainEvent[]): Promise<void> {
  for (const { type, subject } of events) {
    if (type !== 'personal_data.dataset_version_erased') continue;
    await explorationDb(db).deleteFrom('data_chart').where('version_id', '=', subject.id).execute();
    await explorationDb(db)
      .updateTable('finding_drawing')
      .set({ chart: null, sentence: null })
      .where('version_id', '=', subject.id)
      .execute();
  }
}
