import { Button } from '@mantine/core';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { eraseRecordName, type FrameworkRecord } from '../contract.ts';
import { outcomeTexts } from './outcome-texts.ts';

/** Names of people who do not sign in here, for whoever answers for the team: each can be erased on its own. */
export function RecordNames({ problemId, record }: { problemId: string; record: FrameworkRecord }) {
  const t = useTexts(outcomeTexts).outcome;
  const erase = useAsk(eraseRecordName);
  const { number, decisionMakers, consulted, informed } = record;
  const names = [...new Set([...decisionMakers, ...consulted, ...informed].flatMap(({ name }) => name ?? []))];
  if (names.length === 0) return null;
  const eraseName = (name: string) =>
    void erase.mutateAsync({ params: { problemId, number }, body: { name } }).then(
      () => say(t.nameErased),
      (error: Error) => say(error.message),
    );
  return (
    <details className="small record__names">
      <summary>{t.outsiders({ count: names.length })}</summary>
      <div className="stack stack--tight">
        <p className="quiet">{t.eraseWhy}</p>
        <ul className="plain-list">
          {names.map((name) => (
            <li key={name} className="row">
              <span>{name}</span>
              <Button size="compact-sm" onClick={() => eraseName(name)}>
                {t.eraseName}
                <span className="unseen"> {name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
