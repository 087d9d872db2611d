import type { Language, Words } from '#core/language.ts'

/** Inviting somebody for whom one acts, or acted, to go on by themselves. */
const en = {
  title: 'Invite {name} to act for themselves',
  now: 'They have been 18 since {date}. Since that day you do not act for them.',
  soon: 'They are 18 from {date}. Until then you act for them, and after it nobody does but they themselves.',
  same: 'With an account of their own they go on as the same person. They keep all that you applied for and that was given to them, their documents and their place in your family.',
  sees: 'What is theirs stays closed to you then. In a family you see of each other what everybody in it sees, and in an application that you are in together you see how it stands.',
  told: 'We mail them a link that works for 14 days, and not before they are 18. It opens only for an account with that email address. They show by their date of birth, and by the number of their travel document where you gave one, that it is they.',
  shows: 'When they have signed in, we show them your email address, so that they know who asks.',
  own: 'It has to be an account in which nothing was begun yet. If they have another account, give another address of theirs.',
  button: 'Send the invitation',
  asked:
    'Somebody has invited them already, or this address has an invitation here. Look at the list of invitations, or ask the other parent.',
  unknown:
    'We do not know their date of birth well enough to tell that it is they. Go to the State Migration Service with their birth certificate.',
  back: 'Back',
} as const

export type HandOverWords = Readonly<Record<keyof typeof en, string>>

const az: HandOverWords = {
  title: 'Özü hərəkət etsin deyə dəvət edin: {name}',
  now: '18 yaşı bu gün tamam olub: {date}. O gündən onun əvəzinə siz hərəkət etmirsiniz.',
  soon: '18 yaşı bu gün tamam olur: {date}. O günədək onun əvəzinə siz hərəkət edirsiniz, sonra isə yalnız o özü.',
  same: 'Öz şəxsi kabineti ilə o, həmin şəxs kimi davam edir. Onun üçün müraciət etdiyiniz və ona verilən hər şey, sənədləri və ailənizdəki yeri onda qalır.',
  sees: 'Ona aid olanlar onda sizin üçün bağlı qalır. Ailədə bir-biriniz haqqında ailədəki hər kəsin gördüyünü, birlikdə olduğunuz müraciətdə isə onun hansı mərhələdə olduğunu görürsünüz.',
  told: 'Ona 14 gün işləyən, 18 yaşından əvvəl isə işləməyən link göndəririk. Link yalnız həmin e-poçt ünvanı ilə açılmış kabinet üçün açılır. O olduğunu doğum tarixi ilə, səyahət sənədini göstərmisinizsə, həm də onun nömrəsi ilə göstərir.',
  shows: 'O daxil olduqda kimin dəvət etdiyini bilməsi üçün e-poçt ünvanınızı ona göstəririk.',
  own: 'Bu, içində hələ heç nə başlanmamış kabinet olmalıdır. Onun başqa kabineti varsa, başqa ünvanını yazın.',
  button: 'Dəvəti göndərin',
  asked:
    'Onu artıq kimsə dəvət edib və ya bu ünvana burada dəvət var. Dəvətlərin siyahısına baxın və ya o biri valideyndən soruşun.',
  unknown:
    'O olduğunu müəyyən etmək üçün doğum tarixini kifayət qədər bilmirik. Doğum haqqında şəhadətnaməsi ilə Dövlət Miqrasiya Xidmətinə gedin.',
  back: 'Geri',
}

const tr: HandOverWords = {
  title: 'Kendi adına hareket etmesi için davet edin: {name}',
  now: '18 yaşını şu gün doldurdu: {date}. O günden beri onun adına siz hareket etmiyorsunuz.',
  soon: '18 yaşını şu gün dolduruyor: {date}. O güne kadar onun adına siz hareket edersiniz, sonra yalnızca kendisi.',
  same: 'Kendi hesabıyla aynı kişi olarak devam eder. Onun için başvurduğunuz ve ona verilen her şey, belgeleri ve ailenizdeki yeri onda kalır.',
  sees: 'Ona ait olan o zaman size kapalı kalır. Ailede birbiriniz hakkında ailedeki herkesin gördüğünü, birlikte olduğunuz başvuruda ise başvurunun durumunu görürsünüz.',
  told: 'Ona 14 gün geçerli olan, 18 yaşından önce ise açılmayan bir bağlantı göndeririz. Bağlantı yalnızca o e-posta adresiyle açılmış bir hesap için açılır. Kendisi olduğunu doğum tarihiyle, seyahat belgesini bildirdiyseniz onun numarasıyla da gösterir.',
  shows: 'Giriş yaptığında kimin davet ettiğini bilsin diye e-posta adresinizi ona gösteririz.',
  own: 'Bu, içinde henüz bir şeye başlanmamış bir hesap olmalı. Başka hesabı varsa başka bir adresini yazın.',
  button: 'Daveti gönderin',
  asked:
    'Onu zaten biri davet etti ya da bu adresin burada bir daveti var. Davet listesine bakın ya da öbür ebeveyne sorun.',
  unknown:
    'Kendisi olduğunu anlamak için doğum tarihini yeterince bilmiyoruz. Doğum belgesiyle Devlet Göç Servisine gidin.',
  back: 'Geri',
}

const ru: HandOverWords = {
  title: 'Пригласить действовать за себя: {name}',
  now: 'Этому человеку исполнилось 18 лет: {date}. С этого дня вы за него не действуете.',
  soon: 'Этому человеку исполняется 18 лет: {date}. Пока это не так, за него действуете вы, а потом только он сам.',
  same: 'Со своей учётной записью он продолжает как тот же человек. У него остаётся всё, о чём вы за него обращались и что ему выдано, его документы и его место в вашей семье.',
  sees: 'То, что касается его, тогда остаётся для вас закрытым. В семье вы видите друг о друге то, что видят все в ней, а в общем обращении то, как оно продвигается.',
  told: 'Мы отправляем ссылку, которая действует 14 дней и не раньше, чем исполнится 18 лет. Она открывается только для учётной записи на этот адрес почты. Человек подтверждает себя датой рождения и номером документа для поездок, если вы его указывали.',
  shows: 'После входа мы показываем ему ваш адрес почты, чтобы он знал, кто приглашает.',
  own: 'Нужна учётная запись, в которой ещё ничего не начато. Если у него есть другая, укажите другой его адрес.',
  button: 'Отправить приглашение',
  asked:
    'Его уже кто-то пригласил, или на этот адрес здесь есть приглашение. Посмотрите список приглашений или спросите второго родителя.',
  unknown:
    'Мы недостаточно точно знаем дату рождения, чтобы убедиться, что это он. Придите в Государственную миграционную службу с его свидетельством о рождении.',
  back: 'Назад',
}

export const handOverWords: Readonly<Record<Language, HandOverWords>> = { az, tr, en, ru }

export const handOverInEach = (word: keyof HandOverWords): Words => ({
  az: az[word],
  tr: tr[word],
  en: en[word],
  ru: ru[word],
})
