import type { ShippedItem } from './shipped-item.ts';

export const dataScientistItems: readonly ShippedItem[] = [
  {
    key: 'verdict-per-key-result',
    gate: 'g1',
    source: 'R58',
    title: {
      en: 'For each key result it is judged whether machine learning can contribute',
      nl: 'Per sleutelresultaat is beoordeeld of machine learning kan bijdragen',
    },
    help: {
      en: 'Together with the expert: is there a pattern, is there data, does the decision repeat, can mistakes be borne?',
      nl: 'Samen met de deskundige: is er een patroon, zijn er gegevens, herhaalt het besluit zich, zijn fouten te dragen?',
    },
  },
  {
    key: 'rule-to-beat',
    gate: 'g1',
    source: 'R56',
    title: {
      en: 'A rule without machine learning is there as the one to beat',
      nl: 'Er is een regel zonder machine learning die verslagen moet worden',
    },
    help: {
      en: 'The simplest rule that could work, or today’s practice, and how good it is now.',
      nl: 'De eenvoudigste regel die zou kunnen werken, of de huidige praktijk, en hoe goed die nu is.',
    },
  },
  {
    key: 'what-is-predicted',
    gate: 'g1',
    source: 'R60',
    title: {
      en: 'It is clear what is predicted, of what, when, and how far ahead',
      nl: 'Duidelijk is wat er wordt voorspeld, waarvan, wanneer en hoe ver vooruit',
    },
    help: {
      en: 'And what is done with the answer, by whom, and how many cases they can handle.',
      nl: 'En wat er met het antwoord gebeurt, door wie, en hoeveel gevallen zij aankunnen.',
    },
  },
  {
    key: 'one-way-of-measuring',
    gate: 'g2',
    source: 'R11',
    title: {
      en: 'It is fixed on which data and how everything will be measured',
      nl: 'Vast staat op welke gegevens en hoe alles wordt gemeten',
    },
    help: {
      en: 'One evaluation set, one split, one definition of each metric: no apples and pears.',
      nl: 'Eén evaluatieset, één splitsing, één definitie van elke metriek: geen appels en peren.',
    },
  },
  {
    key: 'metric-from-key-result',
    gate: 'g3',
    source: 'R66',
    title: {
      en: 'Each metric follows from a key result',
      nl: 'Elke metriek volgt uit een sleutelresultaat',
    },
    help: {
      en: 'Say why it is the right one here, and which value of it is worth the money.',
      nl: 'Zeg waarom die hier de juiste is, en welke waarde ervan het geld waard is.',
    },
  },
  {
    key: 'six-facts-of-a-run',
    gate: 'g4',
    source: 'R15',
    title: {
      en: 'Of the chosen run all six facts are known',
      nl: 'Van de gekozen run zijn alle zes feiten bekend',
    },
    help: {
      en: 'When, with which result, which model, which settings, which data, which code.',
      nl: 'Wanneer, met welk resultaat, welk model, welke instellingen, welke gegevens, welke code.',
    },
  },
  {
    key: 'limitations',
    gate: 'g4',
    source: 'R7',
    title: {
      en: 'Limitations and odd findings are on record with the model',
      nl: 'Beperkingen en vreemde bevindingen staan bij het model',
    },
    help: {
      en: 'Cases for which it must not be used, and results that nobody can explain yet.',
      nl: 'Gevallen waarvoor het niet gebruikt mag worden, en uitkomsten die nog niemand kan verklaren.',
    },
  },
  {
    key: 'own-tests',
    gate: 'g4',
    source: 'R21',
    title: {
      en: 'The tests that guard its quality in operation are written',
      nl: 'De tests die de kwaliteit in bedrijf bewaken zijn geschreven',
    },
    help: {
      en: 'How often they run, and from which value somebody is told.',
      nl: 'Hoe vaak ze draaien, en vanaf welke waarde iemand het hoort.',
    },
  },
];

export const dataEngineerItems: readonly ShippedItem[] = [
  {
    key: 'sources-with-expert',
    gate: 'g1',
    source: 'R41',
    title: {
      en: 'The sources were found together with the expert',
      nl: 'De bronnen zijn samen met de deskundige gevonden',
    },
    help: {
      en: 'For each: who knows it, who owns it, whether there is access, and why it was chosen or not.',
      nl: 'Per bron: wie hem kent, van wie hij is, of er toegang is, en waarom hij wel of niet is gekozen.',
    },
  },
  {
    key: 'which-data',
    gate: 'g1',
    source: 'R61',
    title: {
      en: 'Exactly which data is needed is listed, field by field',
      nl: 'Precies welke gegevens nodig zijn staat op een lijst, veld voor veld',
    },
    help: {
      en: 'How far back, how fine, how fresh, for which segments and how much.',
      nl: 'Hoe ver terug, hoe fijn, hoe vers, voor welke segmenten en hoeveel.',
    },
  },
  {
    key: 'one-off-extracts',
    gate: 'g1',
    source: 'R5',
    title: {
      en: 'It is said which data is a one-off extract',
      nl: 'Er staat bij welke gegevens een eenmalige uitdraai zijn',
    },
    help: {
      en: 'An extract made by hand may begin the work, but a pipeline takes its place before release.',
      nl: 'Een uitdraai met de hand mag het werk beginnen, maar voor de vrijgave komt er een pijplijn voor in de plaats.',
    },
  },
  {
    key: 'may-be-used',
    gate: 'g1',
    source: 'R63',
    title: {
      en: 'The data may be used for this purpose',
      nl: 'De gegevens mogen voor dit doel worden gebruikt',
    },
    help: {
      en: 'Which fields are personal data, on which ground they are used, and how long they are kept.',
      nl: 'Welke velden persoonsgegevens zijn, op welke grond ze worden gebruikt en hoe lang ze worden bewaard.',
    },
  },
  {
    key: 'train-and-test-apart',
    gate: 'g2',
    source: 'R40',
    title: {
      en: 'Training and test data are kept apart, and that can be traced',
      nl: 'Train- en testgegevens zijn gescheiden, en dat is na te gaan',
    },
    help: {
      en: 'By pipeline, not by hand; nothing of the future and nobody in both.',
      nl: 'Met een pijplijn, niet met de hand; niets uit de toekomst en niemand in beide.',
    },
  },
  {
    key: 'adequate-for-all',
    gate: 'g2',
    source: 'R63',
    title: {
      en: 'Of every data requirement it is known whether the data is adequate',
      nl: 'Van elke gegevenseis is bekend of de gegevens toereikend zijn',
    },
    help: {
      en: 'Adequate, on a condition, not adequate, or not assessed: computed from the data where that can be done.',
      nl: 'Toereikend, onder voorwaarde, niet toereikend of niet beoordeeld: berekend uit de gegevens waar dat kan.',
    },
  },
  {
    key: 'input-contract',
    gate: 'g3',
    source: 'R43',
    title: {
      en: 'What the model takes in is agreed as a contract',
      nl: 'Wat het model binnenkrijgt is afgesproken in een contract',
    },
    help: {
      en: 'Names, types, bounds and what may be missing, tested against what the pipeline delivers.',
      nl: 'Namen, typen, grenzen en wat mag ontbreken, getest op wat de pijplijn levert.',
    },
  },
  {
    key: 'every-step',
    gate: 'g4',
    source: 'R44',
    title: {
      en: 'Every step of the pipeline can be looked into',
      nl: 'In elke stap van de pijplijn is te kijken',
    },
    help: {
      en: 'What went in and out, the code, the settings, the log, the time, and what it changed.',
      nl: 'Wat erin en eruit ging, de code, de instellingen, het logboek, de tijd, en wat er veranderde.',
    },
  },
];
