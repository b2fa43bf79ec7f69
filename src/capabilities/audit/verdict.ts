import type { Locale } from '../../platform/text/locale.ts';
import { defineTexts } from '../../platform/text/define-texts.ts';

/** What is wrong, at the first sequence where it shows. */
export type Finding =
  | { code: 'unreadable' | 'altered' | 'details_altered' | 'details_missing' | 'reordered'; sequence: number }
  | { code: 'deleted'; sequence: number; found: number }
  | { code: 'repeated'; sequence: number; found: number }
  | { code: 'tail_cut'; sequence: number; attested: number; by: 'checkpoint' | 'header' | 'database' }
  | { code: 'rewritten'; sequence: number; attested: number }
  | { code: 'checkpoint_forged'; sequence: number; file: string };

export interface AuditVerdict {
  /** nothing was found */
  intact: boolean;
  /** events whose chain was checked and holds */
  size: number;
  /** how many of them a signed checkpoint outside attests */
  attested: number;
  checkpoints: number;
  /** events that are not in the chain yet, so that nothing but the database vouches for them */
  unsealed: number;
  /** events whose details were erased: their place in the chain still holds */
  erased: number;
  /** files with text that is no checkpoint */
  tornFiles: string[];
  /** in the order of the chain; the first is the first broken place */
  findings: Finding[];
}

const texts = defineTexts(
  {
    unreadable: (p: { sequence: number }) =>
      `Line ${p.sequence} after the header is no audit event: it cannot be read.`,
    altered: (p: { sequence: number }) =>
      `Event ${p.sequence} does not have the hash that follows from it and from the one before: one of the two was altered.`,
    details_altered: (p: { sequence: number }) =>
      `The details of event ${p.sequence} are not those that were recorded: they were altered.`,
    details_missing: (p: { sequence: number }) =>
      `The details of event ${p.sequence} are gone without a tombstone: they were removed, not erased.`,
    reordered: (p: { sequence: number }) => `Event ${p.sequence} is not in its place: events were reordered.`,
    deleted: (p: { sequence: number; found: number }) =>
      `Event ${p.sequence} is missing: after ${p.sequence - 1} comes ${p.found}. It was deleted.`,
    repeated: (p: { sequence: number; found: number }) =>
      `Where event ${p.sequence} belongs, event ${p.found} stands a second time.`,
    tail_cut: (p: { sequence: number; attested: number; by: 'checkpoint' | 'header' | 'database' }) =>
      `From event ${p.sequence} on, events are missing: ${whoEn[p.by]} says that there were ${p.attested}. The end was cut off.`,
    rewritten: (p: { sequence: number; attested: number }) =>
      `A signed checkpoint of ${p.attested} events does not fit these events: from event ${p.sequence} on, the chain was rewritten.`,
    checkpoint_forged: (p: { sequence: number; file: string }) =>
      `The checkpoint of ${p.sequence} events in ${p.file} is not signed by a known key: it was forged or altered.`,
    intact: (p: { size: number }) => `All ${p.size} sealed events are whole and in order.`,
    attested: (p: { attested: number; checkpoints: number }) =>
      `${p.attested} of them are attested outside the database, by ${p.checkpoints} signed checkpoint(s).`,
    unattested: 'No checkpoint attests them: a chain that was rewritten as a whole would not show.',
    unsealed: (p: { unsealed: number }) => `${p.unsealed} newer event(s) are not in the chain yet.`,
    erased: (p: { erased: number }) =>
      `The details of ${p.erased} event(s) were erased; their place in the chain holds.`,
    torn: (p: { file: string }) =>
      `${p.file} holds text that is no whole checkpoint, as a power failure leaves it; it was passed over.`,
  },
  {
    unreadable: (p) => `Regel ${p.sequence} na de kop is geen auditgebeurtenis: die is niet te lezen.`,
    altered: (p) =>
      `Gebeurtenis ${p.sequence} heeft niet de hash die uit haarzelf en de vorige volgt: een van de twee is gewijzigd.`,
    details_altered: (p) =>
      `De details van gebeurtenis ${p.sequence} zijn niet die zijn vastgelegd: ze zijn gewijzigd.`,
    details_missing: (p) =>
      `De details van gebeurtenis ${p.sequence} zijn weg zonder grafsteen: ze zijn verwijderd, niet gewist.`,
    reordered: (p) => `Gebeurtenis ${p.sequence} staat niet op haar plaats: de volgorde is veranderd.`,
    deleted: (p) => `Gebeurtenis ${p.sequence} ontbreekt: na ${p.sequence - 1} komt ${p.found}. Ze is verwijderd.`,
    repeated: (p) => `Waar gebeurtenis ${p.sequence} hoort, staat gebeurtenis ${p.found} een tweede keer.`,
    tail_cut: (p) =>
      `Vanaf gebeurtenis ${p.sequence} ontbreken gebeurtenissen: volgens ${whoNl[p.by]} waren het er ${p.attested}. Het einde is afgeknipt.`,
    rewritten: (p) =>
      `Een ondertekend controlepunt van ${p.attested} gebeurtenissen past niet op deze gebeurtenissen: vanaf gebeurtenis ${p.sequence} is de keten herschreven.`,
    checkpoint_forged: (p) =>
      `Het controlepunt van ${p.sequence} gebeurtenissen in ${p.file} is niet door een bekende sleutel ondertekend: het is vervalst of gewijzigd.`,
    intact: (p) => `Alle ${p.size} verzegelde gebeurtenissen zijn heel en op volgorde.`,
    attested: (p) =>
      `${p.attested} daarvan zijn buiten de database bevestigd, door ${p.checkpoints} ondertekend(e) controlepunt(en).`,
    unattested: 'Geen ijkpunt bevestigt ze: een keten die als geheel is herschreven, zou niet opvallen.',
    unsealed: (p) => `${p.unsealed} nieuwere gebeurtenis(sen) staan nog niet in de keten.`,
    erased: (p) => `De details van ${p.erased} gebeurtenis(sen) zijn gewist; hun plaats in de keten klopt.`,
    torn: (p) => `${p.file} bevat tekst die geen heel controlepunt is, zoals na stroomuitval; die is overgeslagen.`,
  },
);

const whoEn = { checkpoint: 'a signed checkpoint', header: 'the header', database: 'the head of the chain' };
const whoNl = { checkpoint: 'een ondertekend ijkpunt', header: 'de kop', database: 'de kop van de keten' };

/** The verdict in sentences, what is wrong first. */
export function describeVerdict(verdict: AuditVerdict, locale: Locale): string[] {
  const say = texts[locale];
  const { size, attested, unsealed, erased, checkpoints, findings, tornFiles } = verdict;
  return [
    ...findings.map((finding) => describeFinding(finding, locale)),
    ...(verdict.intact ? [say.intact({ size })] : []),
    checkpoints > 0 ? say.attested({ attested, checkpoints }) : say.unattested,
    ...(unsealed > 0 ? [say.unsealed({ unsealed })] : []),
    ...(erased > 0 ? [say.erased({ erased })] : []),
    ...tornFiles.map((file) => say.torn({ file })),
  ];
}

function describeFinding(finding: Finding, locale: Locale): string {
  const sentence = texts[locale][finding.code] as (params: Finding) => string;
  return sentence(finding);
}
