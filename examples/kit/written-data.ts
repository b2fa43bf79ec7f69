import type { Rule } from '../../src/capabilities/contracts/contract.ts';
import type { addSource, Dataset, declareSplit } from '../../src/capabilities/datasets/contract.ts';
import type { addNote, answerFinding, keepFinding } from '../../src/capabilities/exploration/contract.ts';
import type * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { createApproach, Draft, recordOutcome, VoteChoice } from '../../src/capabilities/frameworks/contract.ts';
import type { ProblemRole } from '../../src/capabilities/identity/contract.ts';
import type { CheckId, ExpertAnswer, PlanContent } from '../../src/capabilities/sufficiency/contract.ts';
import type { Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';
import type { WrittenDecision } from './written-example.ts';

type Body<E extends Endpoint> = Request<E>['body'];

/** The data of a problem, from where it could come from to the decision that it is enough: what stands at gate G2. */
export interface WrittenData {
  sources: readonly WrittenSource[];
  dataset: Pick<Dataset, 'name' | 'description'> & { note: string; source: string; file: WrittenFile };
  split: Body<typeof declareSplit>;
  contract: { rules: readonly Rule[]; note: string };
  notes: readonly WrittenNote[];
  findings: readonly WrittenFinding[];
  /** one for each data requirement */
  plans: readonly WrittenPlan[];
  metrics: readonly (Body<typeof formulation.linkMetric> & { keyResult: string })[];
  /** why figures that were measured do not take the place of those in the value model */
  leftFigures: string;
  /** by what the conditions that hold G2 back are met */
  met: string;
  decided: WrittenDecision;
}

/** Taken out when it is needed: it is large. */
export interface WrittenFile {
  name: string;
  takeOut: () => Promise<Uint8Array<ArrayBuffer>>;
}

export interface WrittenSource extends Omit<Body<typeof addSource>, 'answers'> {
  /** data requirements by what they ask */
  answers: readonly string[];
  identified: Readonly<Record<'data_engineer' | 'sme', string>>;
  judged: { state: 'chosen' | 'rejected'; reason: string };
}

type Place = Body<typeof addNote>['place'];
export interface WrittenNote {
  on: { kind: 'source'; title: string } | WithoutDataset<Extract<Place, { kind: 'column' | 'value' }>>;
  text: string;
}
type WithoutDataset<P> = P extends unknown ? Omit<P, 'datasetId'> : never;

export interface WrittenFinding extends Pick<Body<typeof keepFinding>, 'spec' | 'remark'> {
  title: string;
  answer: Pick<Body<typeof answerFinding>, 'kind' | 'text'>;
}

export interface WrittenPlan {
  /** the data requirement, by what it asks */
  of: string;
  /** as it was tried, one after the other; the last one counts */
  tries: readonly Omit<PlanContent, 'datasetId'>[];
  /** what the expert says where a check asks; of the last try */
  answers: Readonly<Partial<Record<CheckId, { answer: ExpertAnswer; reason: string }>>>;
}

/** What the model is made of, and with: what stands at gate G3. */
export interface WrittenApproach {
  approaches: readonly (Body<typeof createApproach> & { vote?: WrittenVote })[];
  /** its candidates name the approach that they carry out by its title */
  selection: Draft;
  /** candidates by id */
  outcome: Omit<Body<typeof recordOutcome>, 'selectionVersion'>;
  decided: WrittenDecision;
}
interface WrittenVote {
  role: ProblemRole;
  choice: VoteChoice;
  reason: string;
}
