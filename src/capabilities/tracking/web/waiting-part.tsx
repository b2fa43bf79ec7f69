import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { inboxTexts } from './inbox-texts.ts';

interface WaitingPartProps {
  title: string;
  /** what to say where nothing waits */
  none: string;
  typed: string;
  setTyped: (typed: string) => void;
  /** what is looked for */
  text: string;
  error: Error | null;
  retry: () => void;
  /** of what was found; null while it is fetched */
  count: number | null;
  more: { isLoading: boolean; fetch: () => void } | null;
  children: ReactNode;
}

/** One kind of thing that waits: its heading, a search, and what was found. */
export function WaitingPart(props: WaitingPartProps) {
  const t = useTexts(inboxTexts);
  const heading = useId();
  const { title, none, typed, setTyped, text, error, retry, count, more, children } = props;
  const hasNone = count === 0 && text === '' && typed === '';
  return (
    <section className="stack" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {hasNone ? (
        <p className="quiet">{none}</p>
      ) : (
        <TextInput
          type="search"
          label={t.search}
          value={typed}
          leftSection={<Icon name="search" />}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {error ? <ErrorState error={error} retry={retry} /> : null}
      {error ? null : <Found count={count} none={hasNone ? '' : t.noneFound({ text })} shown={children} />}
      {more ? <More {...more} /> : null}
    </section>
  );
}

function Found({ count, none, shown }: { count: number | null; none: string; shown: ReactNode }) {
  if (count === null) return <Loading lines={4} />;
  return count === 0 ? <output>{none}</output> : shown;
}

function More({ isLoading, fetch }: { isLoading: boolean; fetch: () => void }) {
  const t = useTexts(inboxTexts);
  return (
    <div>
      <Button loading={isLoading} onClick={fetch}>
        {t.more}
      </Button>
    </div>
  );
}
