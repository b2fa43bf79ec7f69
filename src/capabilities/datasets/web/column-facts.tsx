import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { personalDataKinds, tagColumn, type Version, type VersionColumn } from '../contract.ts';
import { readingTexts } from './reading-texts.ts';

interface ColumnFactsProps {
  problemId: string;
  version: Version;
  name: string;
  isReadOnly: boolean;
}

const opener = 'tag-column';

/** What people say of a column, and what reading it had to note. */
export function ColumnFacts({ problemId, version, name, isReadOnly }: ColumnFactsProps) {
  const t = useTexts(readingTexts).column;
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const column = version.columns.find((each) => each.name === name);
  if (!column) return null;
  const { note, emptied, personalData, description } = column;
  if (isOpen) return <TagForm {...{ problemId, version, column }} close={() => setOpen(false)} />;
  return (
    <div className="stack stack--tight small">
      {description === '' ? null : <p className="prose">{description}</p>}
      <p>
        {t.tells} <strong>{t.kinds[personalData]}</strong>
      </p>
      {note === null ? null : <p className="data-asked">{t.notes[note]}</p>}
      {emptied === 0 ? null : <p className="data-asked">{t.emptied({ count: formats.number(emptied) })}</p>}
      {isReadOnly ? null : (
        <div>
          <Button id={opener} onClick={() => setOpen(true)}>
            {t.change}
            <span className="unseen"> {name}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function TagForm({
  problemId,
  version,
  column,
  close,
}: Pick<ColumnFactsProps, 'problemId' | 'version'> & { column: VersionColumn; close: () => void }) {
  const t = useTexts(readingTexts).column;
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const tag = useAsk(tagColumn);
  const [personalData, setKind] = useState(column.personalData);
  const [description, setDescription] = useState(column.description);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tag
      .mutateAsync({
        params: { problemId, datasetId: version.datasetId },
        body: { column: column.name, personalData, description: description.trim() },
      })
      .then(close, (error: Error) => say(error.message));
  };
  return (
    <form className="stack stack--tight data-form" noValidate onSubmit={submit} aria-label={column.name}>
      <NativeSelect
        label={t.tells}
        ref={first}
        value={personalData}
        data={personalDataKinds.map((value) => ({ value, label: t.kinds[value] }))}
        onChange={(event) => setKind(event.currentTarget.value as VersionColumn['personalData'])}
      />
      <Textarea
        label={t.means}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={tag.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** What must be seen of a column before it is opened. */
export function ColumnMarks({ column }: { column: VersionColumn | undefined }) {
  const t = useTexts(readingTexts).column;
  const formats = useFormats();
  if (!column) return null;
  const { personalData, note, emptied } = column;
  const marks = [
    t.marks[personalData],
    note === null ? '' : t.shortNotes[note],
    emptied === 0 ? '' : t.refused({ count: formats.number(emptied) }),
  ].filter((mark) => mark !== '');
  return marks.map((mark) => (
    <span key={mark} className="data-mark data-mark--warn small">
      {mark}
    </span>
  ));
}
