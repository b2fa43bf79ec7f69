import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Outcome } from '../decisions/contract.ts';
import type { OpportunityField } from './opportunity-contract.ts';
import type { Phase } from './problem-contract.ts';

interface Course {
  metric: string;
  from: string;
  to: string;
  unit: string;
  by: string;
  source: string;
}

/** The frame of the one page; what stands in it are people's own words. */
export const onePageTexts = defineTexts(
  {
    phase: (p: { phase: string }) => `Phase: ${p.phase}.`,
    phases: {
      formulation: 'formulation',
      modelling: 'modelling',
      release: 'release',
      operation: 'operation',
      retired: 'retired',
      stopped: 'stopped by a no-go',
    } satisfies Record<Phase, string>,
    problem: 'Which problem',
    questions: {
      currentSituation: 'What happens now',
      affected: 'Who is affected',
      frequency: 'How often',
      cost: 'What it costs',
      currentDecision: 'How it is decided today',
      evidence: 'Evidence',
      context: 'Context',
    } satisfies Record<OpportunityField, string>,
    nothing: 'Nothing was written here yet.',
    heard: (p: { named: string; must: string; heard: string; open: string }) =>
      `Stakeholders named: ${p.named}; of these to be heard: ${p.must}; heard: ${p.heard}; questions still open: ${p.open}.`,
    stakeholders: 'Stakeholders',
    solution: 'What the solution must be',
    noObjective: 'No objective was set yet.',
    noKeyResult: 'No key result yet.',
    course: (p: Course) => `${p.metric}: from ${p.from} to ${p.to} ${p.unit}, by ${p.by}. Measured by: ${p.source}.`,
    unknown: '?',
    noDate: 'a date to be set',
    noSource: 'not said yet',
    alternatives: 'Alternatives to machine learning',
    kinds: {
      rule: 'a rule',
      process_change: 'another way of working',
      buy: 'buying something',
      nothing: 'doing nothing',
      other: 'something else',
    },
    option: (p: { name: string; kind: string; description: string }) =>
      p.description.trim() === '' ? `${p.name} (${p.kind})` : `${p.name} (${p.kind}): ${p.description}`,
    value: 'Which value',
    noValue: 'The value model is not complete, so there is no verdict yet.',
    atStake: {
      cost_today: (p: { amount: string }) => `At stake: ${p.amount} a year, the cost of today’s practice.`,
      ceiling: (p: { amount: string }) => `At stake: ${p.amount} a year, the most that perfect decisions could save.`,
    },
    without: 'Way of deciding',
    perYear: 'Value a year',
    baselines: {
      nothing: 'Do nothing',
      all: 'Act on every case',
      constant: 'One answer for all',
      today: 'Today’s practice',
      perfect: 'Never wrong',
    },
    best: (p: { name: string }) => `To be beaten: ${p.name}.`,
    ceiling: (p: { year: string; build: string }) =>
      `The most a project may cost: ${p.year} a year; to build, after its running cost: ${p.build}.`,
    net: (p: { net: string; low: string; high: string; chance: string }) =>
      `Gain a year over what is to be beaten, after cost: ${p.net} at the likely figures; in 90% of the draws between ${p.low} and ${p.high}. Chance of a gain: ${p.chance}.`,
    risk: 'Risk',
    riskClass: (p: { name: string }) => `Class under the AI Act: ${p.name}.`,
    classes: {
      unassessed: 'not assessed',
      prohibited: 'prohibited',
      high: 'high risk',
      limited: 'limited',
      minimal: 'minimal',
    },
    gates: 'Decisions',
    gate: {
      g0: 'Gate G0: is this a problem worth the work?',
      g1: 'Gate G1: is machine learning the answer?',
    },
    undecided: 'Not decided yet.',
    decided: (p: { outcome: string; date: string }) => `Decided on ${p.date}: ${p.outcome}.`,
    proposed: (p: { outcome: string }) => `On the table: ${p.outcome}.`,
    unsigned: 'Nobody has signed it yet.',
    outcomes: {
      go: 'go',
      conditional_go: 'go with conditions',
      no_go: 'no-go',
      defer: 'defer',
      reopen: 'reopen',
    } satisfies Record<Outcome, string>,
    person: (p: { name: string; role: string; meaning: string }) => `${p.name}, ${p.role}: ${p.meaning}`,
    onBehalf: (p: { signed: string; name: string }) => `${p.signed} (on behalf of ${p.name})`,
    signed: {
      approves: (p: { said: string; date: string }) => `${p.said} (signed on ${p.date})`,
      objects: (p: { said: string; date: string }) => `${p.said} (objected on ${p.date})`,
    },
    nameless: 'somebody without a name',
    condition: (p: { due: string; text: string }) => `Condition, by ${p.due}: ${p.text}`,
    evidence: (p: { hash: string }) => `Evidence: ${p.hash}`,
    level: (p: { number: string; date: string; hash: string }) =>
      `Level ${p.number}, frozen on ${p.date}: SHA-256 ${p.hash}`,
    noLevel: 'No level was frozen yet.',
    seal: (p: { hash: string }) => `SHA-256 of what this page says: ${p.hash}`,
    sealAbout: 'Made by Peil from what was written about this problem. Dates are in UTC.',
    edition: (p: { number: string; date: string }) => `Version ${p.number}, kept on ${p.date} (UTC)`,
    editionNow: (p: { made: string; changed: string }) =>
      `Not kept as a version: made on ${p.made}, of the problem as it was last changed on ${p.changed} (UTC)`,
    pageOf: (p: { number: string; count: string }) => `Page ${p.number} of ${p.count}`,
    missingSigns: '▯ stands for a sign that this font does not have; the page in Peil shows it.',
  },
  {
    phase: (p) => `Fase: ${p.phase}.`,
    phases: {
      formulation: 'formulering',
      modelling: 'modellering',
      release: 'vrijgave',
      operation: 'bedrijf',
      retired: 'buiten gebruik',
      stopped: 'gestopt met een no-go',
    },
    problem: 'Welk probleem',
    questions: {
      currentSituation: 'Wat er nu gebeurt',
      affected: 'Wie ermee te maken heeft',
      frequency: 'Hoe vaak',
      cost: 'Wat het kost',
      currentDecision: 'Hoe het vandaag wordt beslist',
      evidence: 'Bewijs',
      context: 'Omstandigheden',
    },
    nothing: 'Hier is nog niets geschreven.',
    heard: (p) =>
      `Belanghebbenden genoemd: ${p.named}; van hen te horen: ${p.must}; gehoord: ${p.heard}; nog open vragen: ${p.open}.`,
    stakeholders: 'Belanghebbenden',
    solution: 'Wat de oplossing moet zijn',
    noObjective: 'Er is nog geen doel gesteld.',
    noKeyResult: 'Nog geen sleutelresultaat.',
    course: (p) => `${p.metric}: van ${p.from} naar ${p.to} ${p.unit}, uiterlijk ${p.by}. Gemeten met: ${p.source}.`,
    unknown: '?',
    noDate: 'een nog te kiezen datum',
    noSource: 'nog niet gezegd',
    alternatives: 'Alternatieven voor machine learning',
    kinds: {
      rule: 'een regel',
      process_change: 'een andere werkwijze',
      buy: 'iets kopen',
      nothing: 'niets doen',
      other: 'iets anders',
    },
    option: (p) => (p.description.trim() === '' ? `${p.name} (${p.kind})` : `${p.name} (${p.kind}): ${p.description}`),
    value: 'Welke waarde',
    noValue: 'Het waardemodel is niet af; er is dus nog geen oordeel.',
    atStake: {
      cost_today: (p) => `Op het spel: ${p.amount} per jaar, de kosten van de huidige praktijk.`,
      ceiling: (p) => `Op het spel: ${p.amount} per jaar, het meeste dat volmaakte besluiten kunnen besparen.`,
    },
    without: 'Manier van beslissen',
    perYear: 'Waarde per jaar',
    baselines: {
      nothing: 'Niets doen',
      all: 'Bij elk geval ingrijpen',
      constant: 'Eén antwoord voor alles',
      today: 'Huidige praktijk',
      perfect: 'Nooit mis',
    },
    best: (p) => `Te verslaan: ${p.name}.`,
    ceiling: (p) =>
      `Wat een project hoogstens mag kosten: ${p.year} per jaar; om te bouwen, na de lopende kosten: ${p.build}.`,
    net: (p) =>
      `Winst per jaar boven wat te verslaan is, na kosten: ${p.net} bij de waarschijnlijke cijfers; in 90 % van de trekkingen tussen ${p.low} en ${p.high}. Kans op winst: ${p.chance}.`,
    risk: 'Risico',
    riskClass: (p) => `Klasse onder de AI-verordening: ${p.name}.`,
    classes: {
      unassessed: 'niet beoordeeld',
      prohibited: 'verboden',
      high: 'hoog risico',
      limited: 'beperkt',
      minimal: 'minimaal',
    },
    gates: 'Besluiten',
    gate: {
      g0: 'Poort G0: is dit probleem het werk waard?',
      g1: 'Poort G1: is machine learning het antwoord?',
    },
    undecided: 'Nog niet besloten.',
    decided: (p) => `Besloten op ${p.date}: ${p.outcome}.`,
    proposed: (p) => `Op tafel: ${p.outcome}.`,
    unsigned: 'Nog niemand heeft ondertekend.',
    outcomes: {
      go: 'go',
      conditional_go: 'go met voorwaarden',
      no_go: 'no-go',
      defer: 'uitstel',
      reopen: 'heropenen',
    },
    person: (p) => `${p.name}, ${p.role}: ${p.meaning}`,
    onBehalf: (p) => `${p.signed} (namens ${p.name})`,
    signed: {
      approves: (p) => `${p.said} (ondertekend op ${p.date})`,
      objects: (p) => `${p.said} (bezwaar op ${p.date})`,
    },
    nameless: 'iemand zonder naam',
    condition: (p) => `Voorwaarde, uiterlijk ${p.due}: ${p.text}`,
    evidence: (p) => `Bewijs: ${p.hash}`,
    level: (p) => `Peil ${p.number}, vastgelegd op ${p.date}: SHA-256 ${p.hash}`,
    noLevel: 'Er is nog geen peil vastgelegd.',
    seal: (p) => `SHA-256 van wat op deze pagina staat: ${p.hash}`,
    sealAbout: 'Door Peil gemaakt uit wat over dit probleem is geschreven. Datums zijn in UTC.',
    edition: (p) => `Versie ${p.number}, bewaard op ${p.date} (UTC)`,
    editionNow: (p) =>
      `Niet als versie bewaard: gemaakt op ${p.made}, van het probleem zoals het laatst is gewijzigd op ${p.changed} (UTC)`,
    pageOf: (p) => `Pagina ${p.number} van ${p.count}`,
    missingSigns: '▯ staat voor een teken dat dit lettertype niet heeft; de pagina in Peil toont het.',
  },
);
