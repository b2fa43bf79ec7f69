import { defineTexts } from '../../../platform/text/define-texts.ts';

interface Curve {
  auc: string;
  rows: string;
  gain: string;
}

/** Words of the charts that show whether data is enough. */
export const pictureTexts = defineTexts(
  {
    curve: {
      stillLearning: (p: Curve) =>
        `With ${p.rows} rows the small model reaches ${p.auc}, and the last step still brought ${p.gain}`,
      levelled: (p: Curve) =>
        `With ${p.rows} rows the small model reaches ${p.auc}, and the last step brought next to nothing`,
      note: 'AUC on the test: .5 is a coin, 1 is always right. Rows are on a scale of times, not of steps.',
      rows: 'Rows that were learnt from',
      auc: 'AUC',
    },
    segments: {
      absent: (p: { name: string }) => `Of ${p.name} there is nothing`,
      furthest: (p: { name: string; share: string; wanted: string }) =>
        `${p.name} is furthest off: ${p.share}, where it should be ${p.wanted}`,
      counted: 'The share of each segment; nobody said which it should have',
      segment: 'Segment',
      rows: 'Rows',
      share: 'Share it has',
      wanted: 'Share it should have',
      untold: 'not told',
    },
    suspects: {
      found: (p: { names: string; count: number }) =>
        p.count === 1
          ? `${p.names} alone tells the outcome: is it known in time?`
          : `${p.names} each tell the outcome alone: are they known in time?`,
      none: (p: { name: string; auc: string }) => `No column is too good to be true; ${p.name} tells most (${p.auc})`,
      note: (p: { limit: string }) =>
        `AUC of each column by itself. Above ${p.limit}, the dashed line, it is a suspect.`,
      column: 'Column',
      auc: 'AUC alone',
    },
  },
  {
    curve: {
      stillLearning: (p) =>
        `Met ${p.rows} rijen haalt het kleine model ${p.auc}, en de laatste stap bracht nog ${p.gain}`,
      levelled: (p) => `Met ${p.rows} rijen haalt het kleine model ${p.auc}, en de laatste stap bracht bijna niets`,
      note: 'AUC op de toets: 0,5 is een munt, 1 is altijd goed. De rijen staan op een schaal van keren, niet van stappen.',
      rows: 'Rijen waarvan geleerd is',
      auc: 'AUC',
    },
    segments: {
      absent: (p) => `Van ${p.name} is er niets`,
      furthest: (p) => `${p.name} wijkt het meest af: ${p.share}, waar het ${p.wanted} hoort te zijn`,
      counted: 'Het aandeel van elk segment; niemand zei welk het hoort te hebben',
      segment: 'Segment',
      rows: 'Rijen',
      share: 'Aandeel dat het heeft',
      wanted: 'Aandeel dat het hoort te hebben',
      untold: 'niet gezegd',
    },
    suspects: {
      found: (p) =>
        p.count === 1
          ? `${p.names} vertelt alleen al de uitkomst: is dat op tijd bekend?`
          : `${p.names} vertellen elk alleen al de uitkomst: zijn ze op tijd bekend?`,
      none: (p) => `Geen kolom is te mooi om waar te zijn; ${p.name} vertelt het meest (${p.auc})`,
      note: (p) => `AUC van elke kolom apart. Boven ${p.limit}, de stippellijn, is het een verdachte.`,
      column: 'Kolom',
      auc: 'AUC alleen',
    },
  },
);
