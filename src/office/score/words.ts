import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Give points',
  correctTitle: 'Correct points',
  lead:
    'Give points for every criterion of your body, each with a reason. The applicant reads the ' +
    'reasons as you write them.',
  standing: 'Points have already been given. What you give now replaces them.',
  evidence: 'Evidence',
  documents: 'Documents',
  answers: 'Answers',
  considers: 'What counts',
  points: 'Points, a whole number from {min} to {max}',
  reason: 'Reason',
  reasonHint: 'Say what you saw, in which document, and why it gives this many points.',
  estimate: 'What the self-assessment makes of these answers',
  estimateNote:
    'A suggestion, calculated automatically. You judge the evidence, and you may differ.',
  'points-missing': 'Enter the points',
  'points-number': 'Enter the points as a whole number',
  'points-range': 'Enter points from {min} to {max}',
  'reason-missing': 'Write the reason',
  'reason-too-long': 'Write at most 4,000 characters',
  'reason-bad-characters': 'Remove the characters that cannot be read',
  'already-given': 'Your body has already given its points. Only its supervisor may correct them.',
  'not-your-criterion': 'Your body scores no criterion of this case.',
} as const

export type ScoreWords = Readonly<Record<keyof typeof en, string>>

export const scoreWords: Readonly<Record<OfficeLanguage, ScoreWords>> = {
  en,
  az: {
    title: 'Bal verin',
    correctTitle: 'Balları düzəldin',
    lead:
      'Orqanınızın hər meyarı üzrə bal verin və səbəbini yazın. Müraciətçi səbəbləri ' +
      'yazdığınız kimi oxuyacaq.',
    standing: 'Ballar artıq verilib. İndi verdiyiniz ballar onları əvəz edəcək.',
    evidence: 'Təsdiqedici materiallar',
    documents: 'Sənədlər',
    answers: 'Cavablar',
    considers: 'Nə nəzərə alınır',
    points: '{min}–{max} arasında bal, tam ədədlə',
    reason: 'Səbəb',
    reasonHint: 'Nəyi hansı sənəddə gördüyünüzü və niyə bu qədər bal verdiyinizi yazın.',
    estimate: 'Bu cavablar üzrə təxmini hesablamanın nəticəsi',
    estimateNote:
      'Sistemin avtomatik hesabladığı təklifdir. Materialları siz qiymətləndirirsiniz, fərqli ' +
      'bal verə bilərsiniz.',
    'points-missing': 'Balı yazın',
    'points-number': 'Balı tam ədədlə yazın',
    'points-range': '{min}–{max} arasında bal yazın',
    'reason-missing': 'Səbəbi yazın',
    'reason-too-long': 'Ən çoxu 4.000 simvol yazın',
    'reason-bad-characters': 'Oxunmayan simvolları silin',
    'already-given':
      'Orqanınız ballarını verib. Onları yalnız orqanın nəzarətçi əməkdaşı düzəldə bilər.',
    'not-your-criterion': 'Orqanınız bu işdə heç bir meyar üzrə bal vermir.',
  },
}
