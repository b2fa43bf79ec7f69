import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { type Preview, previewUpload, type ReadOptions } from '../contract.ts';

export interface Looked {
  preview: Preview | null;
  /** why it cannot be read as it is told now */
  problem: string | null;
}

/** How an upload would be read as it is told now; whatever is told anew is looked at anew. null: nobody asked to look. */
export function usePreview(problemId: string, uploadId: string | null, options: ReadOptions): Looked | null {
  const asking = { params: { problemId, uploadId: uploadId ?? '' }, body: { options } };
  const { data, error } = useAnswer(previewUpload, asking, { enabled: uploadId !== null });
  return uploadId === null ? null : { preview: data ?? null, problem: error?.message ?? null };
}
