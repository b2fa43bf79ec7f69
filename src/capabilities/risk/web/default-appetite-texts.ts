import { defineTexts } from '../../../platform/text/define-texts.ts';

/** What the organisation lets a problem put at risk, where the problem says nothing itself. */
export const defaultAppetiteTexts = defineTexts(
  {
    title: 'What a problem may put at risk',
    lead: 'The default of the organisation. It holds for every problem in which the risk manager has given no other amount.',
    set: (p: { amount: string }) => `A problem may put ${p.amount} a year at risk.`,
    unset: 'Nobody has said yet how much a problem may put at risk.',
    setMeans: 'What remains of the risks after the controls is held against it. More than that is accepted by name.',
    unsetMeans:
      'Until somebody does, each problem gets an amount of its own, or what remains of its risks is accepted by name.',
    whoMay: 'Administrators and risk managers set it.',
    begin: 'Set the amount',
    change: 'Change the amount',
    amount: 'How much may be at risk a year?',
    amountHint: 'The expected loss of one problem. Leave it empty to have no default.',
    currency: 'Currency',
    amountWrong: (p: { typed: string }) => `“${p.typed}” is not an amount. Write it like 25,000.`,
    currencyWrong: 'Write the currency as three capitals, such as EUR.',
    keep: 'Keep',
    cancel: 'Cancel',
    kept: 'It holds from now on.',
  },
  {
    title: 'Wat een probleem op het spel mag zetten',
    lead: 'De norm van de organisatie. Die geldt voor elk probleem waarbij de risicomanager geen ander bedrag heeft gegeven.',
    set: (p) => `Een probleem mag ${p.amount} per jaar op het spel zetten.`,
    unset: 'Niemand heeft nog gezegd hoeveel een probleem op het spel mag zetten.',
    setMeans:
      'Wat er na de maatregelen van de risico’s overblijft, wordt hiertegen afgezet. Meer dan dat aanvaardt iemand met naam en toenaam.',
    unsetMeans:
      'Tot iemand dat doet, krijgt elk probleem een eigen bedrag, of aanvaardt iemand met naam en toenaam wat er van de risico’s overblijft.',
    whoMay: 'Beheerders en risicomanagers bepalen het.',
    begin: 'Het bedrag bepalen',
    change: 'Het bedrag wijzigen',
    amount: 'Hoeveel mag er per jaar op het spel staan?',
    amountHint: 'Het verwachte verlies van één probleem. Laat dit leeg om geen norm te hebben.',
    currency: 'Munt',
    amountWrong: (p) => `“${p.typed}” is geen bedrag. Schrijf het als 25.000.`,
    currencyWrong: 'Schrijf de munt als drie hoofdletters, zoals EUR.',
    keep: 'Bewaren',
    cancel: 'Niet wijzigen',
    kept: 'Het geldt vanaf nu.',
  },
);
