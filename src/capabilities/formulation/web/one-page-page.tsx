import './one-page.css';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { copyText } from '../../../web/kit/copy/copy-text.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { keepOnePage, listOnePages, type OnePage, readKeptPage, readOnePage, readProblem } from '../contract.ts';
import { onePagePageTexts } from './one-page-page-texts.ts';
import { OnePageVersions } from './one-page-versions.tsx';

const from = '/problems/$problemId/one-page';

/** The problem on one page, as it stands or as it was kept: to read, to print, to take along. */
export function OnePagePage() {
  const { problemId } = useParams({ from });
  const t = useTexts(onePagePageTexts);
  const [number, setNumber] = useState<number | null>(null);
  const problem = useAnswer(readProblem, { params: { problemId } });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="reading"
      above={
        <p className="small">
          <Link to="/problems/$problemId/{-$station}" params={{ problemId }}>
            {problem.data?.title ?? '…'}
          </Link>
        </p>
      }
    >
      {number === null ? <Current problemId={problemId} /> : <Kept {...{ problemId, number }} />}
      <OnePageVersions {...{ problemId, number, setNumber }} />
    </Page>
  );
}

function Current({ problemId }: { problemId: string }) {
  const language = useLocale();
  const query = useAnswer(readOnePage, { params: { problemId }, query: { language } });
  return (
    <AwaitQuery query={query} lines={12}>
      {(page) => <Sheet page={page} keep={<Keep problemId={problemId} hash={page.hash} />} />}
    </AwaitQuery>
  );
}

function Kept({ problemId, number }: { problemId: string; number: number }) {
  const language = useLocale();
  const query = useAnswer(readKeptPage, { params: { problemId, number }, query: { language } });
  return (
    <AwaitQuery query={query} lines={12}>
      {(page) => <Sheet page={page} keep={null} />}
    </AwaitQuery>
  );
}

/** Only who may write the problem keeps a version, and only when it says something new. */
function Keep({ problemId, hash }: { problemId: string; hash: string }) {
  const t = useTexts(onePagePageTexts);
  const params = { problemId };
  const mine = useAnswer(getMineInProblem, { params });
  const problem = useAnswer(readProblem, { params });
  const [last] = useAnswer(listOnePages, { params }).data?.versions ?? [];
  const keep = useAsk(keepOnePage);
  if (last?.hash === hash) return <p className="quiet">{t.unchanged({ number: last.number })}</p>;
  const may = mine.data?.permissions.includes('problem.write') && problem.data?.stoppedBy === null;
  if (!may) return null;
  const press = () =>
    keep.mutate(
      { params },
      { onSuccess: ({ number }) => say(t.kept({ number })), onError: (error) => say(error.message) },
    );
  return (
    <Button variant="filled" loading={keep.isPending} onClick={press}>
      {t.keep}
    </Button>
  );
}

/** The server's strict policy holds in the frame too: what it styles itself with carries the nonce of this page. */
const withNonce = (html: string): string => {
  const nonce = document.querySelector<HTMLStyleElement>('#peil-style-nonce')?.nonce ?? '';
  return html.replace('<style>', () => `<style nonce="${nonce}">`);
};

/** Same origin, so that it can be printed and measured from here; without scripts, so that nothing in it can act. */
function Sheet({ page, keep }: { page: OnePage; keep: ReactNode }) {
  const t = useTexts(onePagePageTexts);
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = () => {
    const height = frame.current?.contentDocument?.documentElement.scrollHeight;
    if (frame.current && height) frame.current.style.height = `${height + 4}px`;
  };
  const copy = async () => say((await copyText(page.markdown)) ? t.copied : t.notCopied);
  return (
    <div className="stack">
      <div className="row not-printed">
        <Button onClick={() => frame.current?.contentWindow?.print()}>{t.print}</Button>
        <Button onClick={() => void copy()}>{t.copy}</Button>
        {keep}
      </div>
      <iframe
        ref={frame}
        className="one-page__sheet"
        title={t.title}
        sandbox="allow-same-origin allow-modals"
        srcDoc={withNonce(page.html)}
        onLoad={fit}
      />
    </div>
  );
}
