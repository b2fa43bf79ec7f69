import * as formulation from '../src/capabilities/formulation/contract.ts';
import { birdStrikes } from './bird-strikes/bird-strikes.ts';
import type { Ask } from './kit/ask.ts';
import { buildProblem } from './kit/build-problem.ts';
import type { Example, ExampleName } from './kit/example.ts';
import type { WrittenExample } from './kit/written-example.ts';
import { lateFlights } from './late-flights/late-flights.ts';
import { summerIce } from './summer-ice/summer-ice.ts';

/** The last one is the richest and the one to begin with: what was changed last stands first in a list. */
const examples: readonly Example[] = [summerIce, birdStrikes, lateFlights];

/** What a building has begun, so that one that was broken off is taken up again and not begun a second time. */
export interface Begun {
  /** year-month-day: the day on which the examples stand */
  day: string;
  /** the problem of each example */
  problems: Partial<Record<ExampleName, string>>;
}

export interface Progress {
  /** from 0 to 1, over all examples */
  share: number;
  step: 'counting' | ExampleName | 'done';
}

interface Building {
  ask: Ask;
  begun: Begun;
  only?: ExampleName;
  /** told before anything is written into a problem */
  onBegin?: (name: ExampleName, problemId: string) => void;
  report?: (progress: Progress) => void;
}

/** How much of the time each takes; what is left is the counting. */
const weights: Record<ExampleName, number> = { 'summer-ice': 0.15, 'bird-strikes': 0.25, 'late-flights': 0.55 };

/** Builds the guided examples in a running Peil, by the public API alone; answers the problem of each. */
export async function buildExamples(building: Building): Promise<Begun['problems']> {
  const { ask, begun, only, onBegin = () => undefined, report = () => undefined } = building;
  report({ share: 0, step: 'counting' });
  const problems = { ...begun.problems };
  const wanted = examples.filter(({ name }) => only === undefined || name === only);
  // Counting needs nothing of the server: all files at once, while the first problem is being written.
  const counted = wanted.map(({ write }) => write(begun.day));
  for (const each of counted) each.catch(() => undefined);
  let done = 1 - Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const [index, { name }] of wanted.entries()) {
    const written = (await counted[index]) as WrittenExample;
    const from = done;
    const tell = (share: number) => report({ share: from + share * weights[name], step: name });
    const problemId = await findOrBegin(ask, written, problems[name]);
    if (problemId !== null) {
      problems[name] = problemId;
      onBegin(name, problemId);
      await buildProblem({ ask, written, problemId, report: tell });
    }
    done += weights[name];
  }
  report({ share: 1, step: 'done' });
  return problems;
}

/** Null where the problem was begun before and is gone: somebody has deleted it, and does not want it back. */
async function findOrBegin(ask: Ask, { title }: WrittenExample, begunId?: string): Promise<string | null> {
  const { problems } = await ask(formulation.listProblems, { query: { sort: 'created', limit: 100 } });
  if (begunId !== undefined) return problems.some(({ id }) => id === begunId) ? begunId : null;
  const known = problems.find((each) => each.title === title);
  return known?.id ?? (await ask(formulation.createProblem, { body: { title } })).id;
}
