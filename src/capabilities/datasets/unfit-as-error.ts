import { QueryError } from '../../platform/analytics/query-error.ts';
import { datasetErrors } from './errors.ts';

/** A value that somebody wrote and that is none of the column's type is their mistake, not ours. */
export async function unfitAsError<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof QueryError && error.kind === 'Conversion')
      throw datasetErrors.valueDoesNotFit({ reason: error.message.replace(/^Conversion Error: /, '') });
    throw error;
  }
}
