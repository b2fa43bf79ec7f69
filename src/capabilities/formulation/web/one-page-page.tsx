import './one-page.css';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { copyText } from '../../../web/kit/copy/copy-text.ts';
import { saveText } from '../../../web/kit/copy/save-text.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import {
  downloadKeptPage,
  downloadOnePage,
  keepOnePage,
  listOnePages,
  type OnePage,
  readKeptPage,
  readOnePage,
  readProblem,
} from '../contract.ts';
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
  const asked = { params: { problemId }, query: { language } };
  const query = useAnswer(readOnePage, asked);
  const pdf = requestAddress(downloadOnePage.path, asked);
  return (
    <AwaitQuery query={query} lines={12}>
      {(page) => <Sheet page={page} pdf={addressOf(pdf)} keep={<Keep problemId={problemId} hash={page.hash} />} />}
    </AwaitQuery>
  );
}

function Kept({ problemId, number }: { problemId: string; number: number }) {
  const language = useLocale();
  const asked = { params: { problemId, number }, query: { language } };
  const query = useAnswer(readKeptPage, asked);
  const pdf = requestAddress(downloadKeptPage.path, asked);
  return (
    <AwaitQuery query={query} lines={12}>
      {(page) => <Sheet page={page} pdf={addressOf(pdf)} keep={null} />}
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
function Sheet({ page, pdf, keep }: { page: OnePage; pdf: string; keep: ReactNode }) {
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
        <Button component="a" href={pdf} download>
          {t.pdf}
        </Button>
        <Button onClick={() => saveText(page.markdown, `${page.generatedFrom.title}.md`)}>{t.markdown}</Button>
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
