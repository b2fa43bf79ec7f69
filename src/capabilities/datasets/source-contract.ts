import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField } from '../../platform/endpoint/text-field.ts';
import {
  atLeastOne,
  line,
  moment,
  oneField,
  personalDataField,
  personField,
  problemParams,
  removedSchema,
  versionField,
  withinProblem,
  words,
} from './shared-contract.ts';

export type { PersonalData } from './shared-contract.ts';

export const sourceKinds = ['file', 'folder', 'http', 's3', 'postgres', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const extractKinds = ['one_off', 'pipeline'] as const;
export type ExtractKind = (typeof extractKinds)[number];
export const sourceStates = ['proposed', 'chosen', 'rejected'] as const;
export type SourceState = (typeof sourceStates)[number];
/** Who identifies a source: each states it themselves. */
export const statingRoles = ['data_engineer', 'sme'] as const;
export type StatingRole = (typeof statingRoles)[number];
export const identifications = ['together', 'one_person', 'one_role', 'outdated', 'not_yet'] as const;
export type Identification = (typeof identifications)[number];

const sourceParams = withinProblem('sourceId', 'Id of the source');

const fields = {
  title: lineField({ max: 200, min: 1 }).meta({ description: 'What it is called' }),
  description: words('What is in it: one row per what, since when, and what it is made for'),
  kind: z
    .enum(sourceKinds)
    .meta({ description: 'How it is reached: a file, a folder, HTTP, S3, PostgreSQL, or other' }),
  location: line('Where it is: system, table, folder or address; no passwords'),
  owner: line('Who answers for it'),
  access: words('How one gets access, and from whom'),
  extract: z.enum(extractKinds).meta({
    description: 'pipeline: it comes again by itself; one_off: somebody took it out once, which holds back a release',
  }),
  personalData: personalDataField,
  personalDataNote: words('Which columns tell of people, on which ground they are used, how long they are kept'),
  answers: z.array(idField).max(50).meta({ description: 'Ids of the data requirements that it answers' }),
};

const statementSchema = z.object({
  role: z.enum(statingRoles),
  userId: personField,
  name: z.string().nullable().meta({ description: 'null: the account was erased' }),
  note: z.string(),
  at: moment('When it was stated'),
  isCurrent: z.boolean().meta({ description: 'false: what or where it is was written otherwise since' }),
});

export const sourceSchema = z
  .object({
    id: z.string(),
    ...fields,
    state: z.enum(sourceStates),
    stateReason: z.string().meta({ description: 'Why it was chosen or rejected' }),
    stateBy: z.string().nullable().meta({ description: 'Id of the person who chose or rejected it' }),
    stateAt: moment('When it was chosen or rejected').nullable(),
    statements: z.array(statementSchema).meta({ description: 'Who says that this is the source, in which role' }),
    identified: z.enum(identifications).meta({
      description:
        'together: by a data engineer and an expert who are two people, or by the one person who is alone here; one_person: by one person in both roles; one_role: by one of the two; outdated: it was written otherwise since; not_yet',
    }),
    isOneOff: z.boolean().meta({ description: 'Taken out once: it holds back a production release' }),
    hasConnection: z.boolean().meta({ description: 'Peil can fetch from it by itself' }),
    createdBy: personField,
    createdAt: moment('When it was added'),
    version: versionField,
  })
  .meta({ id: 'DataSource' });
export type Source = z.infer<typeof sourceSchema>;
export type SourceFields = Pick<Source, keyof typeof fields>;

export const listSources = defineEndpoint({
  id: 'listSources',
  method: 'GET',
  path: '/api/problems/:problemId/data-sources',
  permission: 'problem.read',
  summary: 'Where the data could come from: the sources, the rejected ones too, each with who identified it.',
  params: problemParams,
  answer: z.object({ sources: z.array(sourceSchema) }),
  cli: { command: 'source list' },
});

export const readSource = defineEndpoint({
  id: 'readSource',
  method: 'GET',
  path: '/api/problems/:problemId/data-sources/:sourceId',
  permission: 'problem.read',
  summary: 'One source.',
  params: sourceParams,
  answer: sourceSchema,
  cli: { command: 'source show' },
});

export const addSource = defineEndpoint({
  id: 'addSource',
  method: 'POST',
  path: '/api/problems/:problemId/data-sources',
  permission: 'data.write',
  summary: 'Proposes a source; what it is called is enough to begin with.',
  params: problemParams,
  body: z.strictObject({
    title: fields.title,
    description: fields.description.default(''),
    kind: fields.kind.default('other'),
    location: fields.location.default(''),
    owner: fields.owner.default(''),
    access: fields.access.default(''),
    extract: fields.extract.default('one_off'),
    personalData: fields.personalData.default('unknown'),
    personalDataNote: fields.personalDataNote.default(''),
    answers: fields.answers.default([]),
  }),
  answer: sourceSchema,
  status: 201,
  cli: { command: 'source add' },
});

export const editSource = defineEndpoint({
  id: 'editSource',
  method: 'PATCH',
  path: '/api/problems/:problemId/data-sources/:sourceId',
  permission: 'data.write',
  summary: 'Changes one or more fields of a source. Another description or place must be stated anew by both.',
  params: sourceParams,
  body: z
    .strictObject({
      title: z.exactOptional(fields.title),
      description: z.exactOptional(fields.description),
      kind: z.exactOptional(fields.kind),
      location: z.exactOptional(fields.location),
      owner: z.exactOptional(fields.owner),
      access: z.exactOptional(fields.access),
      extract: z.exactOptional(fields.extract),
      personalData: z.exactOptional(fields.personalData),
      personalDataNote: z.exactOptional(fields.personalDataNote),
      answers: z.exactOptional(fields.answers),
    })
    .refine(atLeastOne, oneField),
  answer: sourceSchema,
  versioned: true,
  cli: { command: 'source edit' },
});

export const identifySource = defineEndpoint({
  id: 'identifySource',
  method: 'POST',
  path: '/api/problems/:problemId/data-sources/:sourceId/statements',
  permission: 'data.identify',
  summary: 'States, in a role that you hold, that this is the source of the data.',
  params: sourceParams,
  body: z.strictObject({
    role: z.enum(statingRoles).meta({ description: 'The role in which you state it: data_engineer or sme' }),
    note: words('What you know of it, or under which condition').default(''),
  }),
  answer: sourceSchema,
  cli: { command: 'source identify' },
});

export const withdrawStatement = defineEndpoint({
  id: 'withdrawStatement',
  method: 'DELETE',
  path: '/api/problems/:problemId/data-sources/:sourceId/statements/:role',
  permission: 'data.identify',
  summary: 'Takes back what you stated of a source.',
  params: sourceParams.extend({ role: z.enum(statingRoles).meta({ description: 'data_engineer or sme' }) }),
  answer: sourceSchema,
  cli: { command: 'source withdraw' },
});

export const judgeSource = defineEndpoint({
  id: 'judgeSource',
  method: 'PUT',
  path: '/api/problems/:problemId/data-sources/:sourceId/state',
  permission: 'data.write',
  summary: 'Chooses or rejects a source, and says why; a rejected one stays in sight.',
  params: sourceParams,
  body: z
    .strictObject({
      state: z.enum(sourceStates),
      reason: words('Why it was chosen or rejected').default(''),
    })
    .refine(({ state, reason }) => state === 'proposed' || reason.trim() !== '', {
      error: inBoth('Write why it is chosen or rejected', 'Schrijf waarom dit is gekozen of afgewezen'),
      path: ['reason'],
    }),
  answer: sourceSchema,
  cli: { command: 'source judge' },
});

export const removeSource = defineEndpoint({
  id: 'removeSource',
  method: 'DELETE',
  path: '/api/problems/:problemId/data-sources/:sourceId',
  permission: 'data.write',
  summary: 'Removes a source that was written by mistake; it can be restored. One that will not be used is rejected.',
  params: sourceParams,
  answer: removedSchema,
  cli: { command: 'source remove' },
});

export const restoreSource = defineEndpoint({
  id: 'restoreSource',
  method: 'POST',
  path: '/api/problems/:problemId/data-sources/:sourceId/restore',
  permission: 'data.write',
  summary: 'Undoes the removal of a source.',
  params: sourceParams,
  answer: sourceSchema,
  cli: { command: 'source restore' },
});
