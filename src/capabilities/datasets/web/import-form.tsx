import { Autocomplete, Button, FileButton, NativeSelect, Progress, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { importUploads, listSources, type ReadOptions } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { ReadingFields } from './reading-fields.tsx';
import { type SendingNow, useUploads } from './use-uploads.ts';

interface ImportFormProps {
  problemId: string;
  /** id of the button that opens it */
  opener: string;
  /** of data sets that are there */
  names: readonly string[];
  close: () => void;
}

interface Draft {
  files: readonly File[];
  name: string;
  sourceId: string;
  note: string;
  options: ReadOptions;
}

const empty: Draft = { files: [], name: '', sourceId: '', note: '', options: {} };

/** Which file, of which data set, from which source; sent with its progress in sight. */
export function ImportForm({ problemId, opener, names, close }: ImportFormProps) {
  const t = useTexts(datasetTexts).form;
  const all = useTexts(datasetTexts);
  const id = useId();
  const first = useOpenedForm<HTMLButtonElement>(opener);
  const [draft, setDraft] = useState(empty);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const put = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const { sending, send, stop } = useUploads(problemId);
  const begin = useAsk(importUploads);
  const choose = (files: File[]) => put({ files, name: draft.name || nameOf(files[0]?.name ?? '') });
  const start = async () => {
    try {
      const uploadIds = await send(draft.files);
      if (uploadIds === null) return say(all.stopped);
      await begin.mutateAsync({ params: { problemId }, body: bodyOf(draft, uploadIds) });
      close();
    } catch (error) {
      setProblems([{ field: null, message: (error as Error).message }]);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(draft.files.length === 0 ? [{ field: `${id}-file`, message: t.fileNeeded }] : []),
      ...(draft.name.trim() === '' ? [{ field: `${id}-name`, message: t.nameNeeded }] : []),
    ];
    setProblems(missing);
    if (missing.length === 0) void start();
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit} aria-label={t.title}>
      <ErrorSummary problems={problems} />
      <div className="stack stack--tight">
        <p>
          <strong>{t.file}</strong>
        </p>
        <p className="small quiet">{t.fileHint}</p>
        <div className="row">
          <FileButton multiple onChange={choose}>
            {(props) => (
              <Button {...props} id={`${id}-file`} ref={first} disabled={sending !== null}>
                {t.choose}
              </Button>
            )}
          </FileButton>
          <span className="small" aria-live="polite">
            {draft.files.length === 0 ? '' : t.chosen({ names: draft.files.map(({ name }) => name).join(', ') })}
          </span>
        </div>
      </div>
      <Autocomplete
        id={`${id}-name`}
        label={t.name}
        description={t.nameHint}
        data={[...names]}
        openOnFocus={false}
        maxLength={120}
        value={draft.name}
        error={problems.find(({ field }) => field === `${id}-name`)?.message}
        onChange={(name) => put({ name })}
      />
      <FromSource {...{ problemId }} value={draft.sourceId} choose={(sourceId) => put({ sourceId })} />
      <Textarea
        label={t.note}
        autosize
        minRows={1}
        maxLength={5000}
        value={draft.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <ReadingFields options={draft.options} put={(options) => put({ options })} />
      {sending ? <SendingBar {...{ sending, stop }} /> : null}
      <div className="row">
        <Button type="submit" variant="filled" loading={sending !== null || begin.isPending}>
          {t.start}
        </Button>
        {sending ? null : <Button onClick={close}>{t.cancel}</Button>}
      </div>
    </form>
  );
}

function FromSource({
  problemId,
  value,
  choose,
}: {
  problemId: string;
  value: string;
  choose: (sourceId: string) => void;
}) {
  const t = useTexts(datasetTexts).form;
  const { data } = useAnswer(listSources, { params: { problemId } });
  const sources = (data?.sources ?? []).filter(({ state }) => state !== 'rejected');
  if (sources.length === 0) return null;
  return (
    <NativeSelect
      label={t.source}
      maw={480}
      value={value}
      data={[{ value: '', label: t.noSource }, ...sources.map(({ id, title }) => ({ value: id, label: title }))]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

function SendingBar({ sending: { name, share }, stop }: { sending: SendingNow; stop: () => void }) {
  const t = useTexts(datasetTexts);
  const formats = useFormats();
  const words = t.sending({ name, percent: formats.percent(share, 0) });
  return (
    <div className="stack stack--tight">
      <p className="small" aria-live="polite">
        {words}
      </p>
      <Progress value={share * 100} aria-label={words} />
      <div>
        <button type="button" className="button-plain link small" onClick={stop}>
          {t.stop}
        </button>
      </div>
    </div>
  );
}

function bodyOf({ name, sourceId, note, options }: Draft, uploadIds: readonly string[]) {
  return {
    uploadIds: [...uploadIds],
    name: name.trim(),
    note: note.trim(),
    ...(sourceId === '' ? {} : { sourceId }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

/** A file without its endings: `flights-3m.csv.gz` is `flights-3m`. */
const nameOf = (file: string): string =>
  file.replace(/(\.(csv|tsv|txt|parquet|pq|jsonl|ndjson|json|xlsx|gz|zip))+$/i, '').slice(0, 120);
