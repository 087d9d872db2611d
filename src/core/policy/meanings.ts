/**
 * What the answer to a question means, whatever its type calls the question and wherever it asks
 * it. Who holds a status is read by these, and invented people answer by them.
 */
export const MEANINGS = [
  'surname',
  'given-names',
  'sex',
  'birth-date',
  'birth-country',
  'birth-place',
  'citizenships',
  'document-kind',
  'document-number',
  'document-issuer',
  'document-authority',
  'document-issued-on',
  'document-expires-on',
  'phone',
  'home-country',
  'home-town',
  'home-address',
  'letters-language',
  'in-azerbaijan',
  'stay-basis',
  'stay-number',
  'stay-ends',
  'dwelling-address',
  'requested-days',
  'requested-term',
  'requested-tier',
  'field',
  'speciality',
  'occupation',
  'degree-level',
  'school',
  'school-country',
  'school-ranked',
  'degree-subject',
  'degree-in-field',
  'degree-on',
  'employer',
  'employer-country',
  'employer-number',
  'position',
  'position-level',
  'work-in-field',
  'work-from',
  'work-to',
  'duties',
  'achievement-kind',
  'achievement-title',
  'achievement-on',
  'achievement-number',
  'language',
  'language-level',
  'spouse',
  'concerned-case',
  'differs-from-register',
  'relation-to-migrant',
  'card-number',
  'personal-number',
  'card-on',
  'certificate-ends',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** True for a word of that list. */
export const isMeaning = (text: string): text is Meaning =>
  MEANINGS.some((meaning) => meaning === text)

/** What a document stands for, whatever its type calls it. */
export const PAPERS = [
  'travel-document',
  'portrait',
  'degree-proof',
  'work-proof',
  'achievement-proof',
  'language-proof',
] as const
export type Paper = (typeof PAPERS)[number]

/** Without these nobody can be named as the holder of a status. */
export const MEANINGS_OF_HOLDER = [
  'surname',
  'given-names',
  'birth-date',
  'citizenships',
  'document-number',
] as const satisfies readonly Meaning[]
