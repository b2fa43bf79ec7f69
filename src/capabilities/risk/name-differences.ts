import type { Locale } from '../../platform/text/locale.ts';
import { findDifferences } from '../decisions/index.ts';
import type { RiskAssessment } from './assessment-contract.ts';
import { nameOfPlace } from './name-of-place.ts';

type Content = Readonly<Record<string, unknown>>;

/** What differs between two states of the assessment, each place in words. */
export const nameDifferences = (before: Content, after: Content, locale: Locale): RiskAssessment['changes'] =>
  findDifferences(before, after).map((difference) => ({
    ...difference,
    place: nameOfPlace(difference.path, { contents: [after, before], locale }),
  }));
