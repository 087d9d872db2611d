import type { Language, Words } from '#core/language.ts'

/** What somebody reads who was acted for as a child and is asked to go on by themselves. */
const en = {
  title: 'Act for yourself from now on',
  lead: 'Until you were 18 somebody else applied for you here. You go on as the same person, with an account of your own.',
  by: 'You are invited by {email}.',
  byService: 'The State Migration Service invites you.',
  means: 'What it means',
  all: 'Everything stays yours: applications, permits, documents, the time you have lived here and your place in the family.',
  alone:
    'Nobody else acts for you any more. Whoever did no longer reads or writes what is yours; in a family you see of each other what everybody in it sees.',
  goesOn:
    'An application that is under way goes on. What is asked and decided about you in it comes to you.',
  account:
    'It takes an account with the email address at which you got the link, in which nothing was begun yet.',
  again: 'If you create an account now, open the link once more afterwards.',
  show: 'Show that it is you',
  born: 'Your date of birth',
  bornHint: 'For example 27 3 2008.',
  bornMissing: 'Enter your date of birth, for example 27 3 2008',
  document: 'Number of your travel document',
  documentHint:
    'Of the passport, or the birth certificate, with which somebody applied for you here, for example C01234567.',
  documentMissing: 'Enter the number of your travel document, for example C01234567',
  wrong: 'This is not what we have of you. Check all of it. You can try again {count} times.',
  button: 'Act for myself',
  overTitle: 'This link has ended',
  over: 'It was tried several times with something that does not fit. Check your passport, and ask whoever invited you for another invitation.',
  earlyTitle: 'You can act for yourself from {date}',
  early: 'That is the day on which you are 18. Open this link then: it still works.',
  hasOwnTitle: 'There is something in this account already',
  hasOwn:
    'We cannot make one person of two accounts, so nothing was changed. Ask whoever invited you to send the invitation to another email address of yours, and create an account with that.',
  hasOwnAsk:
    'Do you need what is in both? Go to the State Migration Service with your passport and birth certificate.',
} as const

export type TakeOverWords = Readonly<Record<keyof typeof en, string>>

const az: TakeOverWords = {
  title: 'Bundan sonra özünüz üçün özünüz hərəkət edin',
  lead: '18 yaşınız tamam olanadək burada sizin üçün başqası müraciət edirdi. Siz həmin şəxs kimi, öz şəxsi kabinetinizlə davam edirsiniz.',
  by: 'Sizi {email} dəvət edir.',
  byService: 'Sizi Dövlət Miqrasiya Xidməti dəvət edir.',
  means: 'Bu nə deməkdir',
  all: 'Hər şey sizdə qalır: müraciətlər, icazələr, sənədlər, burada yaşadığınız müddət və ailədəki yeriniz.',
  alone:
    'Artıq heç kim sizin əvəzinizə hərəkət etmir. Bunu edən şəxs sizə aid olanları daha nə oxuyur, nə yazır; ailədə isə bir-biriniz haqqında ailədəki hər kəsin gördüyünü görürsünüz.',
  goesOn:
    'Davam edən müraciət davam edir. Orada sizin barənizdə soruşulan və qərara alınan hər şey sizə gəlir.',
  account:
    'Bunun üçün linki aldığınız e-poçt ünvanı ilə açılmış, içində hələ heç nə başlanmamış şəxsi kabinet lazımdır.',
  again: 'Şəxsi kabineti indi açırsınızsa, sonra linki bir daha açın.',
  show: 'Siz olduğunuzu göstərin',
  born: 'Doğum tarixiniz',
  bornHint: 'Məsələn, 27 3 2008.',
  bornMissing: 'Doğum tarixinizi yazın, məsələn, 27 3 2008',
  document: 'Səyahət sənədinizin nömrəsi',
  documentHint:
    'Burada sizin üçün müraciət edilən pasportun və ya doğum haqqında şəhadətnamənin, məsələn, C01234567.',
  documentMissing: 'Səyahət sənədinizin nömrəsini yazın, məsələn, C01234567',
  wrong:
    'Bu, bizdə olan məlumatla uyğun gəlmir. Hamısını yoxlayın. Daha {count} dəfə cəhd edə bilərsiniz.',
  button: 'Özüm hərəkət edirəm',
  overTitle: 'Bu link bağlanıb',
  over: 'Bir neçə dəfə uyğun gəlməyən məlumat yazılıb. Pasportunuza baxın və sizi dəvət edəndən yeni dəvət istəyin.',
  earlyTitle: 'Özünüz bu gündən hərəkət edə bilərsiniz: {date}',
  early: 'Həmin gün 18 yaşınız tamam olur. Bu linki onda açın: o, hələ işləyir.',
  hasOwnTitle: 'Bu şəxsi kabinetdə artıq nəsə var',
  hasOwn:
    'Biz iki kabinetdən bir şəxs edə bilmirik, ona görə heç nə dəyişmədi. Sizi dəvət edəndən dəvəti başqa e-poçt ünvanınıza göndərməsini istəyin və həmin ünvanla kabinet açın.',
  hasOwnAsk:
    'Hər ikisində olanlar sizə lazımdır? Pasportunuz və doğum haqqında şəhadətnamənizlə Dövlət Miqrasiya Xidmətinə gedin.',
}

const tr: TakeOverWords = {
  title: 'Bundan sonra kendi adınıza siz hareket edin',
  lead: '18 yaşınızı doldurana kadar burada sizin adınıza başkası başvuruyordu. Aynı kişi olarak, kendi hesabınızla devam edersiniz.',
  by: 'Sizi {email} davet ediyor.',
  byService: 'Sizi Devlet Göç Servisi davet ediyor.',
  means: 'Bu ne demek',
  all: 'Her şey sizin kalır: başvurular, izinler, belgeler, burada yaşadığınız süre ve ailedeki yeriniz.',
  alone:
    'Artık kimse sizin adınıza hareket etmez. Bunu yapan kişi size ait olanı artık ne okur ne yazar; ailede ise birbiriniz hakkında ailedeki herkesin gördüğünü görürsünüz.',
  goesOn:
    'Süren bir başvuru sürer. Orada sizinle ilgili sorulan ve karara bağlanan her şey size gelir.',
  account:
    'Bunun için bağlantıyı aldığınız e-posta adresiyle açılmış, içinde henüz bir şeye başlanmamış bir hesap gerekir.',
  again: 'Hesabı şimdi açıyorsanız ardından bağlantıyı bir kez daha açın.',
  show: 'Siz olduğunuzu gösterin',
  born: 'Doğum tarihiniz',
  bornHint: 'Örneğin 27 3 2008.',
  bornMissing: 'Doğum tarihinizi yazın, örneğin 27 3 2008',
  document: 'Seyahat belgenizin numarası',
  documentHint:
    'Burada sizin için başvurulan pasaportun ya da doğum belgesinin, örneğin C01234567.',
  documentMissing: 'Seyahat belgenizin numarasını yazın, örneğin C01234567',
  wrong: 'Bu, bizdeki bilgiye uymuyor. Hepsini kontrol edin. {count} kez daha deneyebilirsiniz.',
  button: 'Kendim hareket ediyorum',
  overTitle: 'Bu bağlantı kapandı',
  over: 'Birkaç kez uymayan bir şey yazıldı. Pasaportunuza bakın ve sizi davet edenden yeni bir davet isteyin.',
  earlyTitle: 'Kendiniz şu günden itibaren hareket edebilirsiniz: {date}',
  early: 'O gün 18 yaşınızı doldurursunuz. Bu bağlantıyı o zaman açın: hâlâ geçerlidir.',
  hasOwnTitle: 'Bu hesapta zaten bir şey var',
  hasOwn:
    'İki hesaptan tek kişi yapamayız, bu yüzden hiçbir şey değişmedi. Sizi davet edenden daveti başka bir e-posta adresinize göndermesini isteyin ve o adresle bir hesap açın.',
  hasOwnAsk:
    'İkisinde olan da size gerekli mi? Pasaportunuz ve doğum belgenizle Devlet Göç Servisine gidin.',
}

const ru: TakeOverWords = {
  title: 'Теперь действуйте за себя сами',
  lead: 'Пока вам не исполнилось 18 лет, обращения за вас здесь подавал другой человек. Вы продолжаете как тот же человек, со своей учётной записью.',
  by: 'Вас приглашает {email}.',
  byService: 'Вас приглашает Государственная миграционная служба.',
  means: 'Что это значит',
  all: 'Всё остаётся вашим: обращения, разрешения, документы, прожитое здесь время и место в семье.',
  alone:
    'Больше никто не действует за вас. Тот, кто это делал, больше не читает и не пишет то, что касается вас; в семье вы видите друг о друге то, что видят все в ней.',
  goesOn:
    'Начатое обращение продолжается. Всё, о чём в нём спрашивают и что решают о вас, приходит вам.',
  account:
    'Для этого нужна учётная запись на тот адрес почты, на который пришла ссылка, и в ней ещё ничего не должно быть начато.',
  again: 'Если вы создаёте учётную запись сейчас, после этого откройте ссылку ещё раз.',
  show: 'Покажите, что это вы',
  born: 'Ваша дата рождения',
  bornHint: 'Например, 27 3 2008.',
  bornMissing: 'Напишите дату рождения, например 27 3 2008',
  document: 'Номер вашего документа для поездок',
  documentHint:
    'Паспорта или свидетельства о рождении, с которым за вас обращались здесь, например C01234567.',
  documentMissing: 'Напишите номер документа для поездок, например C01234567',
  wrong: 'Это не совпадает с тем, что есть у нас. Проверьте всё. Осталось попыток: {count}.',
  button: 'Действовать за себя',
  overTitle: 'Эта ссылка закрыта',
  over: 'Несколько раз было указано то, что не совпадает. Посмотрите в паспорт и попросите того, кто вас пригласил, о новом приглашении.',
  earlyTitle: 'Действовать за себя вы можете с этого дня: {date}',
  early: 'В этот день вам исполняется 18 лет. Откройте эту ссылку тогда: она ещё действует.',
  hasOwnTitle: 'В этой учётной записи уже что-то есть',
  hasOwn:
    'Мы не можем сделать из двух учётных записей одного человека, поэтому ничего не изменилось. Попросите того, кто вас пригласил, отправить приглашение на другой ваш адрес почты и создайте учётную запись с ним.',
  hasOwnAsk:
    'Вам нужно то, что есть в обеих? Придите в Государственную миграционную службу с паспортом и свидетельством о рождении.',
}

export const takeOverWords: Readonly<Record<Language, TakeOverWords>> = { az, tr, en, ru }

export const takeOverInEach = (word: keyof TakeOverWords): Words => ({
  az: az[word],
  tr: tr[word],
  en: en[word],
  ru: ru[word],
})
