import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Why a rule was not judged, by the code of the reason. */
export const reasonTexts = defineTexts(
  {
    column_missing: (p: { column: string; detail: string }) => `The data has no column ${p.column}.`,
    reference_column_missing: (p: { column: string; detail: string }) =>
      `The data it compares with has no column ${p.column}.`,
    no_rows: 'There are no rows with a value to look at.',
    wrong_type: (p: { column: string; detail: string }) =>
      `${p.column} is of a type that this cannot be said of: ${p.detail}.`,
    bound_not_comparable: (p: { column: string; detail: string }) => `${p.column} cannot be compared with ${p.detail}.`,
    no_reference: 'There is no other version to compare with.',
    reference_empty: 'What it compares with has no values.',
    reference_elsewhere: 'The rows of the version that it compares with are kept elsewhere.',
    too_many_groups: (p: { column: string; detail: string }) => `There are more than ${p.detail} groups.`,
    not_computable: (p: { column: string; detail: string }) =>
      p.detail === '' ? 'This cannot be computed of these rows.' : `This cannot be computed: ${p.detail}`,
    place_changed: 'The rows are kept elsewhere, and what is there now is not what this version was.',
    place_gone: 'The rows are kept elsewhere, and nothing is there any more.',
    place_unreachable: 'The rows are kept elsewhere, and could not be read again from here.',
  },
  {
    column_missing: (p) => `De gegevens hebben geen kolom ${p.column}.`,
    reference_column_missing: (p) => `De gegevens waarmee wordt vergeleken hebben geen kolom ${p.column}.`,
    no_rows: 'Er zijn geen rijen met een waarde om naar te kijken.',
    wrong_type: (p) => `${p.column} is van een type waarvan dit niet te zeggen is: ${p.detail}.`,
    bound_not_comparable: (p) => `${p.column} is niet te vergelijken met ${p.detail}.`,
    no_reference: 'Er is geen andere versie om mee te vergelijken.',
    reference_empty: 'Waarmee wordt vergeleken heeft geen waarden.',
    reference_elsewhere: 'De rijen van de versie waarmee wordt vergeleken staan elders.',
    too_many_groups: (p) => `Er zijn meer dan ${p.detail} groepen.`,
    not_computable: (p) =>
      p.detail === '' ? 'Dit is over deze rijen niet te berekenen.' : `Dit is niet te berekenen: ${p.detail}`,
    place_changed: 'De rijen staan elders, en wat daar nu staat is niet wat deze versie was.',
    place_gone: 'De rijen staan elders, en daar is niets meer.',
    place_unreachable: 'De rijen staan elders, en waren van hieruit niet opnieuw te lezen.',
  },
);
