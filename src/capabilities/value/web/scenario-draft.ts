import { listOf, textOf } from './draft-context.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';
import { type FigurePlace, figuresIn } from './figures-in.ts';

const outcomes = ['tp', 'fn', 'fp', 'tn'].map((outcome) => `values.${outcome}`);

/** What a scenario may change on the page: a figure, or a few that belong together. */
const changeable: readonly string[] = [
  'volumePerYear',
  'baseRate',
  ...outcomes,
  'overCostPerUnit',
  'underCostPerUnit',
  'tolerance',
  'targetSigma',
  'expected',
  'capacity',
  'runCostPerYear',
  'buildCost',
  'adoption',
  'timing',
];

const isThere = (draft: Draft, place: string): boolean => valueAt(draft, place) !== undefined;

/** Places of the base case that a scenario does not change yet. */
export function placesToChange(draft: Draft, index: number): string[] {
  const changes = changesAt(draft, index);
  return changeable.filter((place) => isThere(draft, place) && !isThere(changes, place));
}

export const placesChanged = (draft: Draft, index: number): string[] => {
  const changes = changesAt(draft, index);
  return changeable.filter((place) => isThere(changes, place));
};

export const changesAt = (draft: Draft, index: number): Draft =>
  (valueAt(draft, `scenarios.${index}.changes`) ?? {}) as Draft;

/** The figures of one changed place, as they stand in the changes. */
export const figuresChanged = (draft: Draft, index: number, place: string): FigurePlace[] =>
  figuresIn(changesAt(draft, index)).filter(({ path }) => path === place || path.startsWith(`${place}.`));

/** The draft with this place in the scenario, beginning as in the base case. */
export function withChange(draft: Draft, index: number, place: string): Draft {
  return withValueAt(draft, `scenarios.${index}.changes.${place}`, valueAt(draft, place));
}

/** Without a changed place; the scenario stays, even with nothing left that differs. */
export function withoutChange(draft: Draft, index: number, place: string): Draft {
  const without = withValueAt(draft, `scenarios.${index}.changes.${place}`, undefined);
  return isThere(without, `scenarios.${index}.changes`)
    ? without
    : withValueAt(without, `scenarios.${index}.changes`, {});
}

function merged(base: Draft, changes: Draft): Draft {
  const { scenarios: _, ...own } = base;
  const values = changes['values'];
  const isTable = Array.isArray(values) || values === undefined;
  const merge = { ...(own['values'] as object), ...(values as object) };
  return { ...own, ...changes, ...(isTable ? {} : { values: merge }) };
}

/** What makes one model from another, by figure; outcomes one at a time. */
function difference(from: Draft, to: Draft): Draft {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(to)) {
    if (isSame(value, from[key])) continue;
    if (key !== 'values' || Array.isArray(value)) changes[key] = value;
    else {
      const before = from['values'] as Draft;
      const own = Object.entries(value as Draft).filter(([outcome, amount]) => !isSame(amount, before[outcome]));
      changes['values'] = Object.fromEntries(own);
    }
  }
  return changes;
}

/**
 * Makes a scenario the base case. The former base case becomes a scenario in its place, and every other scenario keeps
 * its own figures.
 */
export function promoteScenario(draft: Draft, index: number, formerName: string): Draft {
  const scenarios = listOf(draft['scenarios']) as Draft[];
  const { scenarios: _, ...former } = draft;
  const base = merged(draft, changesAt(draft, index));
  const moved = scenarios.map((scenario, place) =>
    place === index
      ? { name: formerName, changes: difference(base, former) }
      : { ...scenario, changes: difference(base, merged(draft, changesAt(draft, place))) },
  );
  return { ...base, scenarios: moved };
}

export const scenarioNameAt = (draft: Draft, index: number, unnamed: (p: { number: number }) => string): string =>
  textOf(valueAt(draft, `scenarios.${index}.name`)) || unnamed({ number: index + 1 });
