import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { describeRegisteredModel, type ShownRegisteredModel } from '../contract.ts';
import { modelTexts } from './model-texts.ts';

interface PartProps {
  model: ShownRegisteredModel;
  mayLog: boolean;
}

/** What a model is for, in the words of whoever may log. */
export function DescriptionPart({ model: { name, description }, mayLog }: PartProps) {
  const t = useTexts(modelTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const write = useAsk(describeRegisteredModel);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void write
      .mutateAsync({ params: { name }, body: { description: typed ?? '' } })
      .then(() => {
        setTyped(null);
        say(t.kept);
      })
      .catch((error: Error) => say(error.message));
  };
  return (
    <section className="stack stack--tight" aria-labelledby="model-description">
      <h2 id="model-description">{t.description}</h2>
      {typed === null ? (
        <>
          <p className={description === '' ? 'quiet' : 'prose'}>{description === '' ? t.noDescription : description}</p>
          {mayLog ? (
            <div>
              <Button onClick={() => setTyped(description)}>{t.edit}</Button>
            </div>
          ) : null}
        </>
      ) : (
        <form className="stack" onSubmit={submit}>
          <Textarea
            label={t.description}
            autosize
            minRows={3}
            maxLength={5000}
            value={typed}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" variant="filled" loading={write.isPending}>
              {t.keep}
            </Button>
            <Button onClick={() => setTyped(null)}>{t.cancel}</Button>
          </div>
        </form>
      )}
    </section>
  );
}
