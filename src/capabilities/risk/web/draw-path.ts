import type { AiActAssessment, RiskClass } from '../contract.ts';

export interface DrawnQuestion {
  id: string;
  /** its place in the law, short */
  label: string;
  state: 'answered' | 'open' | 'aside';
  /** the class at the end of its branch; null where it has none */
  leaf: RiskClass | null;
  /** the way ends at this branch */
  isBranchTaken: boolean;
  /** the way goes on below it */
  goesOn: boolean;
}

/** The class that a branch ends in; at the end of the trunk it is minimal. */
const branches: Readonly<Record<string, RiskClass>> = {
  system: 'minimal',
  practice: 'prohibited',
  product: 'high',
  profiling: 'high',
  exemption: 'high',
  transparency: 'limited',
};

/** What the picture of the tree shows: the drawing decides nothing. */
export function drawPath(data: Pick<AiActAssessment, 'questions' | 'path' | 'openQuestion' | 'leaf'>): {
  questions: DrawnQuestion[];
  end: { leaf: RiskClass; isTaken: boolean };
} {
  const order = data.questions.map(({ id }) => id);
  const answered = data.path.map(({ question }) => question);
  const last = answered.at(-1);
  const isAtEnd = data.leaf === 'none_of_all';
  const reached = Math.max(-1, ...[...answered, data.openQuestion ?? ''].map((id) => order.indexOf(id)));
  return {
    questions: data.questions.map(({ id, article }, index) => ({
      id,
      label: article,
      state: answered.includes(id) ? 'answered' : id === data.openQuestion ? 'open' : 'aside',
      leaf: branches[id] ?? null,
      isBranchTaken: data.leaf !== null && !isAtEnd && id === last,
      goesOn: index < reached || (isAtEnd && id === last),
    })),
    end: { leaf: 'minimal', isTaken: isAtEnd },
  };
}
