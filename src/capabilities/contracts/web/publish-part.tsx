import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { publishContract, reviewContract } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { contractTexts } from './texts.ts';

/** Who read the draft, and the one button that puts it in force. */
export function PublishPart(props: PartProps) {
  const t = useTexts(contractTexts);
  const { rules, publishedNumber: number, changes: count } = props.contract;
  if (number === null && rules.length === 0) return null;
  const isSame = number !== null && count === 0;
  const said = () => {
    if (number === null) return t.draftNew({ count: rules.length });
    return isSame ? t.draftSame({ number }) : t.draftDiffers({ number, count });
  };
  return (
    <section className="stack" aria-labelledby="publish-title">
      <h2 id="publish-title">{t.publishTitle}</h2>
      <p>{said()}</p>
      {isSame ? null : <Agree {...props} />}
    </section>
  );
}

function Agree({ problemId, contract, mayChange }: PartProps) {
  const t = useTexts(contractTexts);
  const review = useAsk(reviewContract);
  const { datasetId, version, publishedNumber } = contract;
  const params = { problemId, datasetId };
  const reviewIt = () => review.mutate({ params, version }, { onError: (error) => say(error.message) });
  return (
    <>
      <Reviewed review={contract.review} />
      {mayChange && !contract.review?.isCurrent ? (
        <div>
          <Button loading={review.isPending} onClick={reviewIt}>
            {t.review}
          </Button>
        </div>
      ) : null}
      {mayChange ? <PublishForm {...{ params, version }} number={(publishedNumber ?? 0) + 1} /> : null}
    </>
  );
}

function Reviewed({ review }: Pick<PartProps['contract'], 'review'>) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  if (!review) return <p className="quiet">{t.notReviewed}</p>;
  const said = { name: names.get(review.by) ?? review.by, date: formats.dateTime(review.at) };
  return <p className={review.isCurrent ? '' : 'note'}>{review.isCurrent ? t.reviewed(said) : t.reviewStale(said)}</p>;
}

interface PublishFormProps {
  params: { problemId: string; datasetId: string };
  version: number;
  number: number;
}

function PublishForm({ params, version, number }: PublishFormProps) {
  const t = useTexts(contractTexts);
  const publish = useAsk(publishContract);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === '') return setProblem(t.noteNeeded);
    setProblem(null);
    const onSuccess = () => {
      setNote('');
      say(t.published({ number }));
    };
    const onError = (error: Error) => setProblem(error.message);
    publish.mutate({ params, body: { note: note.trim() }, version }, { onSuccess, onError });
  };
  return (
    <form className="stack contract__form" noValidate onSubmit={submit}>
      <Textarea
        label={t.note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={note}
        error={problem}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={publish.isPending}>
          {t.publish({ number })}
        </Button>
      </div>
    </form>
  );
}
