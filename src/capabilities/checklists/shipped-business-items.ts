import type { ShippedItem } from './shipped-item.ts';

export const smeItems: readonly ShippedItem[] = [
  {
    key: 'what-happens-now',
    gate: 'g1',
    source: 'R49',
    title: {
      en: 'What happens now is described by somebody who does it',
      nl: 'Wat er nu gebeurt is beschreven door iemand die het doet',
    },
    help: {
      en: 'The work as it goes today, with an example that a newcomer can follow; nothing about a solution yet.',
      nl: 'Het werk zoals het nu gaat, met een voorbeeld dat een nieuwkomer kan volgen; nog niets over een oplossing.',
    },
  },
  {
    key: 'business-context',
    gate: 'g1',
    source: 'R26',
    title: {
      en: 'The words and exceptions of the business are written down',
      nl: 'De woorden en uitzonderingen van het vak staan op papier',
    },
    help: {
      en: 'Words that mean something else here, cases that are always treated differently, seasons that disturb the figures.',
      nl: 'Woorden die hier iets anders betekenen, gevallen die altijd anders gaan, seizoenen die de cijfers verstoren.',
    },
  },
  {
    key: 'heard-everybody',
    gate: 'g1',
    source: 'R51',
    title: {
      en: 'Everybody who must be heard was heard',
      nl: 'Iedereen die gehoord moet worden is gehoord',
    },
    help: {
      en: 'Also those who will work with the answers, and those whom the answers are about.',
      nl: 'Ook wie met de antwoorden gaat werken, en over wie de antwoorden gaan.',
    },
  },
  {
    key: 'cost-of-mistakes',
    gate: 'g1',
    source: 'R67',
    title: {
      en: 'What each kind of mistake costs is estimated by those who bear it',
      nl: 'Wat elke soort fout kost is geschat door wie de last draagt',
    },
    help: {
      en: 'A case that is missed and a false alarm seldom cost the same. Low, likely and high in euros, with a source.',
      nl: 'Een gemist geval en een vals alarm kosten zelden hetzelfde. Laag, waarschijnlijk en hoog in euro’s, met een bron.',
    },
  },
  {
    key: 'reporting',
    gate: 'g1',
    source: 'R29',
    title: {
      en: 'It is agreed in which words and how often results are told',
      nl: 'Er is afgesproken in welke woorden en hoe vaak de resultaten worden verteld',
    },
    help: {
      en: 'In euros and counts, so plain that it can be read out at the start of the day.',
      nl: 'In euro’s en aantallen, zo gewoon dat het bij het begin van de dag voorgelezen kan worden.',
    },
  },
  {
    key: 'odd-patterns',
    gate: 'g2',
    source: 'R64',
    title: {
      en: 'Odd patterns in the data were explained by an expert',
      nl: 'Vreemde patronen in de gegevens zijn door een deskundige verklaard',
    },
    help: {
      en: 'For each: as expected, explained by something, a mistake in the data, or unknown.',
      nl: 'Per patroon: zoals verwacht, ergens door verklaard, een fout in de gegevens, of onbekend.',
    },
  },
  {
    key: 'saying-it-is-wrong',
    gate: 'g4',
    source: 'R30',
    title: {
      en: 'Whoever works with it can say that one prediction is wrong',
      nl: 'Wie ermee werkt kan zeggen dat één voorspelling fout is',
    },
    help: {
      en: 'With the right answer and the reason, tied to that prediction; and it is known who reads it.',
      nl: 'Met het goede antwoord en de reden, verbonden met die voorspelling; en bekend is wie het leest.',
    },
  },
  {
    key: 'original-problem',
    gate: 'g5',
    source: 'R27',
    title: {
      en: 'It was looked at whether the original problem is being solved',
      nl: 'Er is gekeken of het oorspronkelijke probleem wordt opgelost',
    },
    help: {
      en: 'Not whether the model scores well, but whether the key results move.',
      nl: 'Niet of het model goed scoort, maar of de sleutelresultaten bewegen.',
    },
  },
];

export const sponsorItems: readonly ShippedItem[] = [
  {
    key: 'worth-looking-at',
    gate: 'g0',
    source: 'R48',
    title: {
      en: 'The problem is worth the time of the people who look into it',
      nl: 'Het probleem is de tijd waard van de mensen die het uitzoeken',
    },
    help: {
      en: 'Say what it costs the organisation to leave it as it is for another year.',
      nl: 'Zeg wat het de organisatie kost om het nog een jaar zo te laten.',
    },
  },
  {
    key: 'held-to-objectives',
    gate: 'g1',
    source: 'R54',
    title: {
      en: 'The objectives are ones that the organisation wants to be held to',
      nl: 'De doelen zijn doelen waar de organisatie aan gehouden wil worden',
    },
    help: {
      en: 'Each key result has a figure for today, a target, a date, and a source that nobody disputes.',
      nl: 'Elk sleutelresultaat heeft een cijfer voor nu, een streefwaarde, een datum en een bron die niemand betwist.',
    },
  },
  {
    key: 'budget',
    gate: 'g1',
    source: 'R3',
    title: {
      en: 'It is agreed what it may cost and what it must bring',
      nl: 'Er is afgesproken wat het mag kosten en wat het moet opbrengen',
    },
    help: {
      en: 'Building as well as running it each year; and after how many poor periods it is stopped.',
      nl: 'Het bouwen en ook elk jaar draaien; en na hoeveel slechte perioden het stopt.',
    },
  },
  {
    key: 'owner-in-operation',
    gate: 'g1',
    source: 'R1',
    title: {
      en: 'Somebody will own it once it is in operation',
      nl: 'Er is een eigenaar voor zodra het in bedrijf is',
    },
    help: {
      en: 'A name, with time set aside for it: a model that nobody keeps up goes below its level.',
      nl: 'Een naam, met tijd ervoor: een model dat niemand bijhoudt zakt onder zijn peil.',
    },
  },
  {
    key: 'no-go-conditions',
    gate: 'g1',
    source: 'R59',
    title: {
      en: 'It is written down what would make this a no-go',
      nl: 'Er staat op papier wanneer dit een no-go wordt',
    },
    help: {
      en: 'And where the solution would then be sought: a rule, another way of working, something that can be bought.',
      nl: 'En waar de oplossing dan wordt gezocht: een regel, een andere werkwijze, iets dat te koop is.',
    },
  },
  {
    key: 'same-text-for-all',
    gate: 'g1',
    source: 'R62',
    title: {
      en: 'Everybody reads the same page on problem, solution and value',
      nl: 'Iedereen leest dezelfde bladzijde over probleem, oplossing en waarde',
    },
    help: {
      en: 'Let somebody who was not there read it and tell it back.',
      nl: 'Laat iemand die er niet bij was de bladzijde lezen en navertellen.',
    },
  },
  {
    key: 'value-each-period',
    gate: 'g5',
    source: 'R3',
    title: {
      en: 'The value of each period is held against the level',
      nl: 'De waarde van elke periode is tegen het peil gehouden',
    },
    help: {
      en: 'What it brought, less what mistakes, building and running cost.',
      nl: 'Wat het opbracht, min wat de fouten, het bouwen en het draaien kostten.',
    },
  },
  {
    key: 'success-or-not',
    gate: 'g5',
    source: 'R55',
    title: {
      en: 'It was judged on the key results of the go: a success or not',
      nl: 'Het is beoordeeld op de sleutelresultaten van de go: geslaagd of niet',
    },
    help: {
      en: 'Computed from data, against the targets as they were frozen.',
      nl: 'Berekend uit gegevens, tegen de streefwaarden zoals ze zijn vastgelegd.',
    },
  },
];
