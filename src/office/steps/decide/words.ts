import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead: 'This is the decision as the person will read it. What counts is the Azerbaijani text. Read all of it. What you decide can be checked against the case at any time.',
  leadInside: 'This is what will be decided. What counts is the Azerbaijani text. Read all of it.',
  preview: 'As the person will read it',
  inside: 'What will be decided',
  beside: 'For you alone',
  proposedBy: 'Prepared by',
  gives: 'Once decided, what was asked for is given and its document is issued.',
  told: 'The person is written to at once, and is told when they open the decision.',
  untold: 'Nobody is written to.',
  replaces:
    'Once decided, the status names its holder as in this case, on a new document. The earlier one can no longer be verified.',
  takes:
    'The status ends at once, and its document can no longer be verified. Decide only what you have checked yourself.',
  warning: 'Warning',
  notSigned:
    'The signature is recorded in the ledger. The document itself is not yet signed electronically.',
  sendBackLead: 'If something is not right, send it back and say what has to change.',
  reason: 'What has to change',
  'reason-missing': 'Say what has to change',
} as const

export type DecideWords = Readonly<Record<keyof typeof en, string>>

export const decideWords: Readonly<Record<OfficeLanguage, DecideWords>> = {
  en,
  az: {
    lead:
      'Bu, şəxsin oxuyacağı qərardır. Qüvvəsi olan mətn Azərbaycan dilindədir. Axıradək oxuyun. ' +
      'Verdiyiniz qərarı işin materialları əsasında istənilən vaxt yoxlamaq mümkündür.',
    leadInside:
      'Verilən qərar belə olacaq. Qüvvəsi olan mətn Azərbaycan dilindədir. Axıradək oxuyun.',
    preview: 'Şəxsin oxuyacağı kimi',
    inside: 'Veriləcək qərar',
    beside: 'Yalnız sizin üçün',
    proposedBy: 'Hazırlayan',
    gives: 'Qərar verildikdə xahiş edilən verilir və onun sənədi hazırlanır.',
    told: 'Şəxsə dərhal məktub göndərilir, qərarı açanda isə o, şəxsə bildirilmiş sayılır.',
    untold: 'Heç kimə məktub göndərilmir.',
    replaces:
      'Qərar veriləndən sonra status sahibi yeni sənəddə bu işdə yazıldığı kimi göstərilir. Əvvəlki sənəd artıq yoxlamadan keçmir.',
    takes:
      'Status dərhal qüvvədən düşür və onun sənədi artıq yoxlamadan keçmir. Yalnız özünüz yoxladığınız barədə qərar verin.',
    warning: 'Xəbərdarlıq',
    notSigned:
      'İmza əməliyyatlar jurnalında qeyd olunur. Sənədin elektron imzası sonra əlavə olunacaq.',
    sendBackLead: 'Düzgün olmayan bir şey varsa, geri göndərin və nəyin dəyişməli olduğunu yazın.',
    reason: 'Nə dəyişməlidir',
    'reason-missing': 'Nəyin dəyişməli olduğunu yazın',
  },
}
