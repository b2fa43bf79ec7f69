import { defineTexts } from '../../../platform/text/define-texts.ts';

/** The files of a run. */
export const artifactTexts = defineTexts(
  {
    title: 'Files',
    none: 'It left no files.',
    ofRun: 'Of the run',
    ofModel: (p: { name: string }) => `Of the model ${p.name}`,
    elsewhere: (p: { uri: string }) => `They are kept outside Peil, at ${p.uri}.`,
    folder: 'folder',
    download: 'Download',
    look: 'Look',
    close: 'Close',
    cut: 'Only the beginning is shown; the download has all of it.',
    noLook: 'A file of this kind is not shown here, and never run. Download it to look at it.',
    asWritten: 'As it is written',
    htmlNote: 'Shown without scripts, and without anything from elsewhere.',
    failed: 'It could not be shown. Download it to look at it.',
    bytes: (p: { size: string }) => p.size,
  },
  {
    title: 'Bestanden',
    none: 'Hij liet geen bestanden achter.',
    ofRun: 'Van de run',
    ofModel: (p) => `Van het model ${p.name}`,
    elsewhere: (p) => `Ze staan buiten Peil, op ${p.uri}.`,
    folder: 'map',
    download: 'Downloaden',
    look: 'Bekijken',
    close: 'Sluiten',
    cut: 'Alleen het begin is te zien; de download heeft alles.',
    noLook: 'Zo’n bestand wordt hier niet getoond, en nooit uitgevoerd. Download het om het te bekijken.',
    asWritten: 'Zoals het geschreven is',
    htmlNote: 'Getoond zonder scripts, en zonder iets van elders.',
    failed: 'Het kon niet worden getoond. Download het om het te bekijken.',
    bytes: (p) => p.size,
  },
);
