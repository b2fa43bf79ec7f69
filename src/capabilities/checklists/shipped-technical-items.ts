import type { ShippedItem } from './shipped-item.ts';

export const softwareEngineerItems: readonly ShippedItem[] = [
  {
    key: 'who-uses-it',
    gate: 'g1',
    source: 'R45',
    title: {
      en: 'It is known which application will use the answers, and who looks after it',
      nl: 'Bekend is welke toepassing de antwoorden gaat gebruiken, en wie die beheert',
    },
    help: {
      en: 'A software engineer joins from here on, not when the model is finished.',
      nl: 'Een software-engineer doet vanaf hier mee, en niet pas als het model af is.',
    },
  },
  {
    key: 'demands-of-application',
    gate: 'g1',
    source: 'R19',
    title: {
      en: 'What the application asks is written down in figures',
      nl: 'Wat de toepassing vraagt staat in cijfers op papier',
    },
    help: {
      en: 'How many requests, the longest wait, opening hours, and what happens when no answer comes.',
      nl: 'Hoeveel verzoeken, de langste wachttijd, de uren, en wat er gebeurt als er geen antwoord komt.',
    },
  },
  {
    key: 'way-to-production',
    gate: 'g1',
    source: 'R46',
    title: {
      en: 'The way to production is the one the application already has',
      nl: 'De weg naar productie is die van de toepassing zelf',
    },
    help: {
      en: 'Which pipeline, which environments, and who may approve a release there.',
      nl: 'Welke pijplijn, welke omgevingen, en wie daar een uitgave mag goedkeuren.',
    },
  },
  {
    key: 'contract-and-stub',
    gate: 'g3',
    source: 'R45',
    title: {
      en: 'The interface and a stub are there before the model is',
      nl: 'De interface en een nagebootst antwoord zijn er eerder dan het model',
    },
    help: {
      en: 'So that the application can be built and tested while the model is still being made.',
      nl: 'Zodat de toepassing gebouwd en getest kan worden terwijl het model nog wordt gemaakt.',
    },
  },
  {
    key: 'package',
    gate: 'g4',
    source: 'R17',
    title: {
      en: 'The package runs by itself, with everything it needs fixed',
      nl: 'Het pakket draait op zichzelf, met alles wat het nodig heeft vastgelegd',
    },
    help: {
      en: 'With a digest, the shape of input and output, and without fetching anything on the way.',
      nl: 'Met een digest, de vorm van invoer en uitvoer, en zonder onderweg iets op te halen.',
    },
  },
  {
    key: 'red-blocks',
    gate: 'g4',
    source: 'R18',
    title: {
      en: 'The tests run on every package, and red stops it',
      nl: 'De tests draaien op elk pakket, en rood houdt het tegen',
    },
    help: {
      en: 'Their result is kept with the package.',
      nl: 'De uitslag wordt bij het pakket bewaard.',
    },
  },
  {
    key: 'rollback',
    gate: 'g4',
    source: 'R19',
    title: {
      en: 'Going back to the version before was tried out',
      nl: 'Teruggaan naar de vorige versie is uitgeprobeerd',
    },
    help: {
      en: 'The address stays the same, and it is known how long it takes.',
      nl: 'Het adres blijft hetzelfde, en bekend is hoe lang het duurt.',
    },
  },
];

export const analyticsArchitectItems: readonly ShippedItem[] = [
  {
    key: 'where-it-must-work',
    gate: 'g1',
    source: 'R69',
    title: {
      en: 'It is clear where it must work, and within which limits',
      nl: 'Duidelijk is waar het moet werken, en binnen welke grenzen',
    },
    help: {
      en: 'On a device, in real time, with a connection that fails; and what security and privacy demand.',
      nl: 'Op een apparaat, direct, met een verbinding die wegvalt; en wat beveiliging en privacy vragen.',
    },
  },
  {
    key: 'non-functional',
    gate: 'g1',
    source: 'R34',
    title: {
      en: 'Security, use, stability, speed and cost each have a figure',
      nl: 'Beveiliging, gebruik, stabiliteit, snelheid en kosten hebben elk een cijfer',
    },
    help: {
      en: 'What is good enough, and what is not: a wish without a figure cannot be tested.',
      nl: 'Wat goed genoeg is, en wat niet: een wens zonder cijfer is niet te toetsen.',
    },
  },
  {
    key: 'nothing-fixed-yet',
    gate: 'g1',
    source: 'R68',
    title: {
      en: 'No technology is fixed yet without a reason',
      nl: 'Er ligt nog geen techniek vast zonder reden',
    },
    help: {
      en: 'A product that is named now is a constraint: say who set it, and why.',
      nl: 'Een product dat nu al genoemd wordt is een beperking: zeg wie die stelt, en waarom.',
    },
  },
  {
    key: 'what-is-there',
    gate: 'g1',
    source: 'R32',
    title: {
      en: 'It was looked for what is there already',
      nl: 'Er is gezocht naar wat er al is',
    },
    help: {
      en: 'A model, a data set or a pipeline of another team that solves part of it.',
      nl: 'Een model, een dataset of een pijplijn van een ander team die er een deel van oplost.',
    },
  },
  {
    key: 'build-or-buy',
    gate: 'g3',
    source: 'R69',
    title: {
      en: 'Building and buying were compared on the same criteria',
      nl: 'Zelf bouwen en kopen zijn op dezelfde punten vergeleken',
    },
    help: {
      en: 'Over three years, with what it costs to leave, on the same data and the same euros.',
      nl: 'Over drie jaar, met wat het kost om ervan af te komen, op dezelfde gegevens en dezelfde euro’s.',
    },
  },
  {
    key: 'long-run',
    gate: 'g3',
    source: 'R70',
    title: {
      en: 'What the choice means in the long run is written down',
      nl: 'Wat de keuze op lange termijn betekent staat op papier',
    },
    help: {
      en: 'The end of support, growth to ten times as much, and how easily a part can be replaced.',
      nl: 'Het einde van de ondersteuning, groei naar tien keer zoveel, en hoe makkelijk een deel te vervangen is.',
    },
  },
  {
    key: 'measured-on-target',
    gate: 'g4',
    source: 'R35',
    title: {
      en: 'The choice was measured where it will run',
      nl: 'De keuze is gemeten waar het gaat draaien',
    },
    help: {
      en: 'Time and memory under the load that is expected, held against the figures that were asked.',
      nl: 'Tijd en geheugen onder de verwachte belasting, naast de cijfers die zijn gevraagd.',
    },
  },
];

export const riskManagerItems: readonly ShippedItem[] = [
  {
    key: 'begin-assessment',
    gate: 'g1',
    source: 'R37',
    title: {
      en: 'The risks to the company are assessed at the begin',
      nl: 'De risico’s voor het bedrijf zijn aan het begin beoordeeld',
    },
    help: {
      en: 'For each: how likely, how much in euros, what is done about it, and who accepts what remains.',
      nl: 'Per risico: hoe waarschijnlijk, hoeveel in euro’s, wat eraan gedaan wordt, en wie aanvaardt wat overblijft.',
    },
  },
  {
    key: 'class-of-the-law',
    gate: 'g1',
    source: 'R37',
    title: {
      en: 'The class under the AI Act is known, and a person has confirmed it',
      nl: 'De klasse onder de AI-verordening is bekend, en een mens heeft die bevestigd',
    },
    help: {
      en: 'By the questions of the law one after another, never by a score.',
      nl: 'Aan de hand van de vragen van de wet, een voor een, nooit met een score.',
    },
  },
  {
    key: 'privacy-assessment',
    gate: 'g1',
    source: 'R37',
    title: {
      en: 'It is known whether a data protection impact assessment is needed',
      nl: 'Bekend is of er een gegevensbeschermingseffectbeoordeling nodig is',
    },
    help: {
      en: 'And, where it is, who does it and when it is ready.',
      nl: 'En zo ja: wie die uitvoert en wanneer die klaar is.',
    },
  },
  {
    key: 'who-is-harmed',
    gate: 'g1',
    source: 'R37',
    title: {
      en: 'It is clear whom a wrong answer harms, and who watches over that',
      nl: 'Duidelijk is wie een fout antwoord schaadt, en wie daarop let',
    },
    help: {
      en: 'Also groups that are hit more often than others, and how they can object.',
      nl: 'Ook groepen die het vaker treft dan andere, en hoe zij bezwaar kunnen maken.',
    },
  },
  {
    key: 'what-will-be-asked',
    gate: 'g1',
    source: 'R39',
    title: {
      en: 'What an auditor or supervisor will ask is listed',
      nl: 'Wat een accountant of toezichthouder gaat vragen staat op een lijst',
    },
    help: {
      en: 'With, for each question, where the answer will come from by itself.',
      nl: 'Met per vraag waar het antwoord vanzelf vandaan zal komen.',
    },
  },
  {
    key: 'end-assessment',
    gate: 'g4',
    source: 'R38',
    title: {
      en: 'The same questions were answered again before release',
      nl: 'Dezelfde vragen zijn voor de vrijgave opnieuw beantwoord',
    },
    help: {
      en: 'Whatever rose since the begin is explained.',
      nl: 'Wat sinds het begin is gestegen, is verklaard.',
    },
  },
  {
    key: 'one-overview',
    gate: 'g4',
    source: 'R39',
    title: {
      en: 'Model versions, data versions and measurements stand in one overview',
      nl: 'Modelversies, dataversies en metingen staan in één overzicht',
    },
    help: {
      en: 'Each with its evidence, so that nobody has to be asked.',
      nl: 'Elk met het bewijs erbij, zodat niemand ernaar gevraagd hoeft te worden.',
    },
  },
];
