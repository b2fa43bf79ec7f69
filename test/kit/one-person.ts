import fc from 'fast-check';
import { createProblem, readOpportunity, writeOpportunity } from '../../src/capabilities/formulation/contract.ts';
import { lightPolicy, type PolicyDocument } from '../../src/capabilities/decisions/contract.ts';
import { testPassword as password } from './people.ts';
import type { Name, PeopleAtAGate } from './people-at-a-gate.ts';
import { asking, writtenAnswers } from './written-problem.ts';

const reason = 'I say so.';
const roles = ['sme', 'data_scientist', 'sponsor', 'risk_manager'] as const;
const go = { outcome: 'go', reasons: reason };
const conditional = {
  outcome: 'conditional_go',
  reasons: reason,
  conditions: [{ text: 'Later.', due: '2026-06-01', blocks: 'g4' }],
};

/** Whatever its roles and deciders, each must be somebody else: the least that a policy can ask. */
const least = (role: (typeof roles)[number]): PolicyDocument => {
  const rule = { evidence: [], roles: [role], deciders: [role], waivers: 20 };
  const same = { minimal: rule, limited: rule, high: rule };
  return { ...lightPolicy, name: 'least', rules: { ...lightPolicy.rules, g0: same, g1: same } };
};

export const stepsOfOne = [
  'propose',
  'proposeConditional',
  'sign',
  'takeRoles',
  'confirmRoles',
  'refuseRoles',
  'delegateHere',
  'delegateEverywhere',
  'waive',
  'takeBack',
  'verdicts',
  'assess',
  'meet',
  'close',
  'decide',
  'decideNamingOthers',
  'withdraw',
] as const;
/** What only an administrator can do: put a policy in force, and take over from whoever leaves. */
export const stepsOfAdministrator = ['putLeast', 'putLight', 'closeAccounts', 'takeOver', 'openAccounts'] as const;
type Step = (typeof stepsOfOne)[number] | (typeof stepsOfAdministrator)[number];

export interface AloneAt {
  here: PeopleAtAGate;
  who: Name;
  problemId: string;
  gate: 'g0' | 'g1';
}

/** A problem of Eva before gate G0, with every answer that the gate asks for. */
export async function problemBeforeG0({ team, people }: PeopleAtAGate): Promise<string> {
  const headers = { cookie: people.eva.cookie };
  const { id } = await asking(team, createProblem, { headers, body: { title: 'Machines that stop at night' } });
  const params = { problemId: id };
  const { version } = await asking(team, readOpportunity, { headers, params });
  await asking(team, writeOpportunity, { headers, params, body: writtenAnswers, version });
  return id;
}

/** Every act of one person at one gate, by name; whether it is refused is for the server to say. */
export function actsOfOne({ here, who, problemId, gate }: AloneAt): Record<Step, () => Promise<unknown>> {
  const { as, people } = here;
  const ask = as[who];
  const me = people[who].id;
  const others = Object.values(people).filter(({ id }) => id !== me);
  const path = `/api/problems/${problemId}`;
  const at = `${path}/gates/${gate}`;
  const read = async () => (await ask(`GET ${at}`)).body;
  /** what lies on the table */
  const proposal = async () => `${at}/proposals/${(await read()).proposal?.id ?? 'none'}`;
  const decide = async (more: object) =>
    ask(`POST ${at}/decisions`, { ...go, ...more, password, snapshotHash: (await read()).snapshotHash });
  const each = async <Thing>(things: readonly Thing[], act: (thing: Thing) => Promise<unknown>) => {
    for (const thing of things) await act(thing);
  };
  const accounts = (method: 'POST' | 'DELETE') => () =>
    each(others, ({ id }) => ask(`${method} /api/users/${id}/deactivation`));
  return {
    propose: () => ask(`POST ${at}/proposals`, go),
    proposeConditional: () => ask(`POST ${at}/proposals`, conditional),
    sign: async () => {
      const { snapshotHash } = await read();
      const signed = { verdict: 'approves', meaning: 'approves', password, snapshotHash };
      const signOffs = `${await proposal()}/sign-offs`;
      await each(roles, (role) => ask(`POST ${signOffs}`, { ...signed, role }));
    },
    takeRoles: () => each(roles, (role) => ask(`PUT ${path}/people/${me}/roles/${role}`)),
    confirmRoles: () => each(roles, (role) => ask(`POST ${path}/people/${me}/roles/${role}/confirmation`)),
    refuseRoles: () => each(roles.slice(1), (role) => ask(`POST ${path}/people/${me}/roles/${role}/refusal`)),
    delegateHere: () =>
      each(roles, (role) => ask(`POST ${path}/delegations`, { role, toUserId: me, until: '2027-01-01', reason })),
    delegateEverywhere: () => ask('POST /api/me/delegations', { toUserId: me, until: '2027-01-01', reason }),
    waive: async () => {
      const { items } = await read();
      const waivers = `${await proposal()}/waivers`;
      const open = items.filter(({ isDone }: { isDone: boolean }) => !isDone).map(({ id }: { id: string }) => id);
      await each(['policy.four_eyes', ...open.slice(0, 5)], (item) =>
        ask(`POST ${waivers}`, { item, reason, password }),
      );
    },
    takeBack: async () => ask(`DELETE ${await proposal()}/waivers/decision.alternatives`),
    verdicts: async () => {
      const { objectives } = (await ask(`GET ${path}/objectives`)).body;
      const [keyResult] = objectives.flatMap(({ keyResults }: { keyResults: { id: string }[] }) => keyResults);
      await each(['sme', 'data_scientist'], (role) =>
        ask(`POST ${path}/key-results/${keyResult?.id ?? 'none'}/verdicts`, { role, verdict: 'yes', reason }),
      );
    },
    assess: async () => {
      const { hash } = (await ask(`GET ${path}/risk`)).body;
      await ask(`POST ${path}/risk/signatures`, { hash, meaning: 'accepts the risks', password });
    },
    meet: async () => {
      const { conditions } = (await ask(`GET ${path}/conditions`)).body;
      await each(conditions, ({ id }: { id: string }) => ask(`PUT ${path}/conditions/${id}`, { evidence: reason }));
    },
    close: async () => {
      const { snapshotHash } = await read();
      return ask(`POST ${await proposal()}/decision`, { snapshotHash, password });
    },
    decide: () => decide({}),
    decideNamingOthers: () =>
      decide({ people: others.map(({ id }) => ({ userId: id, role: 'sponsor', meaning: 'approves the go' })) }),
    withdraw: async () => ask(`DELETE ${await proposal()}`),
    putLeast: () => ask('POST /api/gate-policies', least('sponsor')),
    putLight: () => ask('POST /api/gate-policies', lightPolicy),
    closeAccounts: accounts('POST'),
    openAccounts: accounts('DELETE'),
    takeOver: () => each(others, ({ id }) => ask(`POST /api/users/${id}/handover`, { toUserId: me })),
  };
}

/** Whatever one person does, in whatever order: no go is recorded at that gate. */
export async function neverComesToAGo(given: AloneAt, numRuns: number): Promise<void> {
  const steps = given.who === 'admin' ? [...stepsOfOne, ...stepsOfAdministrator] : stepsOfOne;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 12 }), async (order) => {
      const acts = actsOfOne(given);
      for (const step of order) await acts[step]();
      const { decisions } = (await given.here.as[given.who](`GET /api/problems/${given.problemId}/decisions`)).body;
      const isGo = ({ gate, outcome }: { gate: string; outcome: string }) =>
        gate === given.gate && ['go', 'conditional_go'].includes(outcome);
      return !decisions.some(isGo);
    }),
    { seed: 5, numRuns, endOnFailure: true },
  );
}
