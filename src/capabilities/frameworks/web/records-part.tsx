import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { saveText } from '../../../web/kit/copy/save-text.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { exportRecord, type FrameworkRecord, frameworkNames, importRecord, listRecords } from '../contract.ts';
import { RecordNames } from './record-names.tsx';
import { outcomeTexts } from './outcome-texts.ts';

const opener = 'import-record';

/** What was decided, the newest first: it counts. Each goes out as Markdown; one from elsewhere comes in. */
export function RecordsPart({ problemId, mayDecide }: { problemId: string; mayDecide: boolean }) {
  const t = useTexts(outcomeTexts).outcome;
  const query = useAnswer(listRecords, { params: { problemId } });
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const mayErase = mine.data?.permissions.includes('problem.team') ?? false;
  const [isImporting, setImporting] = useState(false);
  return (
    <section className="stack" aria-labelledby="records-title">
      <h4 id="records-title">{t.records}</h4>
      <AwaitQuery query={query} lines={3}>
        {({ records }) => (
          <>
            {records.length === 0 ? <p className="quiet">{t.none}</p> : null}
            <ol className="plain-list" reversed>
              {records.map((record) => (
                <RecordRow key={record.number} {...{ problemId, record, mayErase }} />
              ))}
            </ol>
          </>
        )}
      </AwaitQuery>
      {isImporting ? <ImportForm problemId={problemId} close={() => setImporting(false)} /> : null}
      {mayDecide && !isImporting ? (
        <div>
          <Button id={opener} onClick={() => setImporting(true)}>
            {t.import}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface RecordRowProps {
  problemId: string;
  record: FrameworkRecord;
  mayErase: boolean;
}

function RecordRow({ problemId, record, mayErase }: RecordRowProps) {
  const t = useTexts(outcomeTexts).outcome;
  const outcomes = useTexts(frameworkNames).outcomes;
  const formats = useFormats();
  const people = usePeopleNames();
  const { number, date, status, origin, content, decisionMakers } = record;
  const names = decisionMakers.map(({ userId, name }) => name ?? people.get(userId ?? '') ?? '…');
  const save = () =>
    void call(exportRecord, { params: { problemId, number } }).then(
      ({ markdown }) => saveText(markdown, `framework-decision-${number}.md`),
      (error: Error) => say(error.message),
    );
  const until = content.reviewDate === null ? '' : ` (${t.until({ date: formats.date(content.reviewDate) })})`;
  return (
    <li className="record stack stack--tight">
      <h5>{content.title}</h5>
      <p className="small quiet">
        {t.number({ number, date: formats.date(date) })} · {t.status[status]}
        {origin === 'imported' ? ` · ${t.imported}` : ''}
        {names.length > 0 ? ` · ${formats.list(names)}` : ''}
      </p>
      <p>
        <strong>
          {content.chosen.length > 0 ? formats.list(content.chosen) : outcomes[content.outcome]}
          {until}
        </strong>
      </p>
      <p className="prose">{content.because}</p>
      {content.confirmation === '' ? null : (
        <p className="prose small">
          {t.confirmation}: {content.confirmation}
        </p>
      )}
      <div>
        <button type="button" className="button-plain link small" onClick={save}>
          {t.markdown}
          <span className="unseen"> {content.title}</span>
        </button>
      </div>
      {mayErase ? <RecordNames {...{ problemId, record }} /> : null}
    </li>
  );
}

function ImportForm({ problemId, close }: { problemId: string; close: () => void }) {
  const t = useTexts(outcomeTexts).outcome;
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [markdown, setMarkdown] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const take = useAsk(importRecord);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void take
      .mutateAsync({ params: { problemId }, body: { markdown } })
      .then(close, (error: Error) => setProblem(error.message));
  };
  return (
    <form className="stack approach-form" noValidate onSubmit={submit}>
      <Textarea
        ref={first}
        label={t.importLabel}
        description={t.importHint}
        error={problem}
        autosize
        minRows={6}
        maxRows={20}
        maxLength={200_000}
        value={markdown}
        onChange={(event) => setMarkdown(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={take.isPending} disabled={markdown.trim() === ''}>
          {t.importKeep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
