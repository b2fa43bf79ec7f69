import { tableErrors } from './errors.ts';

export interface RunColumn {
  /** as it was written: `metrics.auc` */
  name: string;
  entity: 'metric' | 'param' | 'tag';
  key: string;
}

const entities: Readonly<Record<string, RunColumn['entity']>> = { metrics: 'metric', params: 'param', tags: 'tag' };
const most = 100;

/** `metrics.auc`, `params.kind` or `tags.team`; null for anything else. */
export function readColumn(name: string): RunColumn | null {
  const dot = name.indexOf('.');
  const prefix = name.slice(0, Math.max(0, dot));
  const entity = Object.hasOwn(entities, prefix) ? entities[prefix] : undefined;
  const key = name.slice(dot + 1);
  return entity && key ? { name, entity, key } : null;
}

/** With commas between. Throws 400 for what is no column, and for more than a hundred. */
export function readColumns(text: string): RunColumn[] {
  const names = [...new Set(text.split(',').filter((name) => name !== ''))];
  if (names.length > most) throw tableErrors.tooManyColumns({ given: names.length, limit: most });
  return names.map((name) => {
    const column = readColumn(name);
    if (!column) throw tableErrors.badColumn({ given: name });
    return column;
  });
}
