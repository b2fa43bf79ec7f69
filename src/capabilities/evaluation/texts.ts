import { defineTexts } from '../../platform/text/define-texts.ts';

/** What an evaluation says, in sentences: of models to people who decide. */
export const evaluationTexts = defineTexts(
  {
    binary: (p: { caught: string; alarms: string }) =>
      `Catches ${p.caught} of 100 cases to act on, with ${p.alarms} false alarms among 100 others`,
    multiclass: (p: { share: string }) => `Right in ${p.share} of the cases`,
    decided: (p: { cases: string }) => `Decides on ${p.cases} cases`,
    regression: (p: { size: string; unit: string; bias: string }) =>
      `Is ${p.size}${p.unit} off on average, with a bias of ${p.bias}`,
    above: (p: { difference: string; other: string }) => `; ${p.difference} a month above ${p.other}`,
    below: (p: { difference: string; other: string }) => `; ${p.difference} a month below ${p.other}`,
    between: (p: { low: string; high: string }) => `, between ${p.low} and ${p.high}`,
    level: {
      above: '; above the level.',
      below: '; below the level.',
      unsure: '; whether it is above the level, these cases are too few to say.',
    },
    end: '.',
    others: {
      today: "today's practice",
      nothing: 'doing nothing',
      all: 'acting on every case',
      constant: 'the same for every case',
    },
    warnings: {
      withoutTruth: (p: { count: string }) => `${p.count} rows have no truth and were left out.`,
      unknownTruth: (p: { count: string }) => `${p.count} rows have a truth that is not known here and were left out.`,
      withoutPrediction: (p: { count: string }) =>
        `${p.count} rows have no prediction that is known here and were left out.`,
      withoutAmount: (p: { count: string }) =>
        `${p.count} rows have no number in a column that the value model uses and were left out.`,
      repeatedIds: (p: { count: string }) =>
        `${p.count} rows have an id that another row has too: they count as cases of their own.`,
      noData: 'It is not known on which version of the data this was measured, so it compares with nothing.',
      noIds:
        'Not every case has an id: whether other models were measured on these very cases is told by their numbers only. Log a column with the id of the case.',
      olderIds:
        'An older Peil measured this and did not tell its cases apart by their ids. Evaluate it again to hold it beside newer ones.',
      noEuros: 'No value model priced this, so there are no euros.',
      baseRate: (p: { here: string; expected: string }) =>
        `Here ${p.here} of the cases are to be acted on, and the value model counts on ${p.expected}: the euros are those of these cases.`,
      noProbability:
        'The scores do not lie between 0 and 1, so they are no chances and cannot be held against what happened.',
      few: (p: { count: string }) => `There are only ${p.count} cases: every figure is rough.`,
    },
    protocol: {
      data: (p: { name: string; number: string }) => `${p.name}, version ${p.number}`,
      split: (p: { split: string }) => `part “${p.split}”`,
      segment: (p: { segment: string }) => `segment “${p.segment}”`,
      wholeData: 'all of it',
      value: {
        level: (p: { number: string }) => `level ${p.number}`,
        draft: (p: { number: string }) => `draft ${p.number} of the value model`,
      },
      variant: (p: { name: string }) => `variant “${p.name}”`,
      undeclared: (p: { name: string }) => `variant “${p.name}”, which nobody has declared`,
      noVariant: 'no variant',
      quality: 'without euros',
      gone: 'data that is gone',
    },
    metrics: {
      euros: 'euros a month',
      auc: 'AUC',
      f1: 'F1',
      accuracy: 'accuracy',
      meanSize: 'mean size of the error',
    },
    differences: {
      data: (p: { own: string; group: string }) => `It was measured on ${p.own}, the others on ${p.group}.`,
      split: (p: { own: string; group: string }) => `It was measured on ${p.own}, the others on ${p.group}.`,
      segment: (p: { own: string; group: string }) => `It was measured for ${p.own}, the others for ${p.group}.`,
      metric: 'What is told apart is another class or another kind of task, or it is measured by another metric.',
      cases: (p: { own: string; group: string }) =>
        `It has ${p.own} cases, the others ${p.group}, or another mix of truths.`,
      otherCases: 'There are as many cases of each truth, but they are other cases: ids or truths differ.',
      unnamedHere:
        'Its cases are only counted and those of the others told by id, so it is not known that they are the same.',
      unnamedThere:
        'Its cases are told by id and those of the others only counted, so it is not known that they are the same.',
      value: (p: { own: string; group: string }) => `It was priced by ${p.own}, the others by ${p.group}.`,
      variant: (p: { own: string; group: string }) => `Its model is of ${p.own}, those of the others of ${p.group}.`,
      none: 'no value model',
    },
    repairs: {
      rescore: (p: { value: string }) => `Price it by ${p.value}; the predictions are here.`,
      evaluate: (p: { protocol: string }) =>
        `There are as many cases of each truth: evaluate it on ${p.protocol}, if its predictions are of those cases.`,
      evaluateSame: (p: { protocol: string }) =>
        `The cases are the very same, by id and truth: evaluate it on ${p.protocol}.`,
      nameOthers: 'Evaluate the others again from tables with a column of ids: then it is known.',
      log: (p: { protocol: string }) => `Log its predictions on ${p.protocol}, and evaluate those.`,
      together: 'It can be ranked with them, if that is what you ask: rank the variants together.',
    },
    ranking: {
      counted:
        'Not every case has an id here: that these are measured on the very same cases is told by their numbers only.',
      together: (p: { variants: string }) =>
        `These are models of different variants (${p.variants}), each made for its own cases: the first one here need not be the one for yours.`,
      deleted: 'Its run was deleted. Restore the run to rank it again.',
      inInbox: 'Its run is in the inbox. Assign the run to this problem to rank it again.',
      moved: 'Its run is of another problem now. It is ranked there once it is evaluated there.',
    },
  },
  {
    binary: (p) =>
      `Vindt ${p.caught} van de 100 gevallen waarbij moet worden ingegrepen, met ${p.alarms} keer vals alarm op 100 andere`,
    multiclass: (p) => `Heeft het in ${p.share} van de gevallen goed`,
    decided: (p) => `Beslist over ${p.cases} gevallen`,
    regression: (p) => `Zit er gemiddeld ${p.size}${p.unit} naast, met een scheefheid van ${p.bias}`,
    above: (p) => `; ${p.difference} per maand boven ${p.other}`,
    below: (p) => `; ${p.difference} per maand onder ${p.other}`,
    between: (p) => `, tussen ${p.low} en ${p.high}`,
    level: {
      above: '; boven peil.',
      below: '; onder peil.',
      unsure: '; of het boven peil is, is met zo weinig gevallen niet te zeggen.',
    },
    end: '.',
    others: {
      today: 'de huidige praktijk',
      nothing: 'niets doen',
      all: 'altijd ingrijpen',
      constant: 'voor elk geval hetzelfde',
    },
    warnings: {
      withoutTruth: (p) => `${p.count} rijen hebben geen waarheid en tellen niet mee.`,
      unknownTruth: (p) => `${p.count} rijen hebben een waarheid die hier niet bekend is en tellen niet mee.`,
      withoutPrediction: (p) => `${p.count} rijen hebben geen voorspelling die hier bekend is en tellen niet mee.`,
      withoutAmount: (p) =>
        `${p.count} rijen hebben geen getal in een kolom die het waardemodel gebruikt en tellen niet mee.`,
      repeatedIds: (p) => `${p.count} rijen hebben een id dat ook een andere rij heeft: ze tellen als eigen geval.`,
      noData: 'Het is niet bekend op welke versie van de gegevens dit gemeten is, dus het is met niets te vergelijken.',
      noIds:
        'Niet elk geval heeft een id: of andere modellen op precies deze gevallen gemeten zijn, blijkt alleen uit de aantallen. Log een kolom met het id van het geval.',
      olderIds:
        'Een oudere Peil heeft dit gemeten en onderscheidde de gevallen niet op id. Evalueer het opnieuw om het naast nieuwere te leggen.',
      noEuros: 'Het is met geen waardemodel beprijsd, dus er zijn geen euro’s.',
      baseRate: (p) =>
        `Hier moet bij ${p.here} van de gevallen worden ingegrepen, en het waardemodel rekent op ${p.expected}: de euro’s zijn die van deze gevallen.`,
      noProbability:
        'De scores liggen niet tussen 0 en 1, dus het zijn geen kansen en ze zijn niet te toetsen aan wat er gebeurde.',
      few: (p) => `Er zijn maar ${p.count} gevallen: elk cijfer is grof.`,
    },
    protocol: {
      data: (p) => `${p.name}, versie ${p.number}`,
      split: (p) => `deel “${p.split}”`,
      segment: (p) => `segment “${p.segment}”`,
      wholeData: 'het geheel',
      value: { level: (p) => `peil ${p.number}`, draft: (p) => `concept ${p.number} van het waardemodel` },
      variant: (p) => `variant “${p.name}”`,
      undeclared: (p) => `variant “${p.name}”, die niemand heeft vastgelegd`,
      noVariant: 'geen variant',
      quality: 'zonder euro’s',
      gone: 'gegevens die weg zijn',
    },
    metrics: {
      euros: 'euro’s per maand',
      auc: 'AUC',
      f1: 'F1',
      accuracy: 'nauwkeurigheid',
      meanSize: 'gemiddelde grootte van de fout',
    },
    differences: {
      data: (p) => `Gemeten op ${p.own}, de andere op ${p.group}.`,
      split: (p) => `Gemeten op ${p.own}, de andere op ${p.group}.`,
      segment: (p) => `Gemeten voor ${p.own}, de andere voor ${p.group}.`,
      metric: 'Er wordt een andere klasse onderscheiden, de taak is een andere, of er geldt een andere maat.',
      cases: (p) => `Hier zijn het ${p.own} gevallen, bij de andere ${p.group}, of een andere mengeling van waarheden.`,
      otherCases: 'Van elke waarheid zijn er evenveel gevallen, maar het zijn andere: id’s of waarheden verschillen.',
      unnamedHere:
        'Deze gevallen zijn alleen geteld en die van de andere op id bekend, dus het is niet bekend of het dezelfde zijn.',
      unnamedThere:
        'Deze gevallen zijn op id bekend en die van de andere alleen geteld, dus het is niet bekend of het dezelfde zijn.',
      value: (p) => `Beprijsd met ${p.own}, de andere met ${p.group}.`,
      variant: (p) => `Dit model is van ${p.own}, de andere zijn van ${p.group}.`,
      none: 'geen waardemodel',
    },
    repairs: {
      rescore: (p) => `Beprijs het met ${p.value}; de voorspellingen zijn er.`,
      evaluate: (p) =>
        `Van elke waarheid zijn er evenveel gevallen: evalueer op ${p.protocol}, als de voorspellingen van die gevallen zijn.`,
      evaluateSame: (p) => `De gevallen zijn precies dezelfde, met id en waarheid: evalueer op ${p.protocol}.`,
      nameOthers: 'Evalueer de andere opnieuw, uit tabellen met een kolom met id’s: dan is het bekend.',
      log: (p) => `Log de voorspellingen op ${p.protocol}, en evalueer die.`,
      together: 'Het kan in één rangschikking, als dat de vraag is: rangschik de varianten samen.',
    },
    ranking: {
      counted:
        'Niet elk geval heeft hier een id: dat dit op precies dezelfde gevallen gemeten is, blijkt alleen uit de aantallen.',
      together: (p) =>
        `Dit zijn modellen van verschillende varianten (${p.variants}), elk gemaakt voor eigen gevallen: wat hier bovenaan staat, hoeft niet het beste te zijn voor de uwe.`,
      deleted: 'De run is verwijderd. Zet hem terug om hem weer mee te rangschikken.',
      inInbox: 'De run staat in de inbox. Wijs hem toe aan dit probleem om hem weer mee te rangschikken.',
      moved: 'De run hoort nu bij een ander probleem. Hij wordt daar gerangschikt zodra hij daar geëvalueerd is.',
    },
  },
);
