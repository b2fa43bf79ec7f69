import type { InBoth } from './tree-shape.ts';

/** The practices that Article 5 forbids, in plain words; the last one was added by the Digital Omnibus. */
export const forbiddenPractices: readonly { id: string; article: string; text: InBoth }[] = [
  {
    id: 'manipulation',
    article: 'Art. 5(1)(a)',
    text: {
      en: 'Changing what people do by hidden or deceiving techniques, so that somebody is seriously harmed',
      nl: 'Gedrag veranderen met verborgen of misleidende technieken, zodat iemand ernstige schade lijdt',
    },
  },
  {
    id: 'vulnerability',
    article: 'Art. 5(1)(b)',
    text: {
      en: 'Exploiting age, disability or social or economic need, so that somebody is seriously harmed',
      nl: 'Misbruik van leeftijd, handicap of sociale of economische nood, zodat iemand ernstige schade lijdt',
    },
  },
  {
    id: 'social_scoring',
    article: 'Art. 5(1)(c)',
    text: {
      en: 'Social scoring that treats people badly elsewhere or out of proportion',
      nl: 'Sociale scores waardoor mensen elders of onevenredig slecht worden behandeld',
    },
  },
  {
    id: 'crime_by_profile',
    article: 'Art. 5(1)(d)',
    text: {
      en: 'Predicting who will commit a crime from a profile or character alone',
      nl: 'Voorspellen wie een misdrijf zal plegen op grond van alleen een profiel of iemands karakter',
    },
  },
  {
    id: 'face_scraping',
    article: 'Art. 5(1)(e)',
    text: {
      en: 'Building a database of faces by untargeted scraping of the internet or camera footage',
      nl: 'Een databank van gezichten opbouwen door die ongericht van internet of camerabeelden te halen',
    },
  },
  {
    id: 'emotions_at_work',
    article: 'Art. 5(1)(f)',
    text: {
      en: 'Reading emotions at work or in education, other than for medical or safety reasons',
      nl: 'Emoties aflezen op het werk of in het onderwijs, anders dan om medische of veiligheidsredenen',
    },
  },
  {
    id: 'biometric_sorting',
    article: 'Art. 5(1)(g)',
    text: {
      en: 'Deriving race, politics, union membership, belief or sexual life from bodies or faces',
      nl: 'Ras, politiek, vakbond, geloof of seksueel leven afleiden uit lichaam of gezicht',
    },
  },
  {
    id: 'live_identification',
    article: 'Art. 5(1)(h)',
    text: {
      en: 'Live recognition of people in public places for law enforcement, outside the narrow exceptions',
      nl: 'Mensen live herkennen in de openbare ruimte voor rechtshandhaving, buiten de nauwe uitzonderingen',
    },
  },
  {
    id: 'intimate_imagery',
    article: 'Art. 5, added by the Digital Omnibus',
    text: {
      en: 'Making intimate images of people without their consent, or images of child abuse (from 2 December 2026)',
      nl: 'Intieme beelden van mensen maken zonder hun toestemming, of beelden van kindermisbruik (vanaf 2 december 2026)',
    },
  },
];
