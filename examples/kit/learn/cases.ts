/** Cases to learn from or to judge: one column a field, in the order of the truth. */
export interface Cases {
  columns: Readonly<Record<string, Float64Array>>;
  /** 1 for what is to be foretold, else 0 */
  truth: Uint8Array;
}

/** What was learnt: how sure it is that a case is one of those, from 0 to 1. */
export interface Learnt {
  score: (cases: Cases) => Float64Array;
  /** everything that it is made of, to be kept as JSON */
  content: object;
}

export const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

export function pickCases({ columns, truth }: Cases, isPicked: (row: number) => boolean): Cases {
  const rows = Array.from(truth.keys()).filter(isPicked);
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, Float64Array.from(rows, (row) => column[row] ?? 0)]),
    ),
    truth: Uint8Array.from(rows, (row) => truth[row] ?? 0),
  };
}

/** The columns that are learnt from, in one order. */
export function columnsOf({ columns }: Cases, names: readonly string[]): Float64Array[] {
  return names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`there is no column ${name} to learn from`);
    return column;
  });
}
