import type { RecordOutcome } from '../contract.ts';

/** What the architect is writing: lists as text, a line each. */
export interface OutcomeDraft {
  outcome: RecordOutcome;
  candidateIds: string[];
  reviewDate: string;
  title: string;
  context: string;
  because: string;
  drivers: string;
  good: string;
  bad: string;
  confirmation: string;
  revisit: string;
  consulted: string;
  informed: string;
  requirements: { id: string; text: string }[];
}

export const emptyOutcome: OutcomeDraft = {
  outcome: 'chosen',
  candidateIds: [],
  reviewDate: '',
  title: '',
  context: '',
  because: '',
  drivers: '',
  good: '',
  bad: '',
  confirmation: '',
  revisit: '',
  consulted: '',
  informed: '',
  requirements: [],
};

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
