import { defineTexts } from '../../platform/text/define-texts.ts';

interface Ends {
  names: string;
  day: string;
}

/** Sentences that the server says: why something fell, what a comparison comes to, what a gate asks. */
export const frameworkTexts = defineTexts(
  {
    list: (p: { items: readonly string[] }) => new Intl.ListFormat('en-GB').format([...p.items]),
    number: (p: { value: number; digits: number }) =>
      new Intl.NumberFormat('en-GB', { maximumFractionDigits: p.digits }).format(p.value),
    knockOuts: {
      runs_on: (p: { name: string; entries: string; wanted: string }) =>
        `${p.name} falls: ${p.entries} does not run on the ${p.wanted}.`,
      offline: (p: { name: string; entries: string }) => `${p.name} falls: ${p.entries} needs a connection.`,
      latency: (p: { name: string; wanted: string }) =>
        `${p.name} falls: it takes longer than ${p.wanted} ms to answer.`,
      data_stays: (p: { name: string; entries: string }) =>
        `${p.name} falls: with ${p.entries} data goes further than it may.`,
      licence: (p: { name: string; entries: string }) =>
        `${p.name} falls: the licence of ${p.entries} is not one of those that may be.`,
      managed: (p: { name: string; wanted: string }) =>
        p.wanted === 'yes'
          ? `${p.name} falls: we would have to run it ourselves.`
          : `${p.name} falls: somebody else would run it.`,
      training: (p: { name: string }) => `${p.name} falls: it does not train on our own data.`,
      supported_until: (p: { name: string; entries: string; wanted: string }) =>
        `${p.name} falls: support of ${p.entries} ends before ${p.wanted}.`,
      retired: (p: { name: string; entries: string }) => `${p.name} falls: ${p.entries} has ended.`,
      own: (p: { name: string; wanted: string }) => `${p.name} falls at: ${p.wanted}.`,
      answered: (p: { name: string; wanted: string; reason: string }) =>
        `${p.name} falls at “${p.wanted}”${p.reason === '' ? '' : `: ${p.reason}`}${p.reason.endsWith('.') ? '' : '.'}`,
      unknown: (p: { name: string; wanted: string }) => `Nobody knows yet whether ${p.name} passes “${p.wanted}”.`,
    },
    outcome: {
      noCandidates: 'Name at least two candidates to compare.',
      allFell: 'Every candidate fell at a hard constraint. Look at the constraints again, or find other candidates.',
      noCriteria: 'Choose what the candidates are compared on.',
      nothingKnown: 'Nothing is known yet of the candidates that are left. Fill in what was measured or read.',
      tied: (p: { names: string }) => `${p.names} are equal: the figures leave the choice to you.`,
      first: (p: { name: string; score: string }) => `${p.name} is first with ${p.score} of 100.`,
      settled: 'Nothing that is still unknown could put another one first.',
      unsettled: (p: { names: string }) =>
        `What is still unknown could put ${p.names} first: find that out before you choose.`,
      asked: (p: { name: string }) => `Of ${p.name} not every hard constraint is known yet.`,
      agree: 'The other two methods have the same one first.',
      disagree: (p: { name: string; method: string }) =>
        `${p.method} has ${p.name} first: look at why before you choose.`,
      minMax: 'The weighted sum from worst to best',
      topsis: 'TOPSIS',
      fragile: (p: { criterion: string; from: string | null; to: string | null; weight: string }) => {
        const bounds = [p.from && `below ${p.from} %`, p.to && `above ${p.to} %`].filter(Boolean).join(' or ');
        return `The weight of “${p.criterion}” matters most: it is ${p.weight} % now, and ${bounds} another one is first.`;
      },
      firm: 'Whatever weight one criterion gets, the same candidate stays first.',
      inconsistent: (p: { ratio: string }) =>
        `The comparisons two by two contradict each other (${p.ratio}; under 0.1 is usual). Go through them again.`,
      incomplete: 'Not all criteria are compared two by two yet, so they count the same until they are.',
      cheapest: (p: { route: string; total: string; currency: string }) =>
        `Over three years “${p.route}” is the cheapest: ${p.currency} ${p.total}.`,
      crossover: (p: { route: string; other: string; calls: string }) =>
        `From ${p.calls} predictions in three years on, “${p.route}” is cheaper than “${p.other}”.`,
    },
    alarms: {
      retired: (p: Ends) => `${p.names}, which was chosen, has been retired. Choose what takes its place.`,
      ended: (p: Ends) => `Support of ${p.names}, which was chosen, ended on ${p.day}. Choose what takes its place.`,
      ends_soon: (p: Ends) => `Support of ${p.names}, which was chosen, ends on ${p.day}. Plan what takes its place.`,
      maintenance: (p: Ends) => `${p.names}, which was chosen, is only maintained now.`,
      stale: (p: Ends) => `The facts of ${p.names} are from ${p.day}, more than a year ago. Check them again.`,
      review: (p: Ends) => `The choice was left open until ${p.day}, which has come. Decide now.`,
    },
    gate: {
      approaches: 'Weigh at least two approaches, one of them a rule or buying it.',
      votes: 'Have at least two roles vote on the approaches.',
      knockOuts: 'Say for every candidate that is left whether it passes the hard constraints.',
      record: 'Record the outcome of the choice of a framework: chosen, a shortlist, or open until a day.',
      current: 'The selection was changed after the decision on it: record the outcome again.',
      alive: 'What was chosen has ended: choose what takes its place.',
      fresh: 'Facts of what was chosen are older than a year: check them again.',
      review: 'The day until which the choice was left open has come: decide.',
      confirmation: 'Say how it will be checked that the choice holds.',
    },
  },
  {
    list: (p) => new Intl.ListFormat('nl-NL').format([...p.items]),
    number: (p) => new Intl.NumberFormat('nl-NL', { maximumFractionDigits: p.digits }).format(p.value),
    knockOuts: {
      runs_on: (p) => `${p.name} valt af: ${p.entries} draait niet op: ${p.wanted}.`,
      offline: (p) => `${p.name} valt af: ${p.entries} heeft een verbinding nodig.`,
      latency: (p) => `${p.name} valt af: het antwoord duurt langer dan ${p.wanted} ms.`,
      data_stays: (p) => `${p.name} valt af: met ${p.entries} gaat data verder dan mag.`,
      licence: (p) => `${p.name} valt af: de licentie van ${p.entries} is niet een van de toegestane.`,
      managed: (p) =>
        p.wanted === 'yes'
          ? `${p.name} valt af: we zouden het zelf moeten draaien.`
          : `${p.name} valt af: iemand anders zou het draaien.`,
      training: (p) => `${p.name} valt af: het traint niet op onze eigen data.`,
      supported_until: (p) => `${p.name} valt af: de ondersteuning van ${p.entries} stopt voor ${p.wanted}.`,
      retired: (p) => `${p.name} valt af: ${p.entries} is gestopt.`,
      own: (p) => `${p.name} valt af op: ${p.wanted}.`,
      answered: (p) =>
        `${p.name} valt af op “${p.wanted}”${p.reason === '' ? '' : `: ${p.reason}`}${p.reason.endsWith('.') ? '' : '.'}`,
      unknown: (p) => `Niemand weet nog of ${p.name} voldoet aan “${p.wanted}”.`,
    },
    outcome: {
      noCandidates: 'Noem minstens twee kandidaten om te vergelijken.',
      allFell: 'Elke kandidaat viel af op een harde eis. Bekijk de eisen opnieuw, of zoek andere kandidaten.',
      noCriteria: 'Kies waarop de kandidaten worden vergeleken.',
      nothingKnown: 'Van de kandidaten die over zijn is nog niets bekend. Vul in wat is gemeten of gelezen.',
      tied: (p) => `${p.names} zijn gelijk: de cijfers laten de keus aan u.`,
      first: (p) => `${p.name} is eerste met ${p.score} van de 100.`,
      settled: 'Niets wat nog onbekend is, kan een ander eerste maken.',
      unsettled: (p) => `Wat nog onbekend is, kan ${p.names} eerste maken: zoek dat uit voordat u kiest.`,
      asked: (p) => `Van ${p.name} is nog niet elke harde eis bekend.`,
      agree: 'De andere twee methoden hebben dezelfde eerste.',
      disagree: (p) => `${p.method} heeft ${p.name} eerste: kijk waarom, voordat u kiest.`,
      minMax: 'De gewogen som van slechtste tot beste',
      topsis: 'TOPSIS',
      fragile: (p) => {
        const bounds = [p.from && `onder ${p.from} %`, p.to && `boven ${p.to} %`].filter(Boolean).join(' of ');
        return `Het gewicht van “${p.criterion}” doet er het meest toe: het is nu ${p.weight} %, en ${bounds} is een ander eerste.`;
      },
      firm: 'Welk gewicht één criterium ook krijgt, dezelfde kandidaat blijft eerste.',
      inconsistent: (p) =>
        `De vergelijkingen twee aan twee spreken elkaar tegen (${p.ratio}; onder 0,1 is gebruikelijk). Loop ze nog eens na.`,
      incomplete: 'Nog niet alle criteria zijn twee aan twee vergeleken; tot dan tellen ze even zwaar.',
      cheapest: (p) => `Over drie jaar is “${p.route}” het goedkoopst: ${p.currency} ${p.total}.`,
      crossover: (p) => `Vanaf ${p.calls} voorspellingen in drie jaar is “${p.route}” goedkoper dan “${p.other}”.`,
    },
    alarms: {
      retired: (p) => `${p.names}, dat gekozen was, is gestopt. Kies wat ervoor in de plaats komt.`,
      ended: (p) =>
        `De ondersteuning van ${p.names}, dat gekozen was, stopte op ${p.day}. Kies wat ervoor in de plaats komt.`,
      ends_soon: (p) =>
        `De ondersteuning van ${p.names}, dat gekozen was, stopt op ${p.day}. Plan wat ervoor in de plaats komt.`,
      maintenance: (p) => `${p.names}, dat gekozen was, krijgt alleen nog onderhoud.`,
      stale: (p) => `De feiten over ${p.names} zijn van ${p.day}, meer dan een jaar geleden. Kijk ze opnieuw na.`,
      review: (p) => `De keus bleef open tot ${p.day}, en die dag is er. Besluit nu.`,
    },
    gate: {
      approaches: 'Weeg minstens twee aanpakken, waarvan één een regel of kopen.',
      votes: 'Laat minstens twee rollen stemmen over de aanpakken.',
      knockOuts: 'Zeg van elke kandidaat die over is of die aan de harde eisen voldoet.',
      record: 'Leg de uitkomst van de keus van een framework vast: gekozen, een shortlist, of open tot een dag.',
      current: 'De selectie is na het besluit gewijzigd: leg de uitkomst opnieuw vast.',
      alive: 'Wat gekozen was, is gestopt: kies wat ervoor in de plaats komt.',
      fresh: 'Feiten over wat gekozen is, zijn ouder dan een jaar: kijk ze opnieuw na.',
      review: 'De dag tot welke de keus open bleef, is er: besluit.',
      confirmation: 'Zeg hoe wordt nagegaan dat de keus klopt.',
    },
  },
);
