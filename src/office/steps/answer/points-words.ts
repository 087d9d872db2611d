import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead:
    'Give points for every criterion of your body, each with a reason. The person reads the ' +
    'reasons as you write them.',
  standing: 'Points have already been given. What you give now replaces them.',
  evidence: 'Evidence',
  documents: 'Documents',
  answers: 'Answers',
  considers: 'What counts',
  points: 'Points, a whole number from {min} to {max}',
  pointsOf: 'points',
  reason: 'Reason',
  reasonOf: 'reason',
  reasonHint: 'Say what you saw, in which document, and why it gives this many points.',
  estimate: 'What the self-assessment makes of these answers',
  estimateNote:
    'A suggestion, calculated automatically. You judge the evidence, and you may differ.',
  missing: 'Enter the points',
  number: 'Enter the points as a whole number',
  range: 'Enter points from {min} to {max}',
} as const

export type PointsWords = Readonly<Record<keyof typeof en, string>>

export const pointsWords: Readonly<Record<OfficeLanguage, PointsWords>> = {
  en,
  az: {
    lead:
      'Orqanınızın hər meyarı üzrə bal verin və səbəbini yazın. Şəxs səbəbləri ' +
      'yazdığınız kimi oxuyacaq.',
    standing: 'Ballar artıq verilib. İndi verdiyiniz ballar onları əvəz edəcək.',
    evidence: 'Təsdiqedici materiallar',
    documents: 'Sənədlər',
    answers: 'Cavablar',
    considers: 'Nə nəzərə alınır',
    points: '{min}–{max} arasında bal, tam ədədlə',
    pointsOf: 'ballar',
    reason: 'Səbəb',
    reasonOf: 'səbəb',
    reasonHint: 'Nəyi hansı sənəddə gördüyünüzü və niyə bu qədər bal verdiyinizi yazın.',
    estimate: 'Bu cavablar üzrə təxmini hesablamanın nəticəsi',
    estimateNote:
      'Sistemin avtomatik hesabladığı təklifdir. Materialları siz qiymətləndirirsiniz, fərqli ' +
      'bal verə bilərsiniz.',
    missing: 'Balı yazın',
    number: 'Balı tam ədədlə yazın',
    range: '{min}–{max} arasında bal yazın',
  },
}
