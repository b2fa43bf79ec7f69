import { z } from 'zod';
import { inBoth } from '../../platform/endpoint/field-words.ts';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField, lineField, textField } from '../../platform/endpoint/text-field.ts';
import {
  columnField,
  moment,
  personField,
  problemParams,
  valueField,
  versionField,
  withinProblem,
} from './shared-contract.ts';

const datasetId = idField.meta({ description: 'Id of the data set' });

/** Where a note stands: it is shown wherever that thing is. */
const notePlaceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('source'), sourceId: idField.meta({ description: 'Id of the source' }) }),
    z.strictObject({ kind: z.literal('column'), datasetId, column: columnField }),
    z.strictObject({
      kind: z.literal('value'),
      datasetId,
      column: columnField,
      value: valueField.nullable().meta({ description: 'As the profile writes it; null is what is missing' }),
    }),
    z.strictObject({
      kind: z.literal('segment'),
      datasetId,
      segment: lineField({ max: 120, min: 1 }).meta({ description: 'Name of the segment' }),
    }),
  ])
  .meta({ id: 'NotePlace' });
export type NotePlace = z.infer<typeof notePlaceSchema>;

const noteText = textField({ max: 5000, min: 1 })
  .refine((text) => text.trim() !== '', {
    error: inBoth('Write what others must know of it', 'Schrijf wat anderen hiervan moeten weten'),
  })
  .meta({ description: 'What others must know of it' });

export const noteSchema = z
  .object({
    id: z.string(),
    place: notePlaceSchema,
    text: z.string(),
    writtenBy: personField,
    writtenAt: moment('When it was last written'),
    version: versionField,
  })
  .meta({ id: 'DataNote' });
export type Note = z.infer<typeof noteSchema>;

const params = withinProblem('noteId', 'Id of the note');

export const listNotes = defineEndpoint({
  id: 'listDataNotes',
  method: 'GET',
  path: '/api/problems/:problemId/data-notes',
  permission: 'problem.read',
  summary:
    'What the expert noted of sources, columns, values and segments, in the order in which it was first written.',
  params: problemParams,
  query: z.object({
    datasetId: z.exactOptional(datasetId),
    sourceId: z.exactOptional(idField).meta({ description: 'Id of the source' }),
  }),
  answer: z.object({ notes: z.array(noteSchema) }),
  cli: { command: 'data-note list' },
});

export const addNote = defineEndpoint({
  id: 'addDataNote',
  method: 'POST',
  path: '/api/problems/:problemId/data-notes',
  permission: 'data.explain',
  summary: 'Notes what others must know of a source, a column, a value of it, or a segment.',
  params: problemParams,
  body: z.strictObject({ place: notePlaceSchema, text: noteText }),
  answer: noteSchema,
  status: 201,
  cli: { command: 'data-note add' },
});

export const editNote = defineEndpoint({
  id: 'editDataNote',
  method: 'PATCH',
  path: '/api/problems/:problemId/data-notes/:noteId',
  permission: 'data.explain',
  summary: 'Changes the words of a note.',
  params,
  body: z.strictObject({ text: noteText }),
  answer: noteSchema,
  versioned: true,
  cli: { command: 'data-note edit' },
});

export const removeNote = defineEndpoint({
  id: 'removeDataNote',
  method: 'DELETE',
  path: '/api/problems/:problemId/data-notes/:noteId',
  permission: 'data.explain',
  summary: 'Removes a note; it can be brought back.',
  params,
  answer: z.object({ id: z.string(), removedAt: moment('When it was removed') }),
  cli: { command: 'data-note remove' },
});

export const restoreNote = defineEndpoint({
  id: 'restoreDataNote',
  method: 'POST',
  path: '/api/problems/:problemId/data-notes/:noteId/restore',
  permission: 'data.explain',
  summary: 'Brings back a note that was removed.',
  params,
  answer: noteSchema,
  cli: { command: 'data-note restore' },
});
