import type { AiActLeaf } from './ai-act-tree.ts';
import type { InBoth } from './tree-shape.ts';
import type { Step } from './walk-tree.ts';

export interface LegalDate {
  id: string;
  /** year-month-day from which it applies */
  from: string;
  article: string;
  text: InBoth;
  source: InBoth;
  /** year-month-day on which this was known to be so */
  asOf: string;
}

const act: InBoth = { en: 'Regulation (EU) 2024/1689, Art. 113', nl: 'Verordening (EU) 2024/1689, art. 113' };
const omnibus: InBoth = {
  en: 'Digital Omnibus: Parliament 16 June 2026, Council 29 June 2026; Official Journal not seen',
  nl: 'Digital Omnibus: Parlement 16 juni 2026, Raad 29 juni 2026; Publicatieblad niet gezien',
};
const both: InBoth = { en: `${act.en}; ${omnibus.en}`, nl: `${act.nl}; ${omnibus.nl}` };
const asOf = '2026-06-29';

/** Dates change with the law, so they are data with a source and the day on which they were known. */
const dates = {
  literacy: {
    id: 'literacy',
    from: '2025-02-02',
    article: 'Art. 4',
    text: {
      en: 'Whoever works with it knows enough of AI. In force; softened by the Digital Omnibus.',
      nl: 'Wie ermee werkt, weet genoeg van AI. Van kracht; verzacht door de Digital Omnibus.',
    },
    source: both,
    asOf,
  },
  bans: {
    id: 'bans',
    from: '2025-02-02',
    article: 'Art. 5',
    text: { en: 'The practice is forbidden. In force.', nl: 'De praktijk is verboden. Van kracht.' },
    source: act,
    asOf,
  },
  newBan: {
    id: 'newBan',
    from: '2026-12-02',
    article: 'Art. 5',
    text: {
      en: 'The practice that the Digital Omnibus added is forbidden.',
      nl: 'De praktijk die de Digital Omnibus toevoegde, is verboden.',
    },
    source: omnibus,
    asOf,
  },
  annexIII: {
    id: 'annexIII',
    from: '2027-12-02',
    article: 'Art. 6(2), Annex III',
    text: {
      en: 'All duties of a high-risk system of Annex III apply.',
      nl: 'Alle plichten van een hoogrisicosysteem van bijlage III gelden.',
    },
    source: omnibus,
    asOf,
  },
  annexI: {
    id: 'annexI',
    from: '2028-08-02',
    article: 'Art. 6(1), Annex I',
    text: {
      en: 'All duties of a high-risk system in a product of Annex I apply.',
      nl: 'Alle plichten van een hoogrisicosysteem in een product van bijlage I gelden.',
    },
    source: omnibus,
    asOf,
  },
  transparency: {
    id: 'transparency',
    from: '2026-08-02',
    article: 'Art. 50',
    text: { en: 'People must be told that it is AI.', nl: 'Mensen moeten weten dat het AI is.' },
    source: act,
    asOf,
  },
  marking: {
    id: 'marking',
    from: '2026-12-02',
    article: 'Art. 50(2)',
    text: {
      en: 'What it makes must be marked, also by systems that were there before 2 August 2026.',
      nl: 'Wat het maakt moet gemerkt zijn, ook door systemen die er vóór 2 augustus 2026 al waren.',
    },
    source: omnibus,
    asOf,
  },
} as const satisfies Record<string, LegalDate>;

/** The dates that apply to where the tree ended, the earliest first. */
export function datesFor(leaf: AiActLeaf, path: readonly Step[]): LegalDate[] {
  const chose = (choice: string) => path.some((step) => step.choice === choice);
  switch (leaf) {
    case 'outside':
      return [];
    case 'forbidden_practice':
      return [chose('intimate_imagery') ? dates.newBan : dates.bans];
    case 'safety_component':
      return [dates.literacy, dates.annexI];
    case 'annex_iii_profiling':
    case 'annex_iii':
      return [dates.literacy, dates.annexIII];
    case 'transparency':
      return [dates.literacy, dates.transparency, ...(chose('generates') ? [dates.marking] : [])];
    case 'none_of_all':
      return [dates.literacy];
  }
}
