import { z } from 'zod';
import { idField } from '../../platform/endpoint/text-field.ts';

const ids = {
  problemId: idField.meta({ description: 'Id of the problem' }),
  datasetId: idField.meta({ description: 'Id of the data set' }),
};
export const datasetParams = z.object(ids);
export const within = <const Name extends string>(name: Name, description: string) =>
  datasetParams.extend({ [name]: idField.meta({ description }) } as Record<Name, z.ZodType<string, string>>);
export const numberParams = datasetParams.extend({ number: z.coerce.number().int().min(1).max(1_000_000) });

export const moment = (description: string) => z.int().meta({ description: `${description}; epoch milliseconds, UTC` });
export const personField = z.string().meta({ description: 'Id of the person' });
export const path = '/api/problems/:problemId/datasets/:datasetId/contract';
