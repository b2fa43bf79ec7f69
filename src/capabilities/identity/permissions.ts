/**
 * Who may do what, as one declared table. A route names a permission; a permission names the roles that have it.
 * Problem roles are held in one problem, organisation roles everywhere. An admin administers; that alone does not open
 * a private problem.
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
  /** roles in the problem of the address (`:problemId`) that suffice */
  problem?: readonly ProblemRole[];
  /** any member may, where the problem is not private */
  openToMembers?: true;
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
  'organisation.read': { organisation: ['admin', 'member'] },
  'organisation.administer': { organisation: ['admin'] },
  'audit.read': { organisation: ['admin'] },
  'problem.create': { organisation: ['admin', 'member'] },
  'problem.list': { organisation: ['admin', 'member'] },
  'problem.read': { problem: problemRoles, openToMembers: true },
  'problem.write': { problem: builders },
  'problem.team': { problem: ['sme', 'sponsor'], organisation: ['admin'] },
  /** prices: the expert and the sponsor answer for them */
  'problem.price': { problem: ['sme', 'sponsor', 'data_scientist'] },
  'gate.decide': { problem: ['sme', 'sponsor'] },
  'problem.audit': { problem: problemRoles, organisation: ['admin'] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof permissions;
