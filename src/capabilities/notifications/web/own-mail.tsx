import { Radio } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { chooseMail, getOwnMail, type MailChoice, mailChoices } from '../contract.ts';
import { notificationTexts } from './texts.ts';

/** One's own choice of mail; where none can be sent, why. */
export function OwnMail() {
  const t = useTexts(notificationTexts).mail;
  const query = useAnswer(getOwnMail, {});
  return (
    <section className="stack" aria-labelledby="mail-title">
      <h2 id="mail-title">{t.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {({ choice, isConfigured, hasAddress }) => {
          if (!isConfigured) return <p className="note">{t.notConfigured}</p>;
          if (!hasAddress) return <p className="note">{t.noAddress}</p>;
          return <Choices choice={choice} />;
        }}
      </AwaitQuery>
    </section>
  );
}

function Choices({ choice }: { choice: MailChoice }) {
  const t = useTexts(notificationTexts).mail;
  const choose = useAsk(chooseMail);
  const keep = (value: string) => {
    const wanted = mailChoices.find((each) => each === value);
    if (!wanted) return;
    choose.mutate(
      { body: { choice: wanted } },
      { onSuccess: () => say(t.chosen), onError: (error) => say(error.message) },
    );
  };
  return (
    <>
      <Radio.Group label={t.when} value={choose.isPending ? choose.variables.body.choice : choice} onChange={keep}>
        <div className="stack stack--tight mail-choices">
          {mailChoices.map((value) => (
            <Radio key={value} value={value} label={t.choices[value]} />
          ))}
        </div>
      </Radio.Group>
      <p className="small quiet">{t.privacy}</p>
    </>
  );
}
