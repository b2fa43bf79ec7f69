import { z } from 'zod';
import { lineField } from '../../../platform/endpoint/text-field.ts';
import { defineEndpoint } from '../../../platform/endpoint/define-endpoint.ts';
import { locales } from '../../../platform/text/locale.ts';
import { organisationRoles, problemRoles } from '../permissions.ts';

export const problemRoleSchema = z.enum(problemRoles).meta({ description: 'What somebody is in one problem.' });
export const organisationRoleSchema = z
  .enum(organisationRoles)
  .meta({ description: 'admin: also invites people and gives roles. member: everybody else.' });
export const schemeSchema = z.enum(['light', 'dark', 'auto']).meta({ description: 'auto follows the device.' });
export const modeSchema = z
  .enum(['personal', 'team'])
  .meta({ description: 'personal: one owner on this machine, nobody signs in. team: everybody signs in.' });
export const nameSchema = lineField({ max: 120, min: 1 }).meta({ description: 'As others see it.' });
const localeSchema = z.enum(locales).nullable().meta({ description: 'null: the language of the browser.' });

export const meSchema = z.object({
  id: z.string().meta({ description: 'Stays the same for good; events carry it.' }),
  name: nameSchema,
  email: z.string().nullable().meta({ description: 'null for the owner in personal mode.' }),
  organisationRole: organisationRoleSchema,
  mode: modeSchema,
  holdsEveryRole: z.boolean().meta({ description: 'True for the owner in personal mode, in every problem.' }),
  problemRoles: z
    .array(z.object({ problemId: z.string(), roles: z.array(problemRoleSchema) }))
    .meta({ description: 'The 500 latest problems in which you have a role; ask for a problem to be sure.' }),
  locale: localeSchema,
  scheme: schemeSchema,
  version: z.int().meta({ description: 'Counts the changes of your account.' }),
});
export type Me = z.output<typeof meSchema>;

export const getMe = defineEndpoint({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  permission: 'self',
  summary: 'Who you are, your roles, and how the page looks for you.',
  answer: meSchema,
  cli: { command: 'me show' },
});

export const updateMe = defineEndpoint({
  id: 'updateMe',
  method: 'PATCH',
  path: '/api/me',
  permission: 'self',
  summary: 'Changes your name, language or colour scheme; what is left out stays.',
  body: z.strictObject({
    name: nameSchema.exactOptional(),
    locale: localeSchema.exactOptional(),
    scheme: schemeSchema.exactOptional(),
  }),
  answer: meSchema,
  cli: { command: 'me update' },
});
