import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { getAuditHead } from '../contract.ts';
import { type ChainShares, chainShares } from './chain-shares.ts';
import { auditTexts } from './texts.ts';

type Head = Answer<typeof getAuditHead>;

/** How the chain stands, in a sentence and a picture; the proof itself below, for who wants it. */
export function ChainState() {
  const t = useTexts(auditTexts).chain;
  const query = useAnswer(getAuditHead, {});
  return (
    <section className="sheet stack" aria-labelledby="chain-title">
      <h2 id="chain-title">{t.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {(head) => <Chain head={head} />}
      </AwaitQuery>
    </section>
  );
}

function Chain({ head }: { head: Head }) {
  const t = useTexts(auditTexts);
  const { size, unsealed, lastCheckpoint, lastHash, verifierKeys } = head;
  const shares = chainShares({ size, unsealed, attestedSize: lastCheckpoint?.size ?? null });
  return (
    <>
      <Sentences head={head} />
      <Picture shares={shares} />
      <details className="chain__proof">
        <summary>{t.details}</summary>
        <div className="stack">
          <CopyField label={t.chain.lastHash} text={lastHash} />
          {lastCheckpoint ? <CopyField label={t.chain.checkpoint} text={lastCheckpoint.note} isLong /> : null}
          {verifierKeys.length > 0 ? <CopyField label={t.chain.keys} text={verifierKeys.join('\n')} /> : null}
        </div>
      </details>
    </>
  );
}

function Sentences({ head: { size, unsealed, lastCheckpoint } }: { head: Head }) {
  const t = useTexts(auditTexts).chain;
  const formats = useFormats();
  if (size === 0) return <p>{t.nothing}</p>;
  const sealed = size === 1 ? t.sealedOne : t.sealed({ size: formats.number(size) });
  const some = unsealed === 1 ? t.waitingOne : t.waiting({ count: formats.number(unsealed) });
  return (
    <p>
      {sealed} {unsealed === 0 ? t.none : some}{' '}
      {lastCheckpoint ? t.attested({ size: formats.number(lastCheckpoint.size) }) : t.notAttested}
    </p>
  );
}

const parts = ['attested', 'sealed', 'waiting'] as const;

/** Links of a chain lie side by side; texture and words tell them apart as well as colour. */
function Picture({ shares }: { shares: ChainShares }) {
  const t = useTexts(auditTexts).chain.legend;
  const formats = useFormats();
  const shown = parts.filter((part) => shares[part] > 0);
  if (shown.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <div className="chain__bar" aria-hidden="true">
        {shown.map((part) => (
          <span key={part} className={`chain__part chain__part--${part}`} style={{ flexGrow: shares.widths[part] }} />
        ))}
      </div>
      <ul className="plain-list row small chain__legend">
        {shown.map((part) => (
          <li key={part}>
            <span className={`chain__key chain__part--${part}`} aria-hidden="true" /> {formats.number(shares[part])}{' '}
            {part === 'sealed' && shares.attested === 0 ? t.sealedOnly : t[part]}
          </li>
        ))}
      </ul>
    </div>
  );
}
