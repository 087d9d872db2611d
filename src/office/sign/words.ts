import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Sign the decision',
  sendBackTitle: 'The draft decision',
  lead: 'This is the decision as the applicant will read it. Read all of it. What you sign can be calculated again from the case, to the last point.',
  preview: 'As the applicant will read it',
  beside: 'For you alone',
  draftedBy: 'Prepared by',
  signTitle: 'Sign',
  signRecognise:
    'When you sign, the person is recognised, the document is issued, and they are told.',
  signRefuse: 'When you sign, the application is refused and the person is told.',
  notSigned:
    'The signature is recorded in the ledger. The document itself is not yet signed electronically.',
  sendBack: 'Send back',
  sendBackLead: 'If something is not right, send the draft back and say what has to change.',
  reason: 'What has to change',
  'reason-missing': 'Say what has to change',
  'reason-too-long': 'Write at most 4,000 characters',
  'reason-bad-characters': 'Remove the characters that cannot be read',
  'policy-not-adopted':
    'Two people of the Service have not yet adopted the rules that this case rests on. Until ' +
    'they have, nothing can be signed under them.',
  rules: 'Go to the rules in force',
} as const

export type SignWords = Readonly<Record<keyof typeof en, string>>

export const signWords: Readonly<Record<OfficeLanguage, SignWords>> = {
  en,
  az: {
    title: 'Qərarı imzalayın',
    sendBackTitle: 'Qərar layihəsi',
    lead:
      'Bu, müraciətçinin oxuyacağı qərardır. Axıradək oxuyun. İmzaladığınız qərarı işin ' +
      'materialları əsasında son balına qədər yenidən hesablamaq mümkündür.',
    preview: 'Müraciətçinin oxuyacağı kimi',
    beside: 'Yalnız sizin üçün',
    draftedBy: 'Hazırlayan',
    signTitle: 'İmza',
    signRecognise: 'İmzaladıqda status verilir, sənəd hazırlanır və bu, şəxsə bildirilir.',
    signRefuse: 'İmzaladıqda müraciət üzrə imtina qərarı verilir və bu, şəxsə bildirilir.',
    notSigned:
      'İmza əməliyyatlar jurnalında qeyd olunur. Sənədin elektron imzası sonra əlavə olunacaq.',
    sendBack: 'Geri göndərin',
    sendBackLead:
      'Düzgün olmayan bir şey varsa, layihəni geri göndərin və nəyin dəyişməli olduğunu yazın.',
    reason: 'Nə dəyişməlidir',
    'reason-missing': 'Nəyin dəyişməli olduğunu yazın',
    'reason-too-long': 'Ən çoxu 4.000 simvol yazın',
    'reason-bad-characters': 'Oxunmayan simvolları silin',
    'policy-not-adopted':
      'Bu işin əsaslandığı qaydaları Xidmətin iki əməkdaşı hələ qəbul etməyib. Onlar qəbul ' +
      'edənə qədər bu qaydalarla heç nə imzalana bilməz.',
    rules: 'Qüvvədə olan qaydalara keçin',
  },
}
