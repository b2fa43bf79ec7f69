import type { Locale } from '../../../platform/text/locale.ts';
import { translationFields, type WrittenContent } from '../contract.ts';
import { nameOfPlace } from './name-of-place.ts';
import { requirementsTexts } from './requirements-texts.ts';
import { translationTexts } from './translation-texts.ts';
import { variantTexts } from './variant-texts.ts';
import { weighingTexts } from './weighing-texts.ts';

type Named = Parameters<typeof nameOfPlace>[1];

/** What a place in a written problem is called: `translation.unit`, `dataRequirements.0.history`, `valueModel.baseRate.likely`. */
export function nameOfWritten(path: string, content: WrittenContent, locale: Locale): string {
  const [area = '', at = '', field = ''] = path.split('.');
  const inArea = namers[area]?.({ at, field, content, locale });
  return inArea ?? nameOfPlace(path, content as unknown as Named, locale);
}

interface Place {
  at: string;
  field: string;
  content: WrittenContent;
  locale: Locale;
}

/** Of what stands in no level; the rest is called as it is at the gate. */
const namers: Record<string, ((place: Place) => string | undefined) | undefined> = {
  translation: ({ at, locale }) => {
    const field = translationFields.find((each) => each === at);
    return field && translationTexts[locale].questions[field].name;
  },
  dataRequirements: ({ at, field, content, locale }) => {
    const { data } = translationTexts[locale];
    const known: Record<string, string | undefined> = data.fields;
    const what = content.dataRequirements[Number(at)]?.what ?? String(Number(at) + 1);
    return `${data.title}: ${what}${known[field] ? ` (${known[field]})` : ''}`;
  },
  options: ({ at, content, locale }) =>
    `${weighingTexts[locale].alternatives.title}: ${content.options[Number(at)]?.name ?? Number(at) + 1}`,
  fit: ({ at, content, locale }) => {
    const question = content.fit[Number(at)]?.question;
    return question ? weighingTexts[locale].fit.questions[question].label : variantTexts[locale].fit;
  },
  objectives: ({ at, content, locale }) =>
    content.objectives[Number(at)] === undefined ? requirementsTexts[locale].objective : undefined,
};
