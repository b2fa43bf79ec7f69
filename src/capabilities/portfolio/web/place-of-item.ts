import type { WorkItem } from '../contract.ts';

/** The address of the exact place within the page of a problem. */
export function placeOfItem({ problemId, place }: Pick<WorkItem, 'problemId' | 'place'>) {
  const { station, field, talk } = place;
  return {
    params: { problemId, station },
    search: { ...(field === null ? {} : { field }), ...(talk === null ? {} : { talk }) },
  };
}
