import type { NotAssessed } from '../verdict-contract.ts';
import type { Column } from './column-class.ts';

/** Rows to judge, as a relation of SQL. */
export interface Relation {
  columns: readonly Column[];
  /** stands after FROM */
  from: string;
}

/** Thrown while planning: the rule cannot be judged of this data. */
export class NotAssessable extends Error {
  readonly reason: NotAssessed;
  constructor(code: NotAssessed['code'], { column = null, detail = null }: Partial<NotAssessed> = {}) {
    super(code);
    this.reason = { code, column, detail };
  }
}

export function columnOf(relation: Relation, name: string, code: NotAssessed['code'] = 'column_missing'): Column {
  const found = relation.columns.find((column) => column.name === name);
  if (!found) throw new NotAssessable(code, { column: name });
  return found;
}
