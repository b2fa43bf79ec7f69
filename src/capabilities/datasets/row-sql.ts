import type { ReadyVersion } from './ready-version.ts';
import { datasetErrors } from './errors.ts';
import type { Column } from './shared-contract.ts';

/** A name as SQL takes it, whatever is in it. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Throws 422 for a column that the version does not have, with those it has. */
export function columnOf({ columns }: Pick<ReadyVersion, 'columns'>, name: string): Column {
  const column = columns.find((each) => each.name === name);
  if (!column) throw datasetErrors.unknownColumn({ column: name, columns: columns.map((each) => each.name) });
  return column;
}

/** Collects what goes into a query as parameters; `$1` is the list of files. */
export class SqlParams {
  readonly values: (string | number)[] = [];

  add(value: string | number): string {
    this.values.push(value);
    return `$${this.values.length + 1}`;
  }
}
