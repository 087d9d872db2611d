import type { Language } from '#core/language.ts'

/** Withdrawing an application, and throwing a draft away. */
const en = {
  withdrawTitle: 'Withdraw your application?',
  withdraw: 'We will stop working on it and make no decision. You can apply again at any time.',
  withdrawContest:
    'We will stop working on it and make no decision. The decision that you are contesting stays as it is. You can contest it again only as long as its time has not passed.',
  withdrawUndecided:
    'We will stop working on it and make no decision. The case that you complain about goes on as it is. You can complain again as long as nothing is decided in it.',
  withdrawDecided:
    'With this ends what was decided on it: what it holds back is held back no more. You can ask for it again at any time.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, continue with it',
  discardTitle: 'Delete this draft?',
  discard:
    'Your answers, documents and unfinished uploads here, and our letters about this draft, will be deleted here at once, and from our archives after seven days. This cannot be undone.',
  discardOthers:
    'What the other people of this application have written and uploaded in it is deleted with it.',
  discardLeaves:
    'All that stays is a note that a draft was begun and deleted. It does not say whose it was.',
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
    withdrawContest:
      'Onun üzərində işi dayandırırıq və qərar verilmir. Şikayət etdiyiniz qərar olduğu kimi qalır. Ondan yenidən yalnız müddəti bitənədək şikayət edə bilərsiniz.',
    withdrawUndecided:
      'Onun üzərində işi dayandırırıq və qərar verilmir. Şikayət etdiyiniz iş olduğu kimi davam edir. O iş üzrə qərar verilməyibsə, yenidən şikayət edə bilərsiniz.',
    withdrawDecided:
      'Bununla onun üzrə qərar da başa çatır: dayandırdığı və ya məhdudlaşdırdığı artıq qüvvədə qalmır. İstədiyiniz vaxt yenidən müraciət edə bilərsiniz.',
    withdrawYes: 'Bəli, geri götürürəm',
    withdrawNo: 'Xeyr, davam edirəm',
    discardTitle: 'Bu qaralama silinsin?',
    discard:
      'Buradakı cavablarınız, sənədləriniz və yarımçıq yükləmələriniz, həmçinin bu qaralama barədə məktublarımız buradan dərhal, arxivlərimizdən isə yeddi gündən sonra silinəcək. Onları bərpa etmək mümkün olmayacaq.',
    discardOthers:
      'Bu müraciətdəki digər şəxslərin yazdıqları və yüklədikləri də onunla birlikdə silinir.',
    discardLeaves:
      'Yalnız qaralamanın başlandığı və silindiyi barədə qeyd qalır. Onun kimə aid olduğu orada yazılmır.',
    discardYes: 'Bəli, silin',
    discardNo: 'Xeyr, qalsın',
    tooLate: 'Bunu artıq etmək mümkün deyil: müraciət növbəti mərhələyə keçib.',
    toStatus: 'Müraciətinizin hansı mərhələdə olduğuna baxın',
  },
  tr: {
    withdrawTitle: 'Başvurunuz geri çekilsin mi?',
    withdraw:
      'İncelemeyi durdururuz ve karar verilmez. İstediğiniz zaman yeniden başvurabilirsiniz.',
    withdrawContest:
      'İncelemeyi durdururuz ve karar verilmez. İtiraz ettiğiniz karar olduğu gibi kalır. Ona karşı yalnızca süresi dolmadıysa yeniden şikâyette bulunabilirsiniz.',
    withdrawUndecided:
      'İncelemeyi durdururuz ve karar verilmez. Şikâyet ettiğiniz dosya olduğu gibi sürer. O dosyada karar verilmedikçe yeniden şikâyet edebilirsiniz.',
    withdrawDecided:
      'Bununla, hakkında verilen karar da sona erer: durdurduğu veya sınırladığı artık geçerli olmaz. İstediğiniz zaman yeniden talep edebilirsiniz.',
    withdrawYes: 'Evet, geri çekiyorum',
    withdrawNo: 'Hayır, devam ediyorum',
    discardTitle: 'Bu taslak silinsin mi?',
    discard:
      'Buradaki yanıtlarınız, belgeleriniz ve yarım kalan yüklemeleriniz ile bu taslak hakkındaki mektuplarımız buradan hemen, arşivlerimizden ise yedi gün sonra silinir. Bu işlem geri alınamaz.',
    discardOthers: 'Bu başvurudaki diğer kişilerin yazıp yükledikleri de onunla birlikte silinir.',
    discardLeaves:
      'Yalnızca bir taslağa başlandığının ve silindiğinin kaydı kalır. Kime ait olduğu orada yazmaz.',
    discardYes: 'Evet, silin',
    discardNo: 'Hayır, kalsın',
    tooLate: 'Bu artık yapılamaz: başvuru bir sonraki aşamaya geçti.',
    toStatus: 'Başvurunuzun durumunu görün',
  },
  ru: {
    withdrawTitle: 'Отозвать обращение?',
    withdraw:
      'Мы прекратим работу над ним, и решения не будет. Обратиться снова можно в любое время.',
    withdrawContest:
      'Мы прекратим работу над ней, и решения не будет. Решение, которое вы обжалуете, остаётся в силе. Обжаловать его снова можно, только пока не истёк срок.',
    withdrawUndecided:
      'Мы прекратим работу над ней, и решения не будет. Дело, на которое вы жалуетесь, идёт своим чередом. Пока по нему нет решения, пожаловаться можно снова.',
    withdrawDecided:
      'Вместе с этим прекращается и решение по нему: то, что оно приостановило или ограничило, больше не действует. Вы можете обратиться снова в любое время.',
    withdrawYes: 'Да, отозвать',
    withdrawNo: 'Нет, продолжать',
    discardTitle: 'Удалить этот черновик?',
    discard:
      'Ваши ответы, документы и незаконченные загрузки, а также наши письма об этом черновике будут удалены отсюда сразу, а из наших архивов — через семь дней. Вернуть их нельзя.',
    discardOthers:
      'Вместе с ним удаляется и то, что написали и загрузили другие участники обращения.',
    discardLeaves:
      'Останется только запись о том, что черновик был начат и удалён. Чей он был, в ней не сказано.',
    discardYes: 'Да, удалить',
    discardNo: 'Нет, оставить',
    tooLate: 'Этого уже нельзя сделать: обращение перешло на другой этап.',
    toStatus: 'Посмотреть, на каком этапе обращение',
  },
}
