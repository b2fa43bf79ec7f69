/**
 * Who may do what, as one declared table. A route names a permission; a permission names the roles that have it.
 * Problem roles are held in one problem, organisation roles everywhere. An admin administers; that alone does not open
 * a private problem. The page reads the same table, so that it offers only what will be allowed.
 */
export const problemRoles = [
  'sme',
  'data_scientist',
  'data_engineer',
  'software_engineer',
  'analytics_architect',
  'risk_manager',
  'sponsor',
  'validator',
  'stakeholder',
] as const;
export type ProblemRole = (typeof problemRoles)[number];

export const organisationRoles = ['admin', 'member'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

interface Grant {
  /** roles in the organisation that suffice by themselves */
  organisation?: readonly OrganisationRole[];
  /** roles in the problem of the address that suffice; its presence makes this a permission in one problem */
  problem?: readonly ProblemRole[];
  /** for a permission in no problem: roles that suffice when they are held, and count, in any problem */
  anywhere?: readonly ProblemRole[];
  /** any member may, where the problem is not private */
  openToMembers?: true;
  /** the organisation roles suffice in a private problem too: for administering, never for reading content */
  evenPrivate?: true;
  /** somebody who may sign on behalf of one who has a role, has it too, where the problem is not private */
  byDelegation?: true;
  /** an API token does not suffice: the person must have signed in */
  inPerson?: true;
  /** a judgement that others build on: a role that one gave oneself has it once somebody else has confirmed the role */
  counting?: true;
}

const builders: readonly ProblemRole[] = [
  'sme',
  'data_scientist',
  'data_engineer',
  'software_engineer',
  'analytics_architect',
  'sponsor',
];

export const permissions = {
  /** any signed-in person, about themselves */
  self: { organisation: ['admin', 'member'] },
  /** one's own password and open sessions */
  'self.credentials': { organisation: ['admin', 'member'], inPerson: true },
  'organisation.read': { organisation: ['admin', 'member'] },
  'organisation.administer': { organisation: ['admin'] },
  /** what a problem may put at risk by default: the administrator, and who judges risks somewhere */
  'organisation.appetite': { organisation: ['admin'], anywhere: ['risk_manager'] },
  'audit.read': { organisation: ['admin'] },
  'problem.create': { organisation: ['admin', 'member'] },
  'problem.list': { organisation: ['admin', 'member'] },
  'problem.read': { problem: problemRoles, openToMembers: true },
  'problem.write': { problem: builders },
  /** who has which role: an admin may, also to save a private problem whose people have all left */
  'problem.team': { problem: ['sme', 'sponsor'], organisation: ['admin'], evenPrivate: true },
  /** who may see it: those who say who takes part, without the administrator, who does not read it */
  'problem.privacy': { problem: ['sme', 'sponsor'] },
  /** prices: the expert and the sponsor answer for them */
  'problem.price': { problem: ['sme', 'sponsor', 'data_scientist'] },
  /** the checklist: its items are answered by who has their role, those of the risk manager with `problem.assess` */
  'problem.checklist': { problem: [...builders, 'risk_manager'] },
  /** the risks of the problem: who builds it does not judge them */
  'problem.assess': { problem: ['risk_manager'], counting: true },
  /** sources, data sets and their versions: who builds, without who decides on the money */
  'data.write': { problem: ['data_engineer', 'data_scientist', 'software_engineer', 'analytics_architect', 'sme'] },
  /** that something is the source of the data: who keeps it and who knows what it means, each for themselves */
  'data.identify': { problem: ['data_engineer', 'sme'] },
  /** the rows themselves, by questions in SQL: who works with them or judges them */
  'data.question': {
    problem: [
      'data_engineer',
      'data_scientist',
      'software_engineer',
      'analytics_architect',
      'sme',
      'risk_manager',
      'validator',
    ],
  },
  /** experiments and runs: who trains and builds */
  'run.log': { problem: ['data_scientist', 'data_engineer', 'software_engineer', 'analytics_architect'] },
  /** for good, what was deleted: the same, once another person has a hand in their role */
  'run.erase': {
    problem: ['data_scientist', 'data_engineer', 'software_engineer', 'analytics_architect'],
    counting: true,
  },
  /** what clients log before anybody said to which problem it belongs */
  'inbox.log': { organisation: ['admin', 'member'] },
  /** what the data mean: the expert answers findings and notes what others must know; a delegate does it for one */
  'data.explain': { problem: ['sme'], counting: true, byDelegation: true },
  /** whoever may read may also speak */
  'problem.talk': { problem: problemRoles, openToMembers: true },
  /** whether machine learning can contribute to a key result: each in the role that they hold */
  'key_result.judge': { problem: ['data_scientist', 'sme'], counting: true },
  /** on an approach: everybody who has a role, in one that they hold */
  'approach.vote': { problem: problemRoles, counting: true },
  /** the architect leads the choice of a framework, and answers for it */
  'framework.decide': { problem: ['analytics_architect'], counting: true },
  /** facts of the catalogue of frameworks: the administrator, and who is architect somewhere */
  'frameworks.write': { organisation: ['admin'], anywhere: ['analytics_architect'] },
  'gate.propose': { problem: builders },
  'gate.sign': { problem: problemRoles, byDelegation: true },
  /** which of them closes a gate, its policy says */
  'gate.decide': { problem: problemRoles, byDelegation: true },
  /** who sees to a condition of a go may have no role; who that is, and who decides at its gate, the operation knows */
  'condition.meet': { problem: problemRoles, openToMembers: true, byDelegation: true },
  'problem.audit': { problem: problemRoles, organisation: ['admin'] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;

/** What somebody is in one problem. */
export interface ProblemStanding {
  isPrivate: boolean;
  roles: readonly ProblemRole[];
  /** of these roles: those that they gave themselves, and that nobody else has confirmed */
  unconfirmed?: readonly ProblemRole[];
}

/** The roles that another person had a hand in giving. */
export function countingRoles({ roles, unconfirmed = [] }: Omit<ProblemStanding, 'isPrivate'>): ProblemRole[] {
  return roles.filter((role) => !unconfirmed.includes(role));
}

/** `invisible`: the asker may not even learn that the problem exists. */
export type Verdict = 'allowed' | 'refused' | 'invisible';

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(permissions, name);
}

export function isInProblem(permission: Permission): boolean {
  return grantOf(permission).problem !== undefined;
}

export function isInPerson(permission: Permission): boolean {
  return grantOf(permission).inPerson === true;
}

export function isAnywhere(permission: Permission): boolean {
  return grantOf(permission).anywhere !== undefined;
}

export function isByDelegation(permission: Permission): boolean {
  return grantOf(permission).byDelegation === true;
}

/**
 * May somebody with this role in the organisation and this standing in the problem do it?
 * A problem that does not exist is `null`, and as invisible as one that is private. For a permission in no problem the
 * standing is what they are in any.
 */
export function judge(permission: Permission, role: OrganisationRole, problem: ProblemStanding | null = null): Verdict {
  const grant = grantOf(permission);
  const byOrganisation = grant.organisation?.includes(role) ?? false;
  if (grant.problem === undefined) {
    const byRole = problem?.roles.some((held) => grant.anywhere?.includes(held)) ?? false;
    return byOrganisation || byRole ? 'allowed' : 'refused';
  }
  return problem === null ? 'invisible' : judgeInProblem(grant, byOrganisation, problem);
}

function judgeInProblem(grant: Grant, byOrganisation: boolean, standing: ProblemStanding): Verdict {
  const { isPrivate, roles } = standing;
  if (isPrivate && roles.length === 0) return byOrganisation && grant.evenPrivate ? 'allowed' : 'invisible';
  const isOpen = grant.openToMembers === true && !isPrivate;
  const byRole = (grant.counting ? countingRoles(standing) : roles).some((held) => grant.problem?.includes(held));
  return byOrganisation || byRole || isOpen ? 'allowed' : 'refused';
}

function grantOf(permission: Permission): Grant {
  return permissions[permission];
}
