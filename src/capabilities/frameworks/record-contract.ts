import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { dayField, moment, problemParams } from './shared-contract.ts';

export const recordOutcomes = ['chosen', 'shortlist', 'open'] as const;

export type RecordOutcome = (typeof recordOutcomes)[number];

const text = textField({ max: 10_000 });
const lines = z.array(lineField({ max: 500, min: 1 })).max(30);
const personSchema = z.strictObject({
  userId: z.exactOptional(idField).meta({ description: 'Id, for somebody who signs in here' }),
  name: z.exactOptional(lineField({ max: 200, min: 1 })).meta({ description: 'Name, for somebody who does not' }),
});
const people = z
  .array(
    personSchema.refine(({ userId, name }) => (userId === undefined) !== (name === undefined), {
      error: inBoth(
        'Name each person by userId or by name, one of the two',
        'Noem ieder met userId of met name, een van de twee',
      ),
    }),
  )
  .max(50);
export type RecordPerson = z.infer<typeof personSchema>;

/** What people write; the sections are those of MADR 4. */
const writtenFields = {
  title: lineField({ max: 200, min: 1 }),
  context: text.meta({ description: 'Context and problem statement' }),
  drivers: lines.meta({ description: 'What drives the decision' }),
  because: textField({ max: 10_000, min: 1 })
    .refine((given) => given.trim() !== '', {
      error: inBoth(
        'Say why, in words that can be read years later',
        'Zeg waarom, in woorden die jaren later nog te lezen zijn',
      ),
    })
    .meta({ description: 'Why this outcome' }),
  consequences: z.strictObject({ good: lines, neutral: lines, bad: lines }),
  confirmation: text.meta({ description: 'How it will be checked that the choice holds: a measurement on the target' }),
  revisit: text.meta({ description: 'When it is looked at again' }),
  requirements: z
    .array(z.strictObject({ id: lineField({ max: 64, min: 1 }), text: lineField({ max: 500 }) }))
    .max(50)
    .meta({ description: 'Requirements it answers: key results, data requirements, ids of the organisation' }),
};

const optionSchema = z.strictObject({
  name: lineField({ max: 200, min: 1 }),
  good: lines,
  neutral: lines,
  bad: lines,
});

export const recordContentSchema = z.strictObject({
  ...writtenFields,
  outcome: z.enum(recordOutcomes),
  reviewDate: z.iso.date().nullable(),
  chosen: z
    .array(lineField({ max: 200, min: 1 }))
    .max(12)
    .meta({ description: 'Names of what was chosen' }),
  options: z.array(optionSchema).max(20),
  knockOuts: z.array(z.strictObject({ option: lineField({ max: 200 }), reason: lineField({ max: 3000 }) })).max(200),
  scores: z
    .array(
      z.strictObject({
        option: lineField({ max: 200 }),
        score: lineField({ max: 40 }),
        interval: lineField({ max: 40 }),
        rank: lineField({ max: 40 }),
        topsis: lineField({ max: 40 }),
      }),
    )
    .max(20),
  weights: z.array(z.strictObject({ criterion: lineField({ max: 200 }), weight: lineField({ max: 40 }) })).max(30),
  facts: z
    .array(
      z.strictObject({
        entry: lineField({ max: 200 }),
        status: lineField({ max: 60 }),
        endOfSupport: lineField({ max: 40 }),
        asOf: lineField({ max: 40 }),
        source: lineField({ max: 500 }),
      }),
    )
    .max(100),
  costs: z.array(z.strictObject({ route: lineField({ max: 200 }), total: lineField({ max: 60 }) })).max(10),
  more: text.meta({ description: 'What an imported record says besides' }),
});
export type RecordContent = z.infer<typeof recordContentSchema>;

export const recordSchema = z
  .object({
    number: z.int().meta({ description: 'From 1, within the problem' }),
    status: z.enum(['proposed', 'accepted', 'superseded']).meta({ description: 'proposed: left open until a day' }),
    supersededBy: z.int().nullable(),
    date: z.string().meta({ description: 'Year-month-day' }),
    origin: z.enum(['here', 'imported']),
    content: recordContentSchema,
    decisionMakers: people,
    consulted: people,
    informed: people,
    entryKeys: z.array(z.string()).meta({ description: 'Entries of the catalogue that were chosen' }),
    recordedBy: z.string(),
    at: moment('When it was recorded'),
    hash: z.string().meta({ description: 'SHA-256 of its content' }),
    alarms: z
      .array(z.object({ entryKey: z.string(), name: z.string(), mark: z.string(), sentence: z.string() }))
      .meta({ description: 'What has happened to the chosen entries; of the record that counts only' }),
  })
  .meta({ id: 'FrameworkRecord' });
export type FrameworkRecord = z.infer<typeof recordSchema>;

export const listRecords = defineEndpoint({
  id: 'listFrameworkRecords',
  method: 'GET',
  path: '/api/problems/:problemId/framework-records',
  permission: 'problem.read',
  summary: 'What was decided on the framework, the newest first: it counts, the others were superseded.',
  params: problemParams,
  answer: z.object({ records: z.array(recordSchema) }),
  cli: { command: 'framework decisions' },
});

export const recordOutcome = defineEndpoint({
  id: 'recordFrameworkOutcome',
  method: 'POST',
  path: '/api/problems/:problemId/framework-records',
  permission: 'framework.decide',
  summary:
    'Records the outcome of the selection: chosen, a shortlist, or open until a day. It supersedes the one before.',
  params: problemParams,
  body: z
    .strictObject({
      outcome: z.enum(recordOutcomes),
      candidateIds: z.array(idField).max(12).meta({ description: 'Which candidates were chosen, or are on the list' }),
      reviewDate: dayField('With open: the day on which it is decided').nullable().default(null),
      ...writtenFields,
      context: writtenFields.context.default(''),
      drivers: writtenFields.drivers.default([]),
      consequences: writtenFields.consequences.default({ good: [], neutral: [], bad: [] }),
      confirmation: writtenFields.confirmation.default(''),
      revisit: writtenFields.revisit.default(''),
      requirements: writtenFields.requirements.default([]),
      decisionMakers: people.default([]).meta({ description: 'Besides who records it' }),
      consulted: people.default([]),
      informed: people.default([]),
      selectionVersion: z.int().meta({ description: 'The version of the selection that was seen' }),
    })
    .superRefine(({ outcome, candidateIds, reviewDate }, issue) => {
      const refuse = (path: string, say: () => string) =>
        issue.addIssue({ code: 'custom', path: [path], message: say() });
      if (outcome === 'chosen' && candidateIds.length !== 1)
        refuse('candidateIds', inBoth('Chosen names one candidate', 'Gekozen noemt één kandidaat'));
      if (outcome === 'shortlist' && candidateIds.length < 2)
        refuse('candidateIds', inBoth('A shortlist names two or more', 'Een shortlist noemt er twee of meer'));
      if (outcome === 'open' && reviewDate === null)
        refuse('reviewDate', inBoth('Open says until which day', 'Open zegt tot welke dag'));
      if (outcome === 'chosen' && reviewDate !== null)
        refuse(
          'reviewDate',
          inBoth('What was chosen has no day: leave it out', 'Wat is gekozen heeft geen dag: laat die weg'),
        );
    }),
  answer: recordSchema,
  status: 201,
  cli: { command: 'framework decide' },
});

const recordParams = problemParams.extend({
  number: z.coerce.number().int().min(1).meta({ description: 'Number of the record' }),
});

export const exportRecord = defineEndpoint({
  id: 'exportFrameworkRecord',
  method: 'GET',
  path: '/api/problems/:problemId/framework-records/:number/markdown',
  permission: 'problem.read',
  summary: 'One record as Markdown in the form of MADR 4.',
  params: recordParams,
  answer: z.object({ markdown: z.string() }),
});

export const eraseRecordName = defineEndpoint({
  id: 'eraseFrameworkRecordName',
  method: 'POST',
  path: '/api/problems/:problemId/framework-records/:number/erase-name',
  permission: 'problem.team',
  summary: 'Erases the name of somebody outside Peil from a record, for good; the record itself stays as it is.',
  params: recordParams,
  body: z.strictObject({ name: lineField({ max: 200, min: 1 }).meta({ description: 'The name, as it stands there' }) }),
  answer: recordSchema,
  cli: { command: 'framework erase-name' },
});

export const importRecord = defineEndpoint({
  id: 'importFrameworkRecord',
  method: 'POST',
  path: '/api/problems/:problemId/framework-records/import',
  permission: 'framework.decide',
  summary: 'Takes a decision record in the form of MADR 4 in, as the record that counts from now on.',
  params: problemParams,
  body: z.strictObject({
    markdown: textField({ max: 200_000, min: 1 }).meta({ description: 'The record, as Markdown' }),
  }),
  answer: recordSchema,
  status: 201,
  cli: { command: 'framework import' },
});
