import { fromJson, toJson } from '../../platform/json.ts';
import type { DeliveryRow, WebhookRow } from './tables.ts';
import { withoutWords } from './without-words.ts';

type Told = Pick<DeliveryRow, 'event_id' | 'type' | 'at' | 'subject_kind' | 'subject_id' | 'problem_id' | 'data'>;

export const cloudEventType = 'application/cloudevents+json; charset=utf-8';

/** The event as CloudEvents 1.0 says it, in JSON; what people wrote only where the webhook says so when it is sent. */
export function cloudEventOf(
  row: Told,
  { publicUrl, includes_words }: Pick<WebhookRow, 'includes_words'> & { publicUrl: string | null },
): string {
  const data = fromJson<Record<string, unknown>>(row.data);
  return toJson({
    specversion: '1.0',
    id: row.event_id,
    source: publicUrl ?? 'urn:peil',
    type: `peil.${row.type}`,
    time: new Date(row.at).toISOString(),
    subject: `${row.subject_kind}/${row.subject_id}`,
    datacontenttype: 'application/json',
    ...(row.problem_id === null ? {} : { problemid: row.problem_id }),
    data: includes_words === 1 ? data : withoutWords(data),
  });
}
