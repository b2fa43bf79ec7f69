import { fromJson, toJson } from '../../platform/json.ts';
import type { DeliveryRow } from './tables.ts';

type Told = Pick<DeliveryRow, 'event_id' | 'type' | 'at' | 'subject_kind' | 'subject_id' | 'problem_id' | 'data'>;

export const cloudEventType = 'application/cloudevents+json; charset=utf-8';

/** The event as CloudEvents 1.0 says it, in JSON: what the audit trail holds, and no more. */
export function cloudEventOf(row: Told, publicUrl: string | null): string {
  return toJson({
    specversion: '1.0',
    id: row.event_id,
    source: publicUrl ?? 'urn:peil',
    type: `peil.${row.type}`,
    time: new Date(row.at).toISOString(),
    subject: `${row.subject_kind}/${row.subject_id}`,
    datacontenttype: 'application/json',
    ...(row.problem_id === null ? {} : { problemid: row.problem_id }),
    data: fromJson<unknown>(row.data),
  });
}
