import { defineTexts } from '../../../platform/text/define-texts.ts';

/** From which chance to act: what the sliders under the frontier say. */
export const thresholdTexts = defineTexts(
  {
    title: 'From which chance is a case acted on?',
    intro:
      'A model gives each case a chance. A lower threshold catches more and raises more false alarms. Nothing is saved here.',
    move: 'Move the threshold',
    threshold: 'Act from a chance of',
    auc: 'How well the model ranks (AUC)',
    best: (p: { at: string }) => `best by the amounts: ${p.at}`,
    bestWithRoom: (p: { at: string }) => `best with the room there is: ${p.at}`,
    expected: (p: { at: string }) => `as expected: ${p.at}`,
    least: (p: { at: string }) => `least that can pay: ${p.at}`,
    toBest: 'Go to the best threshold',
    toStart: 'Back to where it began',
    reading: (p: { at: string; caught: string; alarms: string; acted: string; rightly: string }) =>
      `From a chance of ${p.at} it catches ${p.caught} (recall) with ${p.alarms} false alarms; it acts on ${p.acted} of all cases, rightly in ${p.rightly} (precision).`,
    nobody: (p: { at: string }) => `From a chance of ${p.at} it acts on nobody.`,
    net: 'Net value a year',
    isBest: 'the most this ranking can bring',
    less: (p: { amount: string }) => `${p.amount} less than at the best threshold`,
    full: 'More cases than there is room for: as many are acted on as fit.',
    here: 'this threshold',
    none: {
      'always-act':
        'By these amounts a false alarm costs nothing, so every case is acted on: there is no threshold to choose.',
      'never-act': 'By these amounts acting does not help, so no case is acted on: there is no threshold to choose.',
      'act-at-or-below':
        'By these amounts acting helps on the cases that do not need it. Look at the amounts before choosing a threshold.',
    },
  },
  {
    title: 'Vanaf welke kans wordt ingegrepen?',
    intro:
      'Een model geeft elk geval een kans. Een lagere drempel vindt meer en geeft meer vals alarm. Hier wordt niets bewaard.',
    move: 'Verschuif de drempel',
    threshold: 'Ingrijpen vanaf een kans van',
    auc: 'Hoe goed het model rangschikt (AUC)',
    best: (p) => `het best bij deze bedragen: ${p.at}`,
    bestWithRoom: (p) => `het best met de ruimte die er is: ${p.at}`,
    expected: (p) => `zoals verwacht: ${p.at}`,
    least: (p) => `het minste dat kan lonen: ${p.at}`,
    toBest: 'Naar de beste drempel',
    toStart: 'Terug naar het begin',
    reading: (p) =>
      `Vanaf een kans van ${p.at} vindt het ${p.caught} (recall) met ${p.alarms} vals alarm; het grijpt in bij ${p.acted} van alle gevallen, terecht in ${p.rightly} (precision).`,
    nobody: (p) => `Vanaf een kans van ${p.at} grijpt het bij niemand in.`,
    net: 'Nettowaarde per jaar',
    isBest: 'het meeste dat deze rangschikking kan brengen',
    less: (p) => `${p.amount} minder dan bij de beste drempel`,
    full: 'Meer gevallen dan er ruimte voor is: er wordt ingegrepen bij zoveel als er passen.',
    here: 'deze drempel',
    none: {
      'always-act':
        'Bij deze bedragen kost vals alarm niets, dus bij elk geval wordt ingegrepen: er is geen drempel te kiezen.',
      'never-act':
        'Bij deze bedragen helpt ingrijpen niet, dus bij geen geval wordt ingegrepen: er is geen drempel te kiezen.',
      'act-at-or-below':
        'Bij deze bedragen helpt ingrijpen juist bij gevallen die het niet nodig hebben. Kijk eerst naar de bedragen.',
    },
  },
);
