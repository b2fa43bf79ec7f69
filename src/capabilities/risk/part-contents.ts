import type { Answers } from './tree-shape.ts';
import type { PartName } from './tables.ts';

/** What each part keeps, as people gave it: everything else is worked out from it. */
export interface PartContents extends Record<PartName, unknown> {
  ai_act: {
    answers: Answers;
    role: 'provider' | 'deployer' | 'both' | null;
    /** `answers`: the ones on the way that were confirmed, so that another answer does not keep the confirmation */
    confirmation: { name: string; remark: string; on: string; answers: string } | null;
  };
  dpia: { answers: Answers; remark: string; dpoAdvice: string };
  appetite: {
    currency: string;
    appetite: string | null;
    noneSeen: string;
    acceptedBy: string;
    acceptedBecause: string;
    /** what remained when it was accepted */
    acceptedUpTo: string | null;
  };
  regulator: { rows: Readonly<Record<string, { text: string; isNotApplicable: boolean }>> };
}

export const emptyParts: PartContents = {
  ai_act: { answers: {}, role: null, confirmation: null },
  dpia: { answers: {}, remark: '', dpoAdvice: '' },
  appetite: {
    currency: 'EUR',
    appetite: null,
    noneSeen: '',
    acceptedBy: '',
    acceptedBecause: '',
    acceptedUpTo: null,
  },
  regulator: { rows: {} },
};
