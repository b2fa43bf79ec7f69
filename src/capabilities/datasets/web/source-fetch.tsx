import { Autocomplete, Button, NativeSelect, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import {
  cancelImport,
  fetchSource,
  type Import,
  type Keeping,
  keepings,
  listDatasets,
  listImports,
  type Source,
} from '../contract.ts';
import { connectionTexts } from './connection-texts.ts';
import { datasetTexts } from './dataset-texts.ts';

interface SourceFetchProps {
  source: Source;
  problemId: string;
}

/** Fetches now, into the data set that it went into before, with the progress in sight and what came of it. */
export function SourceFetch({ source: { id, title }, problemId }: SourceFetchProps) {
  const t = useTexts(connectionTexts);
  const fetch = useAsk(fetchSource);
  const imports = useAnswer(listImports, { params: { problemId } });
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const latest = imports.data?.imports.find(({ sourceId }) => sourceId === id);
  const [keep, setKeep] = useState<Keeping>('content');
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? latest?.datasetName ?? title.slice(0, 120);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    fetch
      .mutateAsync({ params: { problemId, sourceId: id }, body: { name: name.trim(), keep } })
      .catch((error: Error) => say(error.message));
  };
  const isGoing = latest?.finishedAt === null && latest.state !== 'failed';
  return (
    <>
      <form className="row data-beside" noValidate onSubmit={submit}>
        <Autocomplete
          label={t.into}
          description={t.intoHint}
          data={(datasets.data?.datasets ?? []).map((each) => each.name)}
          openOnFocus={false}
          maxLength={120}
          value={name}
          onChange={setTyped}
        />
        <NativeSelect
          label={t.keeping}
          value={keep}
          data={keepings.map((value) => ({ value, label: t.keepings[value] }))}
          onChange={(event) => setKeep(event.currentTarget.value as Keeping)}
        />
        <Button type="submit" variant="filled" disabled={isGoing || name.trim() === ''} loading={fetch.isPending}>
          {t.fetch}
          <span className="unseen"> {title}</span>
        </Button>
      </form>
      <div aria-live="polite">{latest ? <Outcome {...{ problemId, title }} given={latest} /> : null}</div>
    </>
  );
}

function Outcome({ given, problemId, title }: { given: Import; problemId: string; title: string }) {
  const t = useTexts(connectionTexts);
  const words = useTexts(datasetTexts).imports;
  const cancel = useAsk(cancelImport);
  const { id, state, phase, progress, failure, isSame, versionId, finishedAt } = given;
  if (failure) return <p className="data-asked">{failure.message}</p>;
  if (state === 'cancelled') return <p className="small quiet">{words.states.cancelled}</p>;
  if (versionId !== null)
    return (
      <p className="small">
        {isSame ? t.same : t.done}{' '}
        <Link to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId }}>
          {t.toVersion}
          <span className="unseen"> {title}</span>
        </Link>
      </p>
    );
  if (finishedAt !== null) return null;
  const stop = () =>
    void cancel.mutateAsync({ params: { problemId, importId: id } }).catch((error: Error) => say(error.message));
  return (
    <div className="stack stack--tight">
      <p className="small">{words.phases[phase]}</p>
      <Progress value={progress * 100} aria-label={`${title}: ${words.phases[phase]}`} />
      <div>
        <button type="button" className="button-plain link small" onClick={stop}>
          {t.stop}
          <span className="unseen"> {title}</span>
        </button>
      </div>
    </div>
  );
}
