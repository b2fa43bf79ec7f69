import type { ChecklistRole, editChecklistItem } from '../../src/capabilities/checklists/contract.ts';
import type { AnswerVerdict } from '../../src/capabilities/conversation/contract.ts';
import type { Terms } from '../../src/capabilities/decisions/contract.ts';
import type * as formulation from '../../src/capabilities/formulation/contract.ts';
import type { ProblemRole } from '../../src/capabilities/identity/contract.ts';
import type * as risk from '../../src/capabilities/risk/contract.ts';
import type { addStakeholder, recordHearing } from '../../src/capabilities/stakeholders/contract.ts';
import type { WrittenApproach, WrittenData } from './written-data.ts';
import type { WrittenRuns } from './written-runs.ts';
import type { ValueModel } from '../../src/capabilities/value/contract.ts';
import type { Endpoint, Request } from '../../src/platform/endpoint/define-endpoint.ts';

type Body<E extends Endpoint> = Request<E>['body'];

/** A problem as it is written down: everything that a builder takes to a running Peil, station by station. */
export interface WrittenExample {
  title: string;
  opportunity: formulation.OpportunityTexts;
  links: readonly Body<typeof formulation.addLink>[];
  files: readonly { title: string; text: string }[];
  people: readonly WrittenPerson[];
  objectives: readonly WrittenObjective[];
  accepted: WrittenDecision;
  translation: formulation.TranslationTexts;
  dataRequirements: readonly formulation.DataRequirementFields[];
  valueModel: ValueModel;
  weighed: WrittenWeighing;
  conversations: readonly WrittenConversation[];
  /** by the key of the item, without its role */
  checklist: Readonly<Record<string, WrittenItem>>;
  risk: WrittenRisk;
  /** absent: nobody has decided on machine learning yet */
  decided?: WrittenDecision;
  /** absent: nobody has looked at data yet */
  data?: WrittenData;
  /** absent: how it is made, and with what, is still open */
  approach?: WrittenApproach;
  /** absent: nothing was tried yet */
  runs?: WrittenRuns;
}

/** Somebody who has to do with the problem; nobody in an example has an account. */
export interface WrittenPerson extends Omit<Body<typeof addStakeholder>, 'userId' | 'name'> {
  name: string;
  hearings: readonly (Omit<Body<typeof recordHearing>, 'questions'> & { questions?: readonly WrittenQuestion[] })[];
}
export interface WrittenQuestion {
  text: string;
  /** absent: it is still open */
  answer?: string;
}

export interface WrittenObjective {
  text: string;
  keyResults: readonly WrittenKeyResult[];
}
export interface WrittenKeyResult extends Body<typeof formulation.createKeyResult> {
  verdicts: readonly Body<typeof formulation.giveVerdict>[];
  /** how the prediction moves it; absent: nobody has said */
  link?: Body<typeof formulation.linkKeyResult>;
}

export interface WrittenDecision {
  terms: Terms;
  people: readonly { name: string; role: ProblemRole; meaning: string }[];
}

export interface WrittenWeighing {
  text: string;
  alternatives: readonly formulation.AlternativeFields[];
  fit: Readonly<Partial<Record<formulation.FitQuestion, Body<typeof formulation.answerFitQuestion>>>>;
}

export interface WrittenConversation {
  /** `of` names the key result, risk or stakeholder; absent where the problem has one of them */
  on: { kind: 'opportunity' | 'value_model' | 'key_result' | 'risk' | 'alternative'; of?: string; field?: string };
  kind: 'remark' | 'steering';
  text: string;
  replies: readonly { text: string; verdict?: AnswerVerdict }[];
  isResolved: boolean;
}

export type WrittenItem = Body<typeof editChecklistItem>;
export type { ChecklistRole };

type Answers = Readonly<Record<string, { choice: string; reason: string }>>;
export interface WrittenRisk {
  aiAct: Answers;
  confirmed?: Body<typeof risk.confirmAiAct>;
  dpia: Answers;
  dpiaAdvice?: Body<typeof risk.writeDpia>;
  risks: readonly risk.RiskFields[];
  appetite?: Body<typeof risk.writeAppetite>;
  /** what a regulator asks and Peil cannot know */
  regulator: Readonly<Partial<Record<risk.RegulatorRow, Body<typeof risk.answerRegulator>>>>;
  /** what the signature stands for; absent: not signed yet */
  signed?: string;
}
