import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { type ContractVersion, listContractVersions } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { contractTexts } from './texts.ts';

/** Every version that was published, by whom, and who had read it. */
export function VersionsPart({ problemId, contract }: PartProps) {
  const t = useTexts(contractTexts);
  const query = useAnswer(listContractVersions, { params: { problemId, datasetId: contract.datasetId } });
  const versions = query.data?.versions ?? [];
  if (versions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="contract-versions-title">
      <h2 id="contract-versions-title">{t.versions}</h2>
      <ul className="plain-list">
        {versions.map((version) => (
          <VersionRow key={version.number} version={version} />
        ))}
      </ul>
    </section>
  );
}

function VersionRow({ version }: { version: ContractVersion }) {
  const t = useTexts(contractTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const nameOf = (id: string) => names.get(id) ?? id;
  const { number, note, publishedBy, publishedAt, reviewedBy, ruleCount: rules } = version;
  return (
    <li className="listing stack stack--tight">
      <p className="rule__sentence">{t.version({ number })}</p>
      <p className="small quiet">
        {t.publishedBy({ name: nameOf(publishedBy), date: formats.date(publishedAt), rules })},{' '}
        {reviewedBy === null ? t.readByNobody : t.readBy({ name: nameOf(reviewedBy) })}
      </p>
      <p className="prose">{note}</p>
    </li>
  );
}
