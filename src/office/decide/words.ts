import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Prepare the draft decision',
  lead:
    'The decision follows from the points, the opinions and the grounds. Somebody else signs ' +
    'it.',
  early:
    'No points have been given yet. At this stage the application can only be refused, on a ground that needs no points.',
  sentBack: 'The signer sent the last draft back:',
  grounds: 'Grounds for refusal',
  groundsHint:
    'Leave all of them unticked to recognise the person. Tick one only if the case shows it.',
  groundsEarlyHint: 'Tick what counts against the application.',
  moreGrounds: 'Further grounds for refusal',
  follows: 'This ground follows from the case',
  reasoning: 'Reasoning',
  reasoningHint:
    'The applicant reads this as you write it. Write in Azerbaijani: what was found, what it ' +
    'rests on, why it leads to this decision.',
  beside: 'The case',
  'ground-missing': 'Choose at least one ground for the refusal',
  'reasoning-missing': 'Write the reasoning',
  'reasoning-too-long': 'Write at most 4,000 characters',
  'reasoning-bad-characters': 'Remove the characters that cannot be read',
  'ground-unknown': 'You chose a ground that is not in the rules for this case.',
  'ground-does-not-hold': 'You chose a ground that this case does not support.',
  'ground-stands-against': 'You left out a ground that follows from this case.',
  'not-before-scoring': 'This cannot be decided before the bodies have given their points.',
} as const

export type DecideWords = Readonly<Record<keyof typeof en, string>>

export const decideWords: Readonly<Record<OfficeLanguage, DecideWords>> = {
  en,
  az: {
    title: 'Qərar layihəsini hazırlayın',
    lead: 'Qərar ballardan, rəylərdən və əsaslardan irəli gəlir. Onu başqa şəxs imzalayır.',
    early:
      'Hələ bal verilməyib. İndi yalnız bal tələb etməyən əsasla imtina qərarı hazırlamaq olar.',
    sentBack: 'İmzalayan şəxs son layihəni geri göndərib:',
    grounds: 'İmtina əsasları',
    groundsHint:
      'Şəxsi tanımaq üçün heç birini seçməyin. Yalnız işin materialları ilə təsdiq edə bildiyiniz əsası seçin.',
    groundsEarlyHint: 'Müraciətin təmin edilməsinə mane olan əsası seçin.',
    moreGrounds: 'İmtina üçün digər əsaslar',
    follows: 'Bu əsas işin materiallarından irəli gəlir',
    reasoning: 'Əsaslandırma',
    reasoningHint:
      'Müraciətçi bunu yazdığınız kimi oxuyur. Azərbaycan dilində yazın: nə müəyyən edilib, nəyə ' +
      'əsaslanır, niyə bu qərara gətirib çıxarır.',
    beside: 'İş',
    'ground-missing': 'İmtina üçün ən azı bir əsas seçin',
    'reasoning-missing': 'Əsaslandırmanı yazın',
    'reasoning-too-long': 'Ən çoxu 4.000 simvol yazın',
    'reasoning-bad-characters': 'Oxunmayan simvolları silin',
    'ground-unknown': 'Bu işin qaydalarında olmayan əsas seçilib.',
    'ground-does-not-hold': 'Bu işin materiallarından irəli gəlməyən əsas seçilib.',
    'ground-stands-against': 'Bu işin materiallarından irəli gələn əsas göstərilməyib.',
    'not-before-scoring': 'Orqanlar bal verməzdən əvvəl bu barədə qərar vermək olmaz.',
  },
}
