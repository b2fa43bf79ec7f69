import { z } from 'zod';
import { dateWritten, inBoth, oneFieldAtLeast } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';

/** What somebody is to a problem, whether or not they sign in here. */
export const relations = ['affected', 'decides', 'does_work', 'must_be_asked', 'informed'] as const;
export type Relation = (typeof relations)[number];

export const waysOfHearing = ['talk', 'survey', 'observation', 'document'] as const;
export type WayOfHearing = (typeof waysOfHearing)[number];

const problemParams = z.object({ problemId: idField.meta({ description: 'Id of the problem' }) });
const withId = <const Name extends string>(name: Name, description: string) =>
  problemParams.extend({ [name]: idField.meta({ description }) } as Record<Name, z.ZodType<string, string>>);
const stakeholderParams = withId('stakeholderId', 'Id of the stakeholder');
const hearingParams = withId('hearingId', 'Id of the hearing');
const questionParams = withId('questionId', 'Id of the question');

const versionField = z.int().meta({ description: 'Send it back in If-Match when you change this' });
const day = (description: string) => z.iso.date({ error: dateWritten }).meta({ description });
const said = textField({ max: 20_000 }).meta({ description: 'What was said, in words' });
const questionText = textField({ max: 2000, min: 1 }).refine((text) => text.trim() !== '', {
  error: inBoth('Write the question in words', 'Schrijf de vraag in woorden'),
});
const answerText = textField({ max: 5000 }).meta({ description: 'The answer; empty while it is open' });

/** Somebody by id where they sign in here, by name where they do not: one of the two. */
const person = {
  userId: z.exactOptional(idField).meta({ description: 'Id, for somebody who signs in here' }),
  name: z
    .exactOptional(lineField({ max: 200, min: 1 }))
    .meta({ description: 'Name of a person or a group that does not sign in here; it can be erased' }),
};
const heardBySchema = z
  .strictObject(person)
  .refine(({ userId, name }) => (userId === undefined) !== (name === undefined), {
    error: inBoth(
      'Say who heard them by userId or by name, one of the two',
      'Zeg wie met hen sprak met userId of met name, een van de twee',
    ),
  })
  .meta({ description: 'Who heard them' });
const shownPerson = z.object({
  userId: z.string().nullable().meta({ description: 'null: does not sign in here' }),
  name: z.string().nullable().meta({ description: 'null: the name was erased' }),
});

const relationField = z
  .enum(relations)
  .meta({ description: 'affected, decides, does_work, must_be_asked, or only informed' });
const mustBeHeard = z.boolean().meta({ description: 'The gate warns as long as they were not heard' });
const interest = textField({ max: 5000 }).meta({ description: 'What it means to them, in words' });
const how = z.enum(waysOfHearing).meta({ description: 'talk, survey, observation or document' });

export const hearingSchema = z.object({
  id: z.string(),
  stakeholderId: z.string(),
  heardOn: day('The day on which they were heard'),
  heardBy: shownPerson,
  how,
  said,
  version: versionField,
});
export type Hearing = z.infer<typeof hearingSchema>;

export const questionSchema = z.object({
  id: z.string(),
  stakeholderId: z.string(),
  hearingId: z.string().nullable().meta({ description: 'The hearing in which it came up' }),
  text: questionText,
  answer: answerText,
  isOpen: z.boolean().meta({ description: 'Derived: no answer yet' }),
  askedOn: day('The day on which it was written down'),
  answeredOn: day('The day on which it was answered').nullable(),
  version: versionField,
});
export type Question = z.infer<typeof questionSchema>;

export const stakeholderSchema = z
  .object({
    id: z.string(),
    ...shownPerson.shape,
    isErased: z.boolean().meta({ description: 'The name was erased; the rest stays' }),
    relation: relationField,
    mustBeHeard,
    interest,
    position: z.int().meta({ description: 'From 0' }),
    isHeard: z.boolean().meta({ description: 'Derived: there is at least one hearing' }),
    hearings: z.array(hearingSchema).meta({ description: 'The latest first' }),
    questions: z.array(questionSchema).meta({ description: 'The open ones first' }),
    version: versionField,
  })
  .meta({ id: 'Stakeholder' });
export type Stakeholder = z.infer<typeof stakeholderSchema>;

const listSchema = z.object({ stakeholders: z.array(stakeholderSchema) });
const removedSchema = z.object({
  id: z.string(),
  removedAt: z.int().meta({ description: 'When it was removed; epoch milliseconds, UTC' }),
});
const atLeastOne = (fields: object) => Object.keys(fields).length > 0;
const oneField = { error: oneFieldAtLeast };

const namedOnce = inBoth(
  'Name the stakeholder by userId or by name, one of the two',
  'Noem de belanghebbende met userId of met name, een van de twee',
);

export const listStakeholders = defineEndpoint({
  id: 'listStakeholders',
  method: 'GET',
  path: '/api/problems/:problemId/stakeholders',
  permission: 'problem.read',
  summary: 'Who has to do with the problem, who of them was heard, and what is still asked.',
  params: problemParams,
  answer: listSchema,
  cli: { command: 'stakeholder list' },
});

export const addStakeholder = defineEndpoint({
  id: 'addStakeholder',
  method: 'POST',
  path: '/api/problems/:problemId/stakeholders',
  permission: 'problem.write',
  summary: 'Adds a person or a group that has to do with the problem.',
  params: problemParams,
  body: z
    .strictObject({
      ...person,
      relation: relationField,
      mustBeHeard: z
        .exactOptional(z.boolean())
        .meta({ description: 'Unless told: yes, except for who is only informed' }),
      interest: interest.default(''),
    })
    .refine(({ userId, name }) => (userId === undefined) !== (name === undefined), {
      error: namedOnce,
    }),
  answer: stakeholderSchema,
  status: 201,
  cli: { command: 'stakeholder add' },
});

export const editStakeholder = defineEndpoint({
  id: 'editStakeholder',
  method: 'PATCH',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of a stakeholder; a new userId or name takes the place of the old one.',
  params: stakeholderParams,
  body: z
    .strictObject({
      ...person,
      relation: z.exactOptional(relationField),
      mustBeHeard: z.exactOptional(mustBeHeard),
      interest: z.exactOptional(interest),
    })
    .refine(atLeastOne, oneField)
    .refine(({ userId, name }) => userId === undefined || name === undefined, {
      error: namedOnce,
    }),
  answer: stakeholderSchema,
  versioned: true,
  cli: { command: 'stakeholder edit' },
});

export const removeStakeholder = defineEndpoint({
  id: 'removeStakeholder',
  method: 'DELETE',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId',
  permission: 'problem.write',
  summary: 'Removes a stakeholder with what was heard of them; it can be restored.',
  params: stakeholderParams,
  answer: removedSchema,
  cli: { command: 'stakeholder remove' },
});

export const restoreStakeholder = defineEndpoint({
  id: 'restoreStakeholder',
  method: 'POST',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a stakeholder.',
  params: stakeholderParams,
  answer: stakeholderSchema,
  cli: { command: 'stakeholder restore' },
});

export const orderStakeholders = defineEndpoint({
  id: 'orderStakeholders',
  method: 'PUT',
  path: '/api/problems/:problemId/stakeholder-order',
  permission: 'problem.write',
  summary: 'Puts the stakeholders in another order.',
  params: problemParams,
  body: z.strictObject({ ids: z.array(idField).max(200).meta({ description: 'All ids, in the new order' }) }),
  answer: listSchema,
  cli: { command: 'stakeholder order' },
});

export const eraseStakeholderName = defineEndpoint({
  id: 'eraseStakeholderName',
  method: 'POST',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId/erase-name',
  permission: 'problem.team',
  summary: 'Erases the name of somebody who does not sign in here, for good; the rest stays as it was written.',
  params: stakeholderParams,
  answer: z.object({
    id: z.string(),
    erasedAt: z.int().meta({ description: 'When it was erased; epoch milliseconds, UTC' }),
  }),
  cli: { command: 'stakeholder erase-name' },
});

const hearingFields = { heardOn: day('The day on which they were heard'), how };

export const recordHearing = defineEndpoint({
  id: 'recordHearing',
  method: 'POST',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId/hearings',
  permission: 'problem.write',
  summary: 'Records that a stakeholder was heard, with the questions that came up.',
  params: stakeholderParams,
  body: z.strictObject({
    ...hearingFields,
    heardBy: z.exactOptional(heardBySchema).meta({ description: 'Who heard them; you, unless told' }),
    said: said.default(''),
    questions: z.array(questionText).max(50).default([]).meta({ description: 'Questions that are still open' }),
  }),
  answer: stakeholderSchema,
  status: 201,
  cli: { command: 'hearing record' },
});

export const editHearing = defineEndpoint({
  id: 'editHearing',
  method: 'PATCH',
  path: '/api/problems/:problemId/hearings/:hearingId',
  permission: 'problem.write',
  summary: 'Changes one or more fields of a hearing.',
  params: hearingParams,
  body: z
    .strictObject({
      heardOn: z.exactOptional(hearingFields.heardOn),
      how: z.exactOptional(how),
      heardBy: z.exactOptional(heardBySchema),
      said: z.exactOptional(said),
    })
    .refine(atLeastOne, oneField),
  answer: hearingSchema,
  versioned: true,
  cli: { command: 'hearing edit' },
});

export const removeHearing = defineEndpoint({
  id: 'removeHearing',
  method: 'DELETE',
  path: '/api/problems/:problemId/hearings/:hearingId',
  permission: 'problem.write',
  summary: 'Removes a hearing; it can be restored.',
  params: hearingParams,
  answer: removedSchema,
  cli: { command: 'hearing remove' },
});

export const restoreHearing = defineEndpoint({
  id: 'restoreHearing',
  method: 'POST',
  path: '/api/problems/:problemId/hearings/:hearingId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a hearing.',
  params: hearingParams,
  answer: hearingSchema,
  cli: { command: 'hearing restore' },
});

export const askQuestion = defineEndpoint({
  id: 'askQuestion',
  method: 'POST',
  path: '/api/problems/:problemId/stakeholders/:stakeholderId/questions',
  permission: 'problem.write',
  summary: 'Writes down a question that a stakeholder has, or that is asked of them.',
  params: stakeholderParams,
  body: z.strictObject({ text: questionText }),
  answer: questionSchema,
  status: 201,
  cli: { command: 'question ask' },
});

export const editQuestion = defineEndpoint({
  id: 'editQuestion',
  method: 'PATCH',
  path: '/api/problems/:problemId/questions/:questionId',
  permission: 'problem.write',
  summary: 'Answers a question, or changes its text; an empty answer opens it again.',
  params: questionParams,
  body: z
    .strictObject({ text: z.exactOptional(questionText), answer: z.exactOptional(answerText) })
    .refine(atLeastOne, oneField),
  answer: questionSchema,
  versioned: true,
  cli: { command: 'question edit' },
});

export const removeQuestion = defineEndpoint({
  id: 'removeQuestion',
  method: 'DELETE',
  path: '/api/problems/:problemId/questions/:questionId',
  permission: 'problem.write',
  summary: 'Removes a question; it can be restored.',
  params: questionParams,
  answer: removedSchema,
  cli: { command: 'question remove' },
});

export const restoreQuestion = defineEndpoint({
  id: 'restoreQuestion',
  method: 'POST',
  path: '/api/problems/:problemId/questions/:questionId/restore',
  permission: 'problem.write',
  summary: 'Undoes the removal of a question.',
  params: questionParams,
  answer: questionSchema,
  cli: { command: 'question restore' },
});
