import { type FormEvent, useState } from 'react';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { importUploads, type ReadOptions } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { usePreview } from './use-preview.ts';
import { useUploads } from './use-uploads.ts';

export interface ImportFormProps {
  problemId: string;
  /** id of the button that opens it */
  opener: string;
  /** of data sets that are there */
  names: readonly string[];
  close: () => void;
}

export interface ImportDraft {
  files: readonly File[];
  name: string;
  sourceId: string;
  note: string;
  options: ReadOptions;
}

/** Files that are at the server already. */
interface Sent {
  files: readonly File[];
  ids: readonly string[];
}

const empty: ImportDraft = { files: [], name: '', sourceId: '', note: '', options: {} };

/** What is filled in, and the two things that can be done with it: looking at the first rows, and bringing it in. */
export function useBringing({ problemId, close }: ImportFormProps, id: string) {
  const t = useTexts(datasetTexts);
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [sent, setSent] = useState<Sent | null>(null);
  const { sending, send, stop } = useUploads(problemId);
  const begin = useAsk(importUploads);
  const here = sent?.files === draft.files ? sent : null;
  const looked = usePreview(problemId, begin.isIdle ? (here?.ids[0] ?? null) : null, draft.options);
  const complain = (error: unknown) => setProblems([{ field: null, message: (error as Error).message }]);
  /** What was sent to be looked at need not be sent again; null where the sending was stopped. */
  const sendOnce = async (): Promise<readonly string[] | null> => {
    if (here) return here.ids;
    const ids = await send(draft.files);
    if (ids === null) say(t.stopped);
    else setSent({ files: draft.files, ids });
    return ids;
  };
  const start = async () => {
    const uploadIds = await sendOnce();
    if (uploadIds === null) return;
    await begin.mutateAsync({ params: { problemId }, body: bodyOf(draft, uploadIds) });
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(draft.files.length === 0 ? [{ field: `${id}-file`, message: t.form.fileNeeded }] : []),
      ...(draft.name.trim() === '' ? [{ field: `${id}-name`, message: t.form.nameNeeded }] : []),
    ];
    setProblems(missing);
    if (missing.length === 0) start().catch(complain);
  };
  return {
    draft,
    put: (part: Partial<ImportDraft>) => setDraft((known) => ({ ...known, ...part })),
    problems,
    sending,
    stop,
    looked,
    look: () => void sendOnce().then(() => setProblems([]), complain),
    submit,
    isStarting: sending !== null || begin.isPending,
  };
}

function bodyOf({ name, sourceId, note, options }: ImportDraft, uploadIds: readonly string[]) {
  return {
    uploadIds: [...uploadIds],
    name: name.trim(),
    note: note.trim(),
    ...(sourceId === '' ? {} : { sourceId }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

/** A file without its endings: `flights-3m.csv.gz` is `flights-3m`. */
export const nameOfFile = (file: string): string =>
  file.replace(/(\.(csv|tsv|txt|parquet|pq|jsonl|ndjson|json|xlsx|gz|zip))+$/i, '').slice(0, 120);
