import { oneLine } from '../one-line.ts';
import type { KeyValue } from './source.ts';

/** Long values are kept as far as they fit, as MLflow itself does; a NUL no database keeps. */
const cut = (text: string, limit: number): string => text.replaceAll('\0', '').slice(0, limit).toWellFormed();

/** Names are one line here. */
export const asName = (text: string): string => cut(oneLine(text), 250).trim();

export const asParams = (params: readonly KeyValue[]): KeyValue[] =>
  params.map(({ key, value }) => ({ key, value: cut(value, 6000) }));

export const asTags = (tags: readonly KeyValue[], limit = 8000): KeyValue[] =>
  tags.map(({ key, value }) => ({ key, value: cut(value, limit) }));
