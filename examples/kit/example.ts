import type { WrittenExample } from './written-example.ts';

export const exampleNames = ['summer-ice', 'bird-strikes', 'late-flights'] as const;
export type ExampleName = (typeof exampleNames)[number];

/** One guided example: counts in its file, and writes down the problem as it stood on a day, year-month-day. */
export interface Example {
  name: ExampleName;
  write: (day: string) => Promise<WrittenExample>;
}
