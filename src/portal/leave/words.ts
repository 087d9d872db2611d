import type { Language } from '#core/language.ts'

/** Withdrawing an application, and throwing a draft away. */
const en = {
  withdrawTitle: 'Withdraw your application?',
  withdraw: 'We will stop working on it and make no decision. You can apply again at any time.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, continue with it',
  discardTitle: 'Delete this draft?',
  discard: 'Everything you filled in and uploaded here will be deleted. This cannot be undone.',
  discardYes: 'Yes, delete it',
  discardNo: 'No, keep it',
  tooLate: 'This is no longer possible: the application has moved on.',
  toStatus: 'See where your application is',
} as const

export type LeaveWords = Readonly<Record<keyof typeof en, string>>

export const leaveWords: Readonly<Record<Language, LeaveWords>> = {
  en,
  az: {
    withdrawTitle: 'Müraciəti geri götürmək istəyirsiniz?',
    withdraw:
      'Onun üzərində işi dayandırırıq və qərar verilmir. İstədiyiniz vaxt yenidən müraciət edə bilərsiniz.',
    withdrawYes: 'Bəli, geri götürürəm',
    withdrawNo: 'Xeyr, davam edirəm',
    discardTitle: 'Bu qaralama silinsin?',
    discard:
      'Burada doldurduğunuz və yüklədiyiniz hər şey silinəcək. Onları bərpa etmək mümkün olmayacaq.',
    discardYes: 'Bəli, silin',
    discardNo: 'Xeyr, qalsın',
    tooLate: 'Bunu artıq etmək mümkün deyil: müraciət növbəti mərhələyə keçib.',
    toStatus: 'Müraciətinizin hansı mərhələdə olduğuna baxın',
  },
  tr: {
    withdrawTitle: 'Başvurunuz geri çekilsin mi?',
    withdraw:
      'İncelemeyi durdururuz ve karar verilmez. İstediğiniz zaman yeniden başvurabilirsiniz.',
    withdrawYes: 'Evet, geri çek',
    withdrawNo: 'Hayır, devam et',
    discardTitle: 'Bu taslak silinsin mi?',
    discard: 'Burada doldurduğunuz ve yüklediğiniz her şey silinir. Bu işlem geri alınamaz.',
    discardYes: 'Evet, sil',
    discardNo: 'Hayır, kalsın',
    tooLate: 'Bu artık yapılamaz: başvuru bir sonraki aşamaya geçti.',
    toStatus: 'Başvurumun durumunu gör',
  },
  ru: {
    withdrawTitle: 'Отозвать обращение?',
    withdraw:
      'Мы прекратим работу над ним, и решения не будет. Обратиться снова можно в любое время.',
    withdrawYes: 'Да, отозвать',
    withdrawNo: 'Нет, продолжать',
    discardTitle: 'Удалить этот черновик?',
    discard: 'Всё, что вы заполнили и загрузили здесь, будет удалено. Вернуть это нельзя.',
    discardYes: 'Да, удалить',
    discardNo: 'Нет, оставить',
    tooLate: 'Этого уже нельзя сделать: обращение перешло на другой этап.',
    toStatus: 'Посмотреть, на каком этапе обращение',
  },
}
