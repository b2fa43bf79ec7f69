import { decimalToNumber } from './money.ts';
import type { ValueResult } from './result-contract.ts';
import type { Language } from './verdict-sentence.ts';

type Findings = Pick<ValueResult, 'currency' | 'capacity' | 'segments' | 'cashFlow' | 'pilot' | 'scenarios'>;

interface Phrases {
  baseCase: string;
  roomEnough: string;
  everyPart: string;
  noPart: string;
  someParts: (p: { where: string; not: string; net: string }) => string;
  presentValue: (p: { years: string; amount: string; low: string; high: string }) => string;
  paidBack: (p: { months: string; chance: string }) => string;
  neverPaidBack: string;
  pilotUseless: (p: { cases: string; any: string }) => string;
  pilot: (p: { cases: string; most: string; any: string }) => string;
  pilotTooDear: (p: { cost: string }) => string;
  everyScenario: string;
  noScenario: string;
  someScenarios: (p: { where: string; not: string }) => string;
}

const en: Phrases = {
  baseCase: 'the base case',
  roomEnough: 'There is room to act on every case the model points at.',
  everyPart: 'The model pays in every segment.',
  noPart: 'The model pays in no segment.',
  someParts: ({ where, not, net }) =>
    `The model pays in ${where}, not in ${not}: used only where it pays, the project brings ${net} a year after its cost.`,
  presentValue: ({ years, amount, low, high }) =>
    `Over ${years} the project is worth ${amount} today; nine in ten futures lie between ${low} and ${high}.`,
  paidBack: ({ months, chance }) =>
    `It has paid itself back after ${months}; the chance that it does so in time is ${chance}.`,
  neverPaidBack: 'Within these years it does not pay itself back.',
  pilotUseless: ({ cases, any }) =>
    `A pilot of ${cases} labelled cases would not change the decision; knowing every figure exactly is worth ${any} for each year of use.`,
  pilot: ({ cases, most, any }) =>
    `For each year of use, a pilot of ${cases} labelled cases may cost at most ${most}; knowing every figure exactly is worth ${any}.`,
  pilotTooDear: ({ cost }) => `At ${cost} it costs more than one year of use gains from it.`,
  everyScenario: 'The project pays in every scenario.',
  noScenario: 'The project pays in no scenario.',
  someScenarios: ({ where, not }) => `The project pays in ${where}, not in ${not}.`,
};

const nl: Phrases = {
  baseCase: 'het uitgangspunt',
  roomEnough: 'Er is ruimte om in te grijpen in elk geval dat het model aanwijst.',
  everyPart: 'Het model loont in elk segment.',
  noPart: 'Het model loont in geen enkel segment.',
  someParts: ({ where, not, net }) =>
    `Het model loont in ${where}, niet in ${not}: alleen gebruikt waar het loont, brengt het project ${net} per jaar op na zijn kosten.`,
  presentValue: ({ years, amount, low, high }) =>
    `Over ${years} is het project vandaag ${amount} waard; negen van de tien toekomsten liggen tussen ${low} en ${high}.`,
  paidBack: ({ months, chance }) =>
    `Na ${months} heeft het zich terugverdiend; de kans dat dat op tijd gebeurt is ${chance}.`,
  neverPaidBack: 'Binnen deze jaren verdient het zich niet terug.',
  pilotUseless: ({ cases, any }) =>
    `Een proef met ${cases} gelabelde gevallen zou de beslissing niet veranderen; elk cijfer precies weten is ${any} waard voor elk jaar gebruik.`,
  pilot: ({ cases, most, any }) =>
    `Voor elk jaar gebruik mag een proef met ${cases} gelabelde gevallen hoogstens ${most} kosten; elk cijfer precies weten is ${any} waard.`,
  pilotTooDear: ({ cost }) => `Met ${cost} kost ze meer dan één jaar gebruik eraan wint.`,
  everyScenario: 'Het project loont in elk scenario.',
  noScenario: 'Het project loont in geen enkel scenario.',
  someScenarios: ({ where, not }) => `Het project loont in ${where}, niet in ${not}.`,
};

const phrases = { en, nl };
const locales = { en: 'en-GB', nl: 'nl-NL' } as const;

function formatsOf(language: Language, currency: string) {
  const locale = locales[language];
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const unit = (name: 'month' | 'year') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 });
  return {
    // Plus zero, so that nothing is never written as minus nothing.
    money: (amount: string) => money.format(Math.round(decimalToNumber(amount)) + 0),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    months: (value: number) => unit('month').format(Math.ceil(value - 1e-9)),
    years: (value: number) => unit('year').format(value),
    list: (names: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
  };
}

type Formats = ReturnType<typeof formatsOf>;

/** What the further parts of an answer say, a sentence or two each, in the order in which they are asked. */
export function findingSentences(result: Findings, language: Language): string[] {
  const text = phrases[language];
  const formats = formatsOf(language, result.currency);
  return [
    ...(result.capacity && !result.capacity.isBinding ? [text.roomEnough] : []),
    ...(result.segments ? [sayParts(result.segments, text, formats)] : []),
    ...(result.scenarios ? [sayScenarios(result.scenarios, text, formats)] : []),
    ...(result.cashFlow ? [sayYears(result.cashFlow, text, formats)] : []),
    ...(result.pilot ? [sayPilot(result.pilot, text, formats)] : []),
  ];
}

function sayParts({ parts, netWherePays }: NonNullable<Findings['segments']>, text: Phrases, formats: Formats): string {
  const [where, not] = splitNames(parts.map(({ name, pays }) => [name, pays]));
  if (not.length === 0) return text.everyPart;
  if (where.length === 0) return text.noPart;
  return text.someParts({ where: formats.list(where), not: formats.list(not), net: formats.money(netWherePays) });
}

function sayScenarios(lines: NonNullable<Findings['scenarios']>, text: Phrases, formats: Formats): string {
  const [where, not] = splitNames(
    lines.map(({ name, netPerYear }) => [name ?? text.baseCase, decimalToNumber(netPerYear) > 0]),
  );
  if (not.length === 0) return text.everyScenario;
  if (where.length === 0) return text.noScenario;
  return text.someScenarios({ where: formats.list(where), not: formats.list(not) });
}

function splitNames(named: readonly (readonly [string, boolean])[]): [string[], string[]] {
  const those = (wanted: boolean) => named.filter(([, pays]) => pays === wanted).map(([name]) => name);
  return [those(true), those(false)];
}

function sayYears(flow: NonNullable<Findings['cashFlow']>, text: Phrases, { money, ...formats }: Formats): string {
  const worth = text.presentValue({
    years: formats.years(flow.horizonYears),
    amount: money(flow.netPresentValue),
    low: money(flow.p05),
    high: money(flow.p95),
  });
  if (flow.paybackMonths === undefined) return `${worth} ${text.neverPaidBack}`;
  const payback = { months: formats.months(flow.paybackMonths), chance: formats.percent(flow.chancePaidBack) };
  return `${worth} ${text.paidBack(payback)}`;
}

function sayPilot(pilot: NonNullable<Findings['pilot']>, text: Phrases, { money, number }: Formats): string {
  const most = decimalToNumber(pilot.valueOfSampleInformation);
  const told = { cases: number(pilot.cases), any: money(pilot.valueOfPerfectInformation) };
  if (Math.round(most) === 0) return text.pilotUseless(told);
  const said = text.pilot({ ...told, most: money(pilot.valueOfSampleInformation) });
  if (pilot.cost === undefined || decimalToNumber(pilot.cost) <= most) return said;
  return `${said} ${text.pilotTooDear({ cost: money(pilot.cost) })}`;
}
