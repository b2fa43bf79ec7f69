import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { DpiaAssessment } from './dpia-contract.ts';
import { dpiaQuestions } from './dpia-questions.ts';
import { type DpiaJudgement, judgeDpia } from './judge-dpia.ts';
import { findParts } from './queries.ts';
import { sayArticle } from './say-article.ts';
import { showDpiaQuestions } from './show-questions.ts';
import { riskTexts } from './texts.ts';

export async function showDpia(
  { db, locale }: { db: AnyDb; locale: Locale },
  problemId: string,
): Promise<DpiaAssessment> {
  const { content, version } = (await findParts(db, problemId)).dpia;
  const judged = judgeDpia(content.answers);
  return {
    version,
    verdict: judged.verdict,
    sentence: sayDpia(judged, locale),
    criteria: judged.criteria,
    openQuestion: judged.openQuestion,
    questions: showDpiaQuestions(content.answers, locale),
    remark: content.remark,
    dpoAdvice: content.dpoAdvice,
  };
}

/** The verdict and why, as a sentence. */
export function sayDpia({ reason, because, criteria, openQuestion }: DpiaJudgement, locale: Locale): string {
  const t = riskTexts[locale].dpia;
  const find = (id: string | null) => dpiaQuestions.find((question) => question.id === id);
  switch (reason) {
    case 'open':
      return t.open({ question: find(openQuestion)?.text[locale] ?? '' });
    case 'always':
      return t.always({ list: because.map((id) => sayArticle(find(id)?.article ?? id, locale)).join(', ') });
    case 'criteria':
      return t.criteria({ count: criteria });
    case 'no_personal_data':
    case 'one_criterion':
    case 'no_criterion':
      return t[reason];
  }
}
