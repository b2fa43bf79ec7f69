import { defineErrors } from '../errors/define-errors.ts';
import { type FilterNeed, filterNeeds } from './filter-needs.ts';

export const filterErrors = defineErrors('filter', {
  badFilter: {
    status: 400,
    en: (p: { filter: string; position: number; need: FilterNeed }) =>
      `Invalid filter '${p.filter}': at character ${p.position + 1}, ${filterNeeds[p.need].en}.`,
    nl: (p: { filter: string; position: number; need: FilterNeed }) =>
      `Ongeldig filter '${p.filter}': bij teken ${p.position + 1} ${filterNeeds[p.need].nl}.`,
  },
  badOrder: {
    status: 400,
    en: (p: { given: string }) =>
      `Invalid order_by clause '${p.given}': write the name of one attribute, metric, parameter or tag, and ASC or DESC behind it.`,
    nl: (p) =>
      `Ongeldige volgorde '${p.given}': schrijf de naam van één attribuut, metriek, parameter of tag, met ASC of DESC erachter.`,
  },
  sameOrderTwice: {
    status: 400,
    en: (p: { given: string }) => `\`order_by\` contains duplicate fields: '${p.given}'. Order by each of them once.`,
    nl: (p) => `De volgorde noemt een veld meer dan eens: '${p.given}'. Noem elk veld één keer.`,
  },
  unknownField: {
    status: 400,
    en: (p: { filter: string; position: number; names: string }) =>
      `Invalid filter '${p.filter}': at character ${p.position + 1} stands nothing that can be searched by. There is ${p.names}.`,
    nl: (p) =>
      `Ongeldig filter '${p.filter}': bij teken ${p.position + 1} staat niets waarop gezocht kan worden. Er is ${p.names}.`,
  },
  badPageToken: {
    status: 400,
    en: (p: { given: string }) => `Invalid page token '${p.given}': give the one that the answer before held, or none.`,
    nl: (p) => `Ongeldig page token '${p.given}': geef dat van het vorige antwoord, of geen.`,
  },
  badPageSize: {
    status: 400,
    en: (p: { given: number; limit: number }) =>
      `Invalid value ${p.given} for parameter 'max_results' supplied: it must be a whole number from 1 to ${p.limit}.`,
    nl: (p) => `Ongeldige waarde ${p.given} voor 'max_results': het is een heel getal van 1 tot ${p.limit}.`,
  },
});
