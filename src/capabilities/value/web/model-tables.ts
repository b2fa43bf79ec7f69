import { listOf } from './draft-context.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';

/** Each has a row for every kind of case and a column for every decision; any may be absent. */
const tables = ['values', 'today.rates', 'expected.rates'] as const;

type Rows = readonly unknown[];

function withTables(draft: Draft, change: (rows: Rows) => Rows): Draft {
  const there = tables.filter((path) => Array.isArray(valueAt(draft, path)));
  return there.reduce((made, path) => withValueAt(made, path, change(listOf(valueAt(made, path)))), draft);
}

/** A kind of case goes with its row in every table: the rows after it keep their own names. */
export function withoutClass(draft: Draft, index: number): Draft {
  const without = withValueAt(draft, 'classes', listOf(draft['classes']).toSpliced(index, 1));
  return withMixes(
    withTables(without, (rows) => rows.toSpliced(index, 1)),
    index,
  );
}

/** A segment with a mix of its own has a share of every kind of case. */
function withMixes(draft: Draft, index: number): Draft {
  return listOf(draft['segments']).reduce<Draft>((made, _, at) => {
    const path = `segments.${at}.classShares`;
    const shares = valueAt(made, path);
    return Array.isArray(shares) ? withValueAt(made, path, listOf(shares).toSpliced(index, 1)) : made;
  }, draft);
}

/** A decision goes with its column in every table, and is no longer what happens when nobody decides. */
export function withoutDecision(draft: Draft, index: number): Draft {
  const decisions = listOf(draft['decisions']);
  const without = withValueAt(draft, 'decisions', decisions.toSpliced(index, 1));
  const isDefault = decisions[index] === draft['defaultDecision'];
  return withTables(isDefault ? withValueAt(without, 'defaultDecision', undefined) : without, (rows) =>
    rows.map((row) => (Array.isArray(row) ? listOf(row).toSpliced(index, 1) : row)),
  );
}

/** What happens when nobody decides is known by its name, so it gets the new name too. */
export function withDecisionNamed(draft: Draft, index: number, name: string | undefined): Draft {
  const before = valueAt(draft, `decisions.${index}`);
  const named = withValueAt(draft, `decisions.${index}`, name);
  const isDefault = before !== undefined && before === draft['defaultDecision'];
  return isDefault ? withValueAt(named, 'defaultDecision', name) : named;
}
