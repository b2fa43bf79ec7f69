import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { saveText } from '../../../web/kit/copy/save-text.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { exportContract, type ExportFormat, exportFormats, importContract } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { contractTexts } from './texts.ts';

/** The contract as a file, for other systems and from them. */
export function FilesPart(props: PartProps) {
  const t = useTexts(contractTexts);
  const { problemId, contract, mayChange } = props;
  const params = { problemId, datasetId: contract.datasetId };
  const save = (format: ExportFormat) =>
    void call(exportContract, { params, query: { format } }).then(
      ({ text, fileName, leftOut }) => {
        saveText(text, fileName);
        if (leftOut.length > 0) say(t.leftOut({ count: leftOut.length }));
      },
      (error: Error) => say(error.message),
    );
  return (
    <section className="stack" aria-labelledby="files-title">
      <h2 id="files-title">{t.filesTitle}</h2>
      <p className="quiet">{t.filesBody}</p>
      {contract.rules.length === 0 ? null : (
        <div className="row">
          {exportFormats.map((format) => (
            <Button key={format} onClick={() => save(format)}>
              {t.saveAs({ format: t.formats[format] })}
            </Button>
          ))}
        </div>
      )}
      {mayChange ? <ImportForm {...props} /> : null}
    </section>
  );
}

function ImportForm({ problemId, contract }: PartProps) {
  const t = useTexts(contractTexts);
  const [document, setDocument] = useState('');
  const [table, setTable] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = useAsk(importContract);
  const open = (file: File | null) => void file?.text().then(setDocument, (error: Error) => setProblem(error.message));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const body = { document, ...(table.trim() === '' ? {} : { table: table.trim() }) };
    take.mutate(
      { params: { problemId, datasetId: contract.datasetId }, body, version: contract.version },
      {
        onSuccess: ({ rules }) => {
          setDocument('');
          say(t.tookOver({ rules: rules.length }));
        },
        onError: (error) => setProblem(error.message),
      },
    );
  };
  return (
    <form className="stack contract__form" noValidate onSubmit={submit}>
      <Textarea
        label={t.document}
        autosize
        minRows={3}
        maxRows={16}
        value={document}
        error={problem}
        onChange={(event) => setDocument(event.currentTarget.value)}
      />
      <div>
        <FileButton accept=".yaml,.yml,.json" onChange={open}>
          {(button) => <Button {...button}>{t.chooseFile}</Button>}
        </FileButton>
      </div>
      <TextInput label={t.table} value={table} onChange={(event) => setTable(event.currentTarget.value)} />
      <p className="small quiet">{t.replaces}</p>
      <div>
        <Button type="submit" disabled={document.trim() === ''} loading={take.isPending}>
          {t.takeOver}
        </Button>
      </div>
    </form>
  );
}
