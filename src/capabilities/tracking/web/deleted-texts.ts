import { defineTexts } from '../../../platform/text/define-texts.ts';

interface Counts {
  experiments: number;
  runs: number;
  models: number;
  files: number;
  /** as it is read: 12.3 MB */
  size: string;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What was deleted: brought back, or erased for good. */
export const deletedTexts = defineTexts(
  {
    title: 'Deleted',
    lead: 'What clients and people have deleted is kept until somebody erases it for good, with its files. Until then it can be brought back.',
    none: 'Nothing is deleted.',
    kind: { experiment: 'experiment', run: 'run', model: 'model of a run' },
    of: (p: { experiment: string }) => `of ${p.experiment}`,
    since: (p: { when: string }) => `deleted ${p.when}`,
    held: (p: { by: string }) => `Stays: ${p.by} still stands on it.`,
    bringBack: 'Bring back',
    broughtBack: (p: { name: string }) => `${p.name} is back`,
    erase: 'Erase for good',
    eraseAll: 'Erase what is deleted for good',
    days: 'Deleted at least how many days ago',
    daysHint: '0 is everything. What was deleted later stays.',
    goes: (p: Counts) =>
      `${many(p.experiments, 'experiment', 'experiments')}, ${many(p.runs, 'run', 'runs')} and ${many(p.models, 'model', 'models')} are deleted, with ${many(p.files, 'file', 'files')} of ${p.size}. Erasing cannot be undone.`,
    stays: (p: { held: number }) =>
      `${many(p.held, 'of these runs and models stays', 'of these runs and models stay')}, since something stands on ${p.held === 1 ? 'it' : 'them'}.`,
    one: (p: { name: string }) =>
      `${p.name} goes for good, with all that belongs to it and its files. This cannot be undone.`,
    cancel: 'Leave it',
    begun: 'Erasing has begun',
    mb: (p: { size: string }) => `${p.size} MB`,
    kb: (p: { size: string }) => `${p.size} kB`,
    more: (p: { shown: number }) => `The latest ${p.shown} of each kind are shown.`,
  },
  {
    title: 'Verwijderd',
    lead: 'Wat clients en mensen hebben verwijderd, blijft bewaard tot iemand het voorgoed wist, met de bestanden erbij. Tot dan kan het worden teruggebracht.',
    none: 'Er is niets verwijderd.',
    kind: { experiment: 'experiment', run: 'run', model: 'model van een run' },
    of: (p) => `van ${p.experiment}`,
    since: (p) => `${p.when} verwijderd`,
    held: (p) => `Blijft: ${p.by} staat er nog op.`,
    bringBack: 'Terugbrengen',
    broughtBack: (p) => `${p.name} is terug`,
    erase: 'Voorgoed wissen',
    eraseAll: 'Wat verwijderd is voorgoed wissen',
    days: 'Minstens hoeveel dagen geleden verwijderd',
    daysHint: '0 is alles. Wat later is verwijderd, blijft.',
    goes: (p) =>
      `Verwijderd: ${many(p.experiments, 'experiment', 'experimenten')}, ${many(p.runs, 'run', 'runs')} en ${many(p.models, 'model', 'modellen')}, met ${many(p.files, 'bestand', 'bestanden')} van ${p.size}. Wissen kan niet ongedaan worden gemaakt.`,
    stays: (p) =>
      `${many(p.held, 'van deze runs en modellen blijft', 'van deze runs en modellen blijven')}, omdat er iets op staat.`,
    one: (p) =>
      `${p.name} verdwijnt voorgoed, met alles wat erbij hoort en de bestanden. Dit kan niet ongedaan worden gemaakt.`,
    cancel: 'Laten staan',
    begun: 'Het wissen is begonnen',
    mb: (p) => `${p.size} MB`,
    kb: (p) => `${p.size} kB`,
    more: (p) => `Van elke soort staan de laatste ${p.shown} hier.`,
  },
);
