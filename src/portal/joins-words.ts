import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { familyJoins } from '#portal/family-joining-words.ts'

/** The list of the people of an application: who else comes, who was asked, who leaves. */
const en = {
  add: 'Add a child or somebody in your care',
  known: 'Add from your family: {name}',
  invite: 'Invite an adult',
  invitations: 'Invitations nobody has used yet',
  as: 'As',
  link: 'Link',
  mail: 'Email',
  until: 'Works until {time}',
  over: 'Has run out. Send it again for a new one.',
  again: 'Send again',
  withdraw: 'Withdraw',
  leave: 'Leave this application',
  remove: 'Take out of the application: {name}',
  ofAgeSentIn:
    '{name}: they are 18 or older now and answer for themselves, so their part is closed to you. Invite them to go on as the same person, with an account of their own.',
  ofAge:
    '{name}: they are 18 or older now and answer for themselves, so their part is closed to you. Invite them to go on as the same person, with an account of their own. To go on here together, take them out then, and invite them as an adult with the same address.',
  soonOfAge:
    '{name}: they are 18 from {date}, and then act for themselves. You can invite them already.',
  handOver: 'Invite to act for themselves: {name}',
} as const

const joinsWords: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    add: 'Uşaq və ya himayənizdəki şəxsi əlavə edin',
    known: 'Ailənizdən əlavə edin: {name}',
    invite: 'Yetkin şəxsi dəvət edin',
    invitations: 'Hələ istifadə olunmamış dəvətlər',
    as: 'Qismində',
    link: 'Link',
    mail: 'E-poçt',
    until: 'Bu vaxta qədər işləyir: {time}',
    over: 'Vaxtı bitib. Yenisi üçün onu yenidən göndərin.',
    again: 'Yenidən göndərin',
    withdraw: 'Geri götürün',
    leave: 'Bu müraciətdən çıxın',
    remove: 'Müraciətdən çıxarın: {name}',
    ofAgeSentIn:
      '{name}: onun artıq 18 yaşı tamam olub və o, özü cavab verir, ona görə də onun hissəsi sizin üçün bağlıdır. Onu həmin şəxs kimi, öz şəxsi kabineti ilə davam etməyə dəvət edin.',
    ofAge:
      '{name}: onun artıq 18 yaşı tamam olub və o, özü cavab verir, ona görə də onun hissəsi sizin üçün bağlıdır. Onu həmin şəxs kimi, öz şəxsi kabineti ilə davam etməyə dəvət edin. Burada birlikdə davam etmək üçün onu sonra buradan çıxarın və həmin ünvanla yetkin şəxs kimi dəvət edin.',
    soonOfAge:
      '{name}: bu gün 18 yaşı tamam olur və özü hərəkət edir: {date}. Onu artıq dəvət edə bilərsiniz.',
    handOver: 'Özü hərəkət etsin deyə dəvət edin: {name}',
  },
  tr: {
    add: 'Çocuk ya da vesayetinizdeki birini ekleyin',
    known: 'Ailenizden ekleyin: {name}',
    invite: 'Bir yetişkini davet edin',
    invitations: 'Henüz kullanılmamış davetler',
    as: 'Sıfatı',
    link: 'Bağlantı',
    mail: 'E-posta',
    until: 'Şu zamana kadar geçerli: {time}',
    over: 'Süresi doldu. Yenisi için yeniden gönderin.',
    again: 'Yeniden gönderin',
    withdraw: 'Geri çekin',
    leave: 'Bu başvurudan ayrılın',
    remove: 'Başvurudan çıkarın: {name}',
    ofAgeSentIn:
      '{name}: artık 18 yaşını doldurdu ve kendisi yanıt veriyor, bu yüzden bölümü size kapalı. Aynı kişi olarak, kendi hesabıyla devam etmesi için onu davet edin.',
    ofAge:
      '{name}: artık 18 yaşını doldurdu ve kendisi yanıt veriyor, bu yüzden bölümü size kapalı. Aynı kişi olarak, kendi hesabıyla devam etmesi için onu davet edin. Burada birlikte sürdürmek için onu sonra buradan çıkarın ve aynı adresle yetişkin olarak davet edin.',
    soonOfAge:
      '{name}: şu gün 18 yaşını doldurur ve kendisi hareket eder: {date}. Onu şimdiden davet edebilirsiniz.',
    handOver: 'Kendi adına hareket etmesi için davet edin: {name}',
  },
  ru: {
    add: 'Добавить ребёнка или подопечного',
    known: 'Добавить из вашей семьи: {name}',
    invite: 'Пригласить взрослого',
    invitations: 'Приглашения, которыми ещё не воспользовались',
    as: 'Качество',
    link: 'Ссылка',
    mail: 'Письмо',
    until: 'Действует до: {time}',
    over: 'Срок истёк. Отправьте ещё раз, чтобы ссылка стала новой.',
    again: 'Отправить ещё раз',
    withdraw: 'Отозвать',
    leave: 'Выйти из этого обращения',
    remove: 'Убрать из обращения: {name}',
    ofAgeSentIn:
      '{name}: этому человеку уже исполнилось 18 лет, и отвечает он сам, поэтому его часть для вас закрыта. Пригласите его продолжить как тот же человек, со своей учётной записью.',
    ofAge:
      '{name}: этому человеку уже исполнилось 18 лет, и отвечает он сам, поэтому его часть для вас закрыта. Пригласите его продолжить как тот же человек, со своей учётной записью. Чтобы продолжить здесь вместе, уберите его потом отсюда и пригласите на тот же адрес как взрослого.',
    soonOfAge:
      '{name}: этому человеку исполняется 18 лет, и тогда он действует сам: {date}. Пригласить его можно уже сейчас.',
    handOver: 'Пригласить действовать за себя: {name}',
  },
}

type Of = {
  readonly language: Language
  /** Of an application, where nothing is said. */
  readonly type?: Pick<CaseType, 'family'> | undefined
}

/** What it says of an application, or of a family. */
export const joinsWordsOf = ({ language, type }: Of): typeof joinsWords.en => ({
  ...joinsWords[language],
  ...(type?.family === true ? familyJoins[language] : {}),
})
