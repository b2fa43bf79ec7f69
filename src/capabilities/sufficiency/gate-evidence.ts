import type { Services } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { listSourcesOf } from '../datasets/index.ts';
import type { EvidenceItem, GateOwner } from '../formulation/index.ts';
import { countUnanswered, type JudgedRequirement, listJudged, overallOf } from './judged-queries.ts';
import type { PlanContent } from './plan-contract.ts';
import { weightOf } from './roll-up.ts';
import { sufficiencyTexts } from './texts.ts';

/** What people found in the data together, and what the expert said of it: brought by whoever keeps findings. */
export interface FindingsEvidence {
  /** areas of events after which it may be another */
  areas: readonly string[];
  listEvidence(db: AnyDb, problemId: string): Promise<EvidenceItem[]>;
  snapshot(db: AnyDb, problemId: string): Promise<unknown>;
}

type Known = Pick<Services, 'config' | 'database' | 'events' | 'clock'>;
type Say = (locale: Locale) => string;

interface Asked {
  what: string;
  field: string | null;
  isDone: boolean;
  say: Say;
}

/**
 * The evidence of gate G2: that the data is enough, and what was found in it. What was not assessed, or not explained, is one item a requirement: whoever
 * waives it by name makes it a condition.
 */
export function sufficiencyGateOwner(services: Known, findings: FindingsEvidence | null): GateOwner {
  return {
    /** key of what is signed, in the snapshot */
    name: 'sufficiency',
    gate: 'g2',
    parts: findings ? ['sufficiency', 'findings'] : ['sufficiency'],
    /** areas of events after which the evidence may be another */
    areas: [
      'sufficiency_plan',
      'sufficiency_run',
      'sufficiency_check',
      'data_requirement',
      'data_source',
      'dataset',
      'dataset_version',
      'data_contract_run',
      ...(findings?.areas ?? []),
    ],
    listEvidence: async (db, problemId) => [
      ...(await listEvidence(services, db, problemId)),
      ...((await findings?.listEvidence(db, problemId)) ?? []),
    ],
    snapshot: async (db, problemId) => ({
      ...(await snapshot(db, problemId)),
      ...(findings && { findings: await findings.snapshot(db, problemId) }),
    }),
  };
}

async function listEvidence(services: Known, db: AnyDb, problemId: string): Promise<EvidenceItem[]> {
  const judged = await listJudged(db, problemId);
  const sources = await listSourcesOf({ ...services, db }, problemId, db);
  const hasSource = (id: string) =>
    sources.some(({ state, identified, answers }) => {
      return state === 'chosen' && identified === 'together' && answers.includes(id);
    });
  const required: Asked = {
    what: 'required',
    field: null,
    isDone: judged.length > 0,
    say: (locale) => sufficiencyTexts[locale].gate.required,
  };
  const asked = judged.flatMap((each) => askedOf(each, hasSource(each.plan.dataRequirementId)));
  return [required, ...asked].map(({ what, field, isDone, say }) => ({
    id: `sufficiency.${what}`,
    station: 'data',
    field,
    isDone,
    say,
  }));
}

function askedOf(judged: JudgedRequirement, hasSource: boolean): Asked[] {
  const { plan, run, isStale, checks, verdict } = judged;
  const { dataRequirementId: id, what } = plan;
  const field = `sufficiency-${id}`;
  const isCurrent = run !== null && !isStale;
  const unanswered = countUnanswered(checks);
  const loose = checks.filter((check) => weightOf(check) === 'conditional').length;
  const item = (name: string, isDone: boolean, say: Say): Asked => ({ what: `${name}.${id}`, field, isDone, say });
  const gate = (locale: Locale) => sufficiencyTexts[locale].gate;
  return [
    item('sources', hasSource, (locale) => gate(locale).sources({ what })),
    item('plan', plan.isConfirmed, (locale) => gate(locale).plan({ what })),
    item('judged', isCurrent, (locale) => gate(locale).judged({ what })),
    ...(isCurrent
      ? [
          item('answered', unanswered === 0, (locale) => gate(locale).answered({ what, count: unanswered })),
          item('enough', verdict !== 'insufficient', (locale) => gate(locale).enough({ what })),
          item('assessed', loose === 0, (locale) => gate(locale).assessed({ what, count: loose })),
        ]
      : []),
  ];
}

/** What was measured of which data by which rules, and what the expert said, as it is signed: no names of people. */
async function snapshot(db: AnyDb, problemId: string) {
  const judged = await listJudged(db, problemId);
  return {
    verdict: overallOf(judged),
    requirements: judged.map(({ plan, run, isStale, verdict, checks }) => ({
      id: plan.dataRequirementId,
      what: plan.what,
      verdict,
      isStale,
      run: run && {
        datasetVersionId: run.dataset_version_id,
        datasetVersionNumber: run.dataset_version_number,
        methodVersion: run.method_version,
        plan: fromJson<PlanContent>(run.plan),
      },
      checks: checks.map(({ outcome, said }) => ({
        ...outcome,
        answer: said && { answer: said.answer, reason: said.reason },
      })),
    })),
  };
}
