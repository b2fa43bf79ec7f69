import type { AnyDb } from '../../platform/db/database.ts';
import { fromJson } from '../../platform/json.ts';
import type { EvidenceItem } from '../formulation/index.ts';
import type { ChartSpec } from './chart-contract.ts';
import { listKept } from './finding-queries.ts';
import { titleFor } from './finding-title.ts';
import { explorationTexts } from './texts.ts';

/** What gate G2 asks of findings: that there is one, and that the expert has answered each as it stands. */
export async function listFindingEvidence(db: AnyDb, problemId: string): Promise<EvidenceItem[]> {
  const kept = await listKept(db, problemId);
  const asked: EvidenceItem = {
    id: 'findings.kept',
    station: 'data',
    field: 'findings',
    isDone: kept.length > 0,
    say: (locale) => explorationTexts[locale].gate.kept,
  };
  const answers = kept.map(({ state, ...finding }): EvidenceItem => ({
    id: `findings.${finding.row.id}`,
    station: 'data',
    field: 'findings',
    isDone: state === 'answered',
    say: (locale) => explorationTexts[locale].gate[state]({ title: titleFor(locale, finding) }),
  }));
  return [asked, ...answers];
}

/** Findings with every answer, as they are signed: words and versions, without people and moments. */
export async function snapshotOfFindings(db: AnyDb, problemId: string): Promise<unknown> {
  return (await listKept(db, problemId)).map(({ row, drawings, answers }) => ({
    id: row.id,
    datasetId: row.dataset_id,
    spec: fromJson<ChartSpec>(row.spec),
    title: row.title,
    remark: row.remark,
    drawings: drawings.map(({ version_id, version_number }) => ({ versionId: version_id, number: version_number })),
    answers: answers.map(({ position, kind, text, version_id, of_version }) => ({
      position,
      kind,
      text,
      versionId: version_id,
      ofVersion: of_version,
    })),
  }));
}
