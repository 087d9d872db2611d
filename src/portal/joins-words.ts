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
  ofAge:
    '{name}: they are 18 or older now and answer for themselves, so their part is closed to you. To go on together, take them out here and invite them with an account of their own.',
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
    ofAge:
      '{name}: onun artıq 18 yaşı tamam olub və o, özü cavab verir, ona görə də onun hissəsi sizin üçün bağlıdır. Birlikdə davam etmək üçün onu buradan çıxarın və öz kabineti ilə dəvət edin.',
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
    ofAge:
      '{name}: artık 18 yaşını doldurdu ve kendisi yanıt veriyor, bu yüzden bölümü size kapalı. Birlikte sürdürmek için onu buradan çıkarın ve kendi hesabıyla davet edin.',
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
    ofAge:
      '{name}: ему или ей уже исполнилось 18 лет, и отвечает этот человек сам, поэтому его часть для вас закрыта. Чтобы продолжить вместе, уберите его здесь и пригласите со своей учётной записью.',
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
