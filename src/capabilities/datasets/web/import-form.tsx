import { Autocomplete, Button, FileButton, NativeSelect, Progress, Textarea } from '@mantine/core';
import { type RefObject, useId } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listSources } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { PreviewPart } from './preview-part.tsx';
import { previewTexts } from './preview-texts.ts';
import { ReadingFields } from './reading-fields.tsx';
import { type ImportDraft, type ImportFormProps, nameOfFile, useBringing } from './use-bringing.ts';
import type { SendingNow } from './use-uploads.ts';

/** Which file, of which data set, from which source; looked at before it is kept, and sent with its progress in sight. */
export function ImportForm(props: ImportFormProps) {
  const { problemId, opener, names, close } = props;
  const t = useTexts(datasetTexts).form;
  const id = useId();
  const first = useOpenedForm<HTMLButtonElement>(opener);
  const { draft, put, problems, sending, stop, looked, look, submit, isStarting } = useBringing(props, id);
  return (
    <form className="stack data-form" noValidate onSubmit={submit} aria-label={t.title}>
      <ErrorSummary problems={problems} />
      <ChosenFiles {...{ id, draft, put, first }} isSending={sending !== null} />
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
      <ReadingFields
        options={draft.options}
        put={(options) => put({ options })}
        found={looked?.preview?.dialect ?? null}
      />
      {looked ? (
        <PreviewPart looked={looked} name={draft.files[0]?.name ?? ''} others={draft.files.length - 1} />
      ) : null}
      {sending ? <SendingBar {...{ sending, stop }} /> : null}
      <div className="row">
        <Button type="submit" variant="filled" loading={isStarting}>
          {t.start}
        </Button>
        {sending ? null : <Otherwise mayLook={looked === null && draft.files.length > 0} {...{ look, close }} />}
      </div>
    </form>
  );
}

function Otherwise({ mayLook, look, close }: { mayLook: boolean; look: () => void; close: () => void }) {
  const t = useTexts(datasetTexts).form;
  const words = useTexts(previewTexts);
  return (
    <>
      {mayLook ? <Button onClick={look}>{words.look}</Button> : null}
      <Button onClick={close}>{t.cancel}</Button>
    </>
  );
}

interface ChosenFilesProps {
  id: string;
  draft: ImportDraft;
  put: (part: Partial<ImportDraft>) => void;
  first: RefObject<HTMLButtonElement | null>;
  isSending: boolean;
}

function ChosenFiles({ id, draft, put, first, isSending }: ChosenFilesProps) {
  const t = useTexts(datasetTexts).form;
  const choose = (files: File[]) => put({ files, name: draft.name || nameOfFile(files[0]?.name ?? '') });
  return (
    <div className="stack stack--tight">
      <p>
        <strong>{t.file}</strong>
      </p>
      <p className="small quiet">{t.fileHint}</p>
      <div className="row">
        <FileButton multiple onChange={choose}>
          {(props) => (
            <Button {...props} id={`${id}-file`} ref={first} disabled={isSending}>
              {t.choose}
            </Button>
          )}
        </FileButton>
        <span className="small" aria-live="polite">
          {draft.files.length === 0 ? '' : t.chosen({ names: draft.files.map(({ name }) => name).join(', ') })}
        </span>
      </div>
    </div>
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
