import { defineTexts } from '../../platform/text/define-texts.ts';

/** What a chart shows and what a gate asks of findings, in sentences. Names of columns and their values stay as they are. */
export const explorationTexts = defineTexts(
  {
    cell: {
      value: (p: { column: string; value: string }) => `“${p.column}” is ${p.value}`,
      between: (p: { column: string; above: string; upTo: string }) =>
        `“${p.column}” is above ${p.above} and at most ${p.upTo}`,
      upTo: (p: { column: string; upTo: string }) => `“${p.column}” is at most ${p.upTo}`,
      above: (p: { column: string; above: string }) => `“${p.column}” is above ${p.above}`,
      anything: (p: { column: string }) => `“${p.column}” has any value`,
      week: (p: { column: string; from: string }) => `“${p.column}” is in the week of ${p.from}`,
      decade: (p: { column: string; from: string }) => `“${p.column}” is in the ${p.from}s`,
      time: (p: { column: string; from: string }) => `“${p.column}” is in ${p.from}`,
      other: (p: { column: string }) => `“${p.column}” is something else`,
      missing: (p: { column: string }) => `“${p.column}” is missing`,
      both: (p: { one: string; two: string }) => `${p.one} and ${p.two}`,
    },
    chart: {
      only: (p: { where: string; sentence: string }) => `Of the rows where ${p.where}: ${p.sentence}`,
      notDrawn: (p: { column: string; reason: string }) => `“${p.column}” cannot be drawn like this. ${p.reason}`,
      noRows: 'There are no rows to look at.',
      all: (p: { rows: string; where: string }) => `In all ${p.rows} rows, ${p.where}.`,
      most: (p: { share: string; rows: string; where: string }) =>
        `In ${p.share} of ${p.rows} rows, ${p.where}: no other group is larger.`,
      even: (p: { groups: string; rows: string; column: string }) =>
        `Each of the ${p.groups} groups of “${p.column}” has as many rows: ${p.rows}.`,
      missing: (p: { column: string; rows: string }) => ` “${p.column}” is missing in ${p.rows}.`,
      noTarget: (p: { target: string; rows: string }) => `“${p.target}” is not known in any of ${p.rows} rows.`,
      share: (p: { target: string; positive: string; high: Side; low: Side }) =>
        `“${p.target}” is ${p.positive} in ${p.high.value} of ${p.high.rows} rows where ${p.high.where}, and in ${p.low.value} of ${p.low.rows} where ${p.low.where}`,
      times: (p: { times: string }) => `: ${p.times} times as often.`,
      shareAlike: (p: { target: string; positive: string; from: string; to: string; columns: string; rows: string }) =>
        `How often “${p.target}” is ${p.positive} hardly differs with ${p.columns}: from ${p.from} to ${p.to}, which may be chance (${p.rows} rows).`,
      shareAlone: (p: { target: string; positive: string; value: string; columns: string; rows: string }) =>
        `“${p.target}” is ${p.positive} in ${p.value} of ${p.rows} rows; there are no two groups large enough to compare by ${p.columns}.`,
      mean: (p: { target: string; high: Side; low: Side }) =>
        `“${p.target}” is ${p.high.value} on average in ${p.high.rows} rows where ${p.high.where}, and ${p.low.value} in ${p.low.rows} where ${p.low.where}.`,
      meanAlike: (p: { target: string; from: string; to: string; columns: string; rows: string }) =>
        `“${p.target}” hardly differs with ${p.columns}: from ${p.from} to ${p.to} on average, which may be chance (${p.rows} rows).`,
      meanAlone: (p: { target: string; value: string; columns: string; rows: string }) =>
        `“${p.target}” is ${p.value} on average in ${p.rows} rows; there are no two groups large enough to compare by ${p.columns}.`,
      columns: (p: { x: string; y: string | null }) => (p.y === null ? `“${p.x}”` : `“${p.x}” and “${p.y}”`),
    },
    gate: {
      kept: 'Look at the data together and keep at least one finding.',
      waiting: (p: { title: string }) => `Let the expert answer the finding “${p.title}”.`,
      changed_since: (p: { title: string }) =>
        `Let the expert answer the finding “${p.title}” again: its words or its data have changed.`,
      answered: (p: { title: string }) => `The expert has answered the finding “${p.title}”.`,
    },
  },
  {
    cell: {
      value: (p) => `“${p.column}” ${p.value} is`,
      between: (p) => `“${p.column}” meer dan ${p.above} en hoogstens ${p.upTo} is`,
      upTo: (p) => `“${p.column}” hoogstens ${p.upTo} is`,
      above: (p) => `“${p.column}” meer dan ${p.above} is`,
      anything: (p) => `“${p.column}” een waarde heeft`,
      week: (p) => `“${p.column}” in de week van ${p.from} valt`,
      decade: (p) => `“${p.column}” in de jaren ${p.from} valt`,
      time: (p) => `“${p.column}” in ${p.from} valt`,
      other: (p) => `“${p.column}” iets anders is`,
      missing: (p) => `“${p.column}” ontbreekt`,
      both: (p) => `${p.one} en ${p.two}`,
    },
    chart: {
      only: (p) => `Van de rijen waarin ${p.where}: ${p.sentence}`,
      notDrawn: (p) => `“${p.column}” is zo niet te tekenen. ${p.reason}`,
      noRows: 'Er zijn geen rijen om naar te kijken.',
      all: (p) => `In alle ${p.rows} rijen geldt dat ${p.where}.`,
      most: (p) => `In ${p.share} van ${p.rows} rijen geldt dat ${p.where}: geen andere groep is groter.`,
      even: (p) => `Elk van de ${p.groups} groepen van “${p.column}” heeft evenveel rijen: ${p.rows}.`,
      missing: (p) => ` “${p.column}” ontbreekt in ${p.rows}.`,
      noTarget: (p) => `“${p.target}” is in geen van ${p.rows} rijen bekend.`,
      share: (p) =>
        `“${p.target}” is ${p.positive} in ${p.high.value} van ${p.high.rows} rijen waarin ${p.high.where}, en in ${p.low.value} van ${p.low.rows} waarin ${p.low.where}`,
      times: (p) => `: ${p.times} keer zo vaak.`,
      shareAlike: (p) =>
        `Hoe vaak “${p.target}” ${p.positive} is, verschilt nauwelijks met ${p.columns}: van ${p.from} tot ${p.to}, wat toeval kan zijn (${p.rows} rijen).`,
      shareAlone: (p) =>
        `“${p.target}” is ${p.positive} in ${p.value} van ${p.rows} rijen; er zijn geen twee groepen die groot genoeg zijn om naar ${p.columns} te vergelijken.`,
      mean: (p) =>
        `“${p.target}” is gemiddeld ${p.high.value} in ${p.high.rows} rijen waarin ${p.high.where}, en ${p.low.value} in ${p.low.rows} waarin ${p.low.where}.`,
      meanAlike: (p) =>
        `“${p.target}” verschilt nauwelijks met ${p.columns}: van gemiddeld ${p.from} tot ${p.to}, wat toeval kan zijn (${p.rows} rijen).`,
      meanAlone: (p) =>
        `“${p.target}” is gemiddeld ${p.value} in ${p.rows} rijen; er zijn geen twee groepen die groot genoeg zijn om naar ${p.columns} te vergelijken.`,
      columns: (p) => (p.y === null ? `“${p.x}”` : `“${p.x}” en “${p.y}”`),
    },
    gate: {
      kept: 'Bekijk samen de gegevens en bewaar ten minste één bevinding.',
      waiting: (p) => `Laat de deskundige de bevinding “${p.title}” beantwoorden.`,
      changed_since: (p) =>
        `Laat de deskundige de bevinding “${p.title}” opnieuw beantwoorden: de woorden of de gegevens zijn gewijzigd.`,
      answered: (p) => `De deskundige heeft de bevinding “${p.title}” beantwoord.`,
    },
  },
);

/** A group of rows, as text: what comes of it, of how many rows, which. */
interface Side {
  value: string;
  rows: string;
  where: string;
}
