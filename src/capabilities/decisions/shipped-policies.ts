import type { GateRule, PolicyDocument } from './policy-contract.ts';

type Rules = PolicyDocument['rules']['g0'];

const same = (rule: GateRule): Rules => ({ minimal: rule, limited: rule, high: rule });

const withRisk = (rule: GateRule): GateRule => ({ ...rule, roles: [...rule.roles, 'risk_manager'] });

const acceptedOpportunity: GateRule = { evidence: ['opportunity'], roles: ['sme'], deciders: ['sponsor'], waivers: 2 };

const worthIt: GateRule = {
  evidence: ['opportunity', 'requirements', 'decision', 'value'],
  roles: ['sme', 'data_scientist'],
  deciders: ['sponsor'],
  waivers: 3,
};

const assessed: GateRule = {
  ...worthIt,
  evidence: [...worthIt.evidence, 'translation', 'stakeholders', 'verdicts', 'checklist', 'data', 'risk', 'steering'],
  roles: ['sme', 'data_scientist', 'risk_manager'],
};

/** What it means for a machine, and what the law calls it: asked of everybody, in a few minutes. */
const saidForMachines: GateRule = { ...worthIt, evidence: [...worthIt.evidence, 'translation', 'risk.classified'] };

/** The data are enough, says whoever knows the cases, who models and who delivers the data. */
const enoughData: GateRule = {
  evidence: ['sufficiency', 'conditions'],
  roles: ['sme', 'data_scientist'],
  deciders: ['sponsor'],
  waivers: 3,
};

const understoodData: GateRule = {
  ...enoughData,
  evidence: ['sufficiency', 'findings', 'value', 'metrics', 'steering', 'conditions'],
  roles: ['sme', 'data_scientist', 'data_engineer'],
};

/** How it is made, and with what. */
const chosenWay: GateRule = {
  evidence: ['framework', 'conditions'],
  roles: ['data_scientist', 'analytics_architect'],
  deciders: ['sponsor'],
  waivers: 2,
};

const weighedWay: GateRule = {
  ...chosenWay,
  evidence: ['approaches', 'framework', 'steering', 'conditions'],
  roles: ['data_scientist', 'analytics_architect', 'software_engineer'],
};

/** For a few people who know each other: the heart of the evidence, two roles and a sponsor. */
export const lightPolicy: PolicyDocument = {
  name: 'light',
  rules: {
    g0: same(acceptedOpportunity),
    g1: {
      minimal: saidForMachines,
      limited: { ...saidForMachines, evidence: [...worthIt.evidence, 'translation', 'risk'] },
      high: { ...assessed, waivers: 1 },
    },
    g2: { minimal: enoughData, limited: enoughData, high: { ...understoodData, waivers: 1 } },
    g3: { minimal: chosenWay, limited: chosenWay, high: { ...weighedWay, waivers: 1 } },
  },
};

/** For a company: all that the roles ask, with a few named waivers where the risk allows it. */
export const standardPolicy: PolicyDocument = {
  name: 'standard',
  rules: {
    g0: same({ ...acceptedOpportunity, evidence: ['opportunity', 'stakeholders', 'steering'] }),
    g1: { minimal: assessed, limited: assessed, high: { ...assessed, waivers: 0 } },
    g2: { minimal: understoodData, limited: understoodData, high: withRisk({ ...understoodData, waivers: 0 }) },
    g3: { minimal: weighedWay, limited: weighedWay, high: withRisk({ ...weighedWay, waivers: 0 }) },
  },
};

const seasonal = (rule: GateRule): GateRule => ({ ...withRisk(rule), waivers: 0, validity_days: 90 });
const validated = (rule: GateRule): GateRule => ({ ...rule, roles: [...rule.roles, 'validator'] });

const whole: GateRule = { ...assessed, waivers: 0, validity_days: 90, roles: [...assessed.roles, 'data_engineer'] };

/** For who is supervised: nothing is waived, a signature counts for a season, somebody outside the team has validated. */
export const strictPolicy: PolicyDocument = {
  name: 'strict',
  rules: {
    g0: same({
      ...acceptedOpportunity,
      evidence: ['opportunity', 'stakeholders', 'steering'],
      roles: ['sme', 'risk_manager'],
      waivers: 0,
      validity_days: 90,
    }),
    g1: {
      minimal: whole,
      limited: whole,
      high: { ...whole, roles: [...whole.roles, 'analytics_architect', 'validator'] },
    },
    g2: { ...same(seasonal(understoodData)), high: validated(seasonal(understoodData)) },
    g3: { ...same(seasonal(weighedWay)), high: validated(seasonal(weighedWay)) },
  },
};

export const shippedPolicies = [lightPolicy, standardPolicy, strictPolicy] as const;
