import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import { chartSchema } from '../statistics/contract.ts';
import { chartKinds, chartSpecSchema } from './chart-contract.ts';
import {
  atLeastOne,
  moment,
  oneField,
  personField,
  problemParams,
  versionField,
  withinProblem,
} from './shared-contract.ts';

export const answerKinds = ['as_expected', 'explained', 'data_error', 'unknown'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const findingStates = ['waiting', 'changed_since', 'answered'] as const;
export type FindingState = (typeof findingStates)[number];

const titleField = lineField({ max: 300, min: 1 }).meta({ description: 'What was found, as a sentence' });
const remarkField = textField({ max: 5000 });

const drawingSchema = z
  .object({
    versionId: z.string(),
    versionNumber: z.int(),
    sentence: z.string().nullable().meta({ description: 'What it shows; null once the version was erased' }),
    drawnBy: personField,
    drawnAt: moment('When it was drawn'),
  })
  .meta({ id: 'FindingDrawing' });
export type Drawing = z.infer<typeof drawingSchema>;

const answerSchema = z
  .object({
    position: z.int().meta({ description: 'From 1; the last stands' }),
    kind: z.enum(answerKinds),
    text: z.string(),
    versionId: z.string(),
    versionNumber: z.int().meta({ description: 'Of the data that was looked at' }),
    isCurrent: z.boolean().meta({ description: 'Neither its words nor its data have changed since' }),
    answeredBy: personField,
    onBehalfOf: z.string().nullable().meta({ description: 'Id of the expert for whom a delegate answered' }),
    answeredAt: moment('When it was answered'),
  })
  .meta({ id: 'FindingAnswer' });
export type FindingAnswer = z.infer<typeof answerSchema>;

const findingFields = {
  id: z.string(),
  datasetId: z.string(),
  datasetName: z.string(),
  spec: chartSpecSchema,
  kind: z.enum(chartKinds),
  title: z.string(),
  remark: z.string(),
  state: z.enum(findingStates).meta({
    description: 'waiting: no answer yet; changed_since: answered, and its words or data changed after; answered',
  }),
  drawings: z.array(drawingSchema).meta({ description: 'The newest version of the data first' }),
  answers: z.array(answerSchema).meta({ description: 'The first to the last, which stands' }),
  newest: z
    .object({ versionId: z.string(), number: z.int() })
    .nullable()
    .meta({ description: 'A version of the data newer than it was drawn on; null where there is none' }),
  keptBy: personField,
  keptAt: moment('When it was kept'),
  version: versionField,
};
export const findingSchema = z.object(findingFields).meta({ id: 'Finding' });
export type Finding = z.infer<typeof findingSchema>;

export const drawnFindingSchema = z
  .object({
    ...findingFields,
    drawings: z.array(
      drawingSchema.extend({ chart: chartSchema.nullable().meta({ description: 'null with the sentence' }) }),
    ),
  })
  .meta({ id: 'DrawnFinding' });
export type DrawnFinding = z.infer<typeof drawnFindingSchema>;

const params = withinProblem('findingId', 'Id of the finding');

export const listFindings = defineEndpoint({
  id: 'listFindings',
  method: 'GET',
  path: '/api/problems/:problemId/findings',
  permission: 'problem.read',
  summary: 'What people found in the data, in the order in which it was kept, each with its answers.',
  params: problemParams,
  query: z.object({
    datasetId: z.exactOptional(idField).meta({ description: 'Only those in this data set' }),
    state: z.exactOptional(z.enum(findingStates)).meta({ description: 'Only those in this state' }),
  }),
  answer: z.object({ findings: z.array(findingSchema) }),
  cli: { command: 'finding list' },
});

export const readFinding = defineEndpoint({
  id: 'readFinding',
  method: 'GET',
  path: '/api/problems/:problemId/findings/:findingId',
  permission: 'problem.read',
  summary: 'One finding with its chart on each version of the data on which it was drawn.',
  params,
  answer: drawnFindingSchema,
  cli: { command: 'finding show' },
});

export const keepFinding = defineEndpoint({
  id: 'keepFinding',
  method: 'POST',
  path: '/api/problems/:problemId/findings',
  permission: 'data.write',
  summary: 'Keeps a chart of a version as a finding, for the expert to answer.',
  params: problemParams,
  body: z.strictObject({
    versionId: idField.meta({ description: 'Id of the version of a data set' }),
    spec: chartSpecSchema,
    title: z.exactOptional(titleField).meta({ description: 'What was found; the sentence of the chart unless told' }),
    remark: remarkField.default('').meta({ description: 'What you want to know of it' }),
  }),
  answer: findingSchema,
  status: 201,
  cli: { command: 'finding keep' },
});

export const editFinding = defineEndpoint({
  id: 'editFinding',
  method: 'PATCH',
  path: '/api/problems/:problemId/findings/:findingId',
  permission: 'data.write',
  summary: 'Changes the words of a finding; an answer given before shows that it was to other words.',
  params,
  body: z
    .strictObject({ title: z.exactOptional(titleField), remark: z.exactOptional(remarkField) })
    .refine(atLeastOne, oneField),
  answer: findingSchema,
  versioned: true,
  cli: { command: 'finding edit' },
});

export const withdrawFinding = defineEndpoint({
  id: 'withdrawFinding',
  method: 'DELETE',
  path: '/api/problems/:problemId/findings/:findingId',
  permission: 'data.write',
  summary: 'Withdraws a finding; it can be brought back, with its answers.',
  params,
  answer: z.object({ id: z.string(), removedAt: moment('When it was withdrawn') }),
  cli: { command: 'finding withdraw' },
});

export const restoreFinding = defineEndpoint({
  id: 'restoreFinding',
  method: 'POST',
  path: '/api/problems/:problemId/findings/:findingId/restore',
  permission: 'data.write',
  summary: 'Brings back a finding that was withdrawn.',
  params,
  answer: findingSchema,
  cli: { command: 'finding restore' },
});

export const redrawFinding = defineEndpoint({
  id: 'redrawFinding',
  method: 'POST',
  path: '/api/problems/:problemId/findings/:findingId/drawings',
  permission: 'data.write',
  summary: 'Draws a finding again on a newer version of its data, and asks the expert anew.',
  params,
  body: z.strictObject({
    versionId: z.exactOptional(idField).meta({ description: 'A newer version; the newest unless told' }),
  }),
  answer: findingSchema,
  status: 201,
  cli: { command: 'finding redraw' },
});

export const answerFinding = defineEndpoint({
  id: 'answerFinding',
  method: 'POST',
  path: '/api/problems/:problemId/findings/:findingId/answers',
  permission: 'data.explain',
  summary:
    'The expert’s answer to a finding: as expected, explained, an error in the data, or unknown. The last stands.',
  params,
  body: z
    .strictObject({
      kind: z.enum(answerKinds),
      text: textField({ max: 5000 }).default('').meta({ description: 'What explains it, or what is wrong' }),
      versionId: z
        .exactOptional(idField)
        .meta({ description: 'The version of the data that you saw; refused where it was drawn on a newer one' }),
    })
    .refine(({ kind, text }) => (kind !== 'explained' && kind !== 'data_error') || text.trim() !== '', {
      error: inBoth(
        'Write what explains it, or what is wrong with the data',
        'Schrijf wat het verklaart, of wat er niet klopt aan de gegevens',
      ),
      path: ['text'],
    }),
  answer: findingSchema,
  status: 201,
  cli: { command: 'finding answer' },
});
