import type { Locale } from '../text/locale.ts';

/** What a filter should have held where it goes wrong, in both languages. */
export const filterNeeds = {
  word: { en: 'a name, a value or an operator was expected', nl: 'werd een naam, een waarde of een operator verwacht' },
  end: { en: 'AND, OR or the end was expected', nl: 'werd AND, OR of het einde verwacht' },
  close: { en: "')' was expected", nl: "werd ')' verwacht" },
  shallower: { en: 'parentheses stand too deep in one another', nl: 'staan haakjes te diep in elkaar' },
  prefix: {
    en: 'a name begins with metrics., params., tags., datasets. or attributes.',
    nl: 'begint een naam met metrics., params., tags., datasets. of attributes.',
  },
  fewer: {
    en: 'there are more comparisons, or more values in a list, than one search takes: at most 200 of the one and 10,000 of the other',
    nl: 'staan meer vergelijkingen, of meer waarden in een lijst, dan een zoekvraag aankan: hoogstens 200 van de ene en 10.000 van de andere',
  },
  name: { en: 'a name such as metrics.auc was expected', nl: 'werd een naam verwacht, zoals metrics.auc' },
  operator: {
    en: 'an operator was expected: = != > >= < <= LIKE ILIKE IN, NOT IN, IS NULL, IS NOT NULL',
    nl: 'werd een operator verwacht: = != > >= < <= LIKE ILIKE IN, NOT IN, IS NULL, IS NOT NULL',
  },
  value: {
    en: 'a number, or a text in quotes, was expected',
    nl: 'werd een getal verwacht, of een tekst tussen aanhalingstekens',
  },
  list: { en: "a list such as ('a', 'b') was expected", nl: "werd een lijst verwacht, zoals ('a', 'b')" },
  numberOperator: {
    en: 'a number is compared by = != > >= < <= with a number without quotes',
    nl: 'wordt een getal vergeleken met = != > >= < <= en een getal zonder aanhalingstekens',
  },
  textOperator: {
    en: 'a text is compared by = != LIKE ILIKE, or asked for by IS NULL and IS NOT NULL, with a text in quotes',
    nl: 'wordt een tekst vergeleken met = != LIKE ILIKE, of gezocht met IS NULL en IS NOT NULL, en een tekst tussen aanhalingstekens',
  },
  attributeOperator: {
    en: 'an attribute is compared by = != LIKE ILIKE with a text in quotes; run_id also by IN and NOT IN',
    nl: 'wordt een attribuut vergeleken met = != LIKE ILIKE en een tekst tussen aanhalingstekens; run_id ook met IN en NOT IN',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export type FilterNeed = keyof typeof filterNeeds;
