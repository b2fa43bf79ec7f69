import { factChoices } from '../contract.ts';

/** What stands in the address of the page: which runs, and how they are judged. */
export interface ComparedChoice {
  /** ids with commas between; absent: those of the search */
  runs?: string;
  filter?: string;
  experimentId?: string;
  view?: 'active' | 'deleted' | 'all';
  facts?: (typeof factChoices)[number];
  groupBy?: string;
  group?: string;
  by?: string;
  /** key of the protocol under which they were evaluated */
  protocol?: string;
  better?: 'low' | 'high';
  variants?: 'apart' | 'together';
}

/** What is undefined is chosen no more. */
export type ComparedChange = { [Name in keyof ComparedChoice]?: ComparedChoice[Name] | undefined };

const texts = ['runs', 'filter', 'experimentId', 'groupBy', 'group', 'by', 'protocol'] as const;
const words = {
  view: ['active', 'deleted', 'all'],
  facts: factChoices,
  better: ['low', 'high'],
  variants: ['apart', 'together'],
} as const;

/** Of an address anybody may have typed: what is no choice is left out. */
export function readComparedChoice(search: Record<string, unknown>): ComparedChoice {
  const found: Record<string, string> = {};
  for (const name of texts) {
    const value = search[name];
    // What looks like a number comes as one.
    if (typeof value === 'string' || typeof value === 'number') found[name] = String(value);
  }
  for (const [name, allowed] of Object.entries(words)) {
    const value = allowed.find((each) => each === search[name]);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
