import type { Language } from '#core/language.ts'
import { consentInvitation } from '#portal/consent-words.ts'
import { familyInvitation } from '#portal/family-joining-words.ts'

/** What somebody reads who has come by the link of an invitation. */
const en = {
  title: 'You are invited to join an application',
  lead: 'Application: {type}. You would be in it as: {role}.',
  by: 'You are invited by {email}.',
  byHidden:
    'We show you who invites you when you have signed in, so that nobody else who sees this link learns it.',
  means: 'What joining means',
  own: 'You answer for yourself, in a part of the application that only you and the officials who work on it can open.',
  theySee:
    'Whoever invited you sees that you have joined, how far your part is, and what becomes of the application.',
  theyDoNot:
    'They do not see your answers, your documents or who looked at them, and you do not see theirs.',
  leave:
    'Until everything is sent in you can leave, and what you wrote and did not confirm is deleted.',
  join: 'Join the application',
  account:
    'You join with an account of your own. It has to have the email address at which you got the link.',
  again: 'If you create an account now, open the link in the invitation once more afterwards.',
  wrongTitle: 'This invitation is for another address',
  wrong:
    'You are signed in with an account that has another email address than the one the invitation went to.',
  wrongDo:
    'Sign out and sign in with that address, or ask whoever invited you to send an invitation to the address of this account.',
  ownTitle: 'This is your own invitation',
  ownText:
    'It is for the person to whom we mailed it. In your application you see whether they have joined.',
  joinedTitle: 'You have joined already',
  joined: 'This invitation was yours, and you have used it.',
  usedTitle: 'This invitation has been used',
  used: 'Somebody has joined with it. An invitation works once.',
  withdrawnTitle: 'This invitation was withdrawn',
  withdrawn:
    'Whoever sent it does not ask you to join any more. If you think that is a mistake, ask them.',
  expiredTitle: 'This invitation has run out',
  expired: 'It was good for 14 days. Ask whoever invited you to send it again.',
  absentTitle: 'This invitation does not open anything',
  absent:
    'Check that you opened the whole link from the newest mail. If it was sent again, only the newest link works.',
  hereTitle: 'You are in this application already',
  here: 'You cannot be in it twice. You are in it as: {role}.',
  fullTitle: 'There is no room any more',
  full: 'Others have joined meanwhile, and nobody else can join as: {role}. Ask whoever invited you.',
  notNowTitle: 'You cannot join this application now',
  closedTitle: 'Nobody can join at this stage',
  closed: 'The application has moved on since you were invited. Ask whoever invited you.',
  toApplication: 'Open the application',
  toApplications: 'Your applications',
  tooOftenTitle: 'Too many links were tried',
  tooOften:
    'Very many links have been tried from the network you use. You can open yours from this time on: {time}.',
} as const

export type InvitationWords = Readonly<Record<keyof typeof en, string>>

export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  en,
  az: {
    title: 'Sizi müraciətə qoşulmağa dəvət edirlər',
    lead: 'Müraciət: {type}. Siz orada bu qismdə olacaqsınız: {role}.',
    by: 'Sizi {email} dəvət edir.',
    byHidden:
      'Sizi kimin dəvət etdiyini daxil olduqdan sonra göstəririk ki, bu linki görən başqa heç kim onu öyrənməsin.',
    means: 'Qoşulmaq nə deməkdir',
    own: 'Siz özünüz cavab verirsiniz, müraciətin yalnız sizin və onun üzərində işləyən vəzifəli şəxslərin aça bildiyi hissəsində.',
    theySee:
      'Sizi dəvət edən şəxs qoşulduğunuzu, hissənizin nə dərəcədə hazır olduğunu və müraciətin taleyini görür.',
    theyDoNot:
      'O, cavablarınızı, sənədlərinizi və onlara kimin baxdığını görmür, siz də onunkuları görmürsünüz.',
    leave: 'Hər şey təqdim olunanadək çıxa bilərsiniz, yazıb təsdiqləmədikləriniz isə silinir.',
    join: 'Müraciətə qoşulun',
    account:
      'Öz şəxsi kabinetinizlə qoşulursunuz. Kabinet linkin gəldiyi e-poçt ünvanı ilə açılmış olmalıdır.',
    again: 'İndi kabinet açırsınızsa, sonra dəvətdəki linki yenidən açın.',
    wrongTitle: 'Bu dəvət başqa ünvan üçündür',
    wrong: 'Daxil olduğunuz kabinetin e-poçt ünvanı dəvətin göndərildiyi ünvandan fərqlidir.',
    wrongDo:
      'Çıxış edin və həmin ünvanla daxil olun və ya sizi dəvət edəndən bu kabinetin ünvanına dəvət göndərməsini xahiş edin.',
    ownTitle: 'Bu, sizin öz dəvətinizdir',
    ownText: 'O, göndərdiyimiz şəxs üçündür. Onun qoşulub-qoşulmadığını müraciətinizdə görürsünüz.',
    joinedTitle: 'Siz artıq qoşulmusunuz',
    joined: 'Bu dəvət sizin idi və siz ondan istifadə etmisiniz.',
    usedTitle: 'Bu dəvətdən istifadə olunub',
    used: 'Onunla kimsə qoşulub. Dəvət bir dəfə işləyir.',
    withdrawnTitle: 'Bu dəvət geri götürülüb',
    withdrawn:
      'Göndərən şəxs artıq sizi dəvət etmir. Bunun səhv olduğunu düşünürsünüzsə, ondan soruşun.',
    expiredTitle: 'Bu dəvətin vaxtı bitib',
    expired: 'O, 14 gün işləyirdi. Sizi dəvət edəndən onu yenidən göndərməsini xahiş edin.',
    absentTitle: 'Bu dəvət heç nə açmır',
    absent:
      'Ən yeni məktubdakı linki tam açdığınızı yoxlayın. Dəvət yenidən göndərilibsə, yalnız ən yeni link işləyir.',
    hereTitle: 'Siz artıq bu müraciətdəsiniz',
    here: 'Orada iki dəfə ola bilməzsiniz. Siz orada bu qismdəsiniz: {role}.',
    fullTitle: 'Artıq yer yoxdur',
    full: 'Bu arada başqaları qoşulub və daha heç kim bu qismdə qoşula bilməz: {role}. Sizi dəvət edəndən soruşun.',
    notNowTitle: 'Bu müraciətə hazırda qoşula bilməzsiniz',
    closedTitle: 'Bu mərhələdə heç kim qoşula bilməz',
    closed: 'Dəvət göndəriləndən bəri müraciət irəliləyib. Sizi dəvət edəndən soruşun.',
    toApplication: 'Müraciəti açın',
    toApplications: 'Müraciətləriniz',
    tooOftenTitle: 'Çoxlu link yoxlanılıb',
    tooOften:
      'İstifadə etdiyiniz şəbəkədən çoxlu link yoxlanılıb. Öz linkinizi bu vaxtdan sonra aça bilərsiniz: {time}.',
  },
  tr: {
    title: 'Bir başvuruya katılmaya davet edildiniz',
    lead: 'Başvuru: {type}. Orada şu sıfatla yer alırsınız: {role}.',
    by: 'Sizi {email} davet ediyor.',
    byHidden:
      'Sizi kimin davet ettiğini giriş yaptığınızda gösteririz; böylece bu bağlantıyı gören başka kimse onu öğrenmez.',
    means: 'Katılmak ne demek',
    own: 'Kendiniz yanıt verirsiniz; başvurunun yalnızca sizin ve onu inceleyen görevlilerin açabildiği bir bölümünde.',
    theySee:
      'Sizi davet eden kişi katıldığınızı, bölümünüzün ne kadar ilerlediğini ve başvurunun sonucunu görür.',
    theyDoNot:
      'Yanıtlarınızı, belgelerinizi ve onlara kimin baktığını görmez, siz de onunkileri görmezsiniz.',
    leave: 'Her şey gönderilene kadar ayrılabilirsiniz; yazıp onaylamadıklarınız silinir.',
    join: 'Başvuruya katılın',
    account:
      'Kendi hesabınızla katılırsınız. Hesabın, bağlantının geldiği e-posta adresiyle açılmış olması gerekir.',
    again: 'Şimdi bir hesap açarsanız davetteki bağlantıyı sonra bir kez daha açın.',
    wrongTitle: 'Bu davet başka bir adres için',
    wrong: 'Giriş yaptığınız hesabın e-posta adresi, davetin gittiği adresten farklı.',
    wrongDo:
      'Çıkış yapıp o adresle giriş yapın ya da sizi davet edenden bu hesabın adresine davet göndermesini isteyin.',
    ownTitle: 'Bu sizin kendi davetiniz',
    ownText: 'Davet, gönderdiğimiz kişi içindir. Katılıp katılmadığını başvurunuzda görürsünüz.',
    joinedTitle: 'Zaten katıldınız',
    joined: 'Bu davet sizindi ve onu kullandınız.',
    usedTitle: 'Bu davet kullanılmış',
    used: 'Biri bu davetle katıldı. Bir davet bir kez geçerlidir.',
    withdrawnTitle: 'Bu davet geri çekilmiş',
    withdrawn:
      'Gönderen kişi artık katılmanızı istemiyor. Bunun bir yanlışlık olduğunu düşünüyorsanız ona sorun.',
    expiredTitle: 'Bu davetin süresi dolmuş',
    expired: 'Davet 14 gün geçerliydi. Sizi davet edenden onu yeniden göndermesini isteyin.',
    absentTitle: 'Bu davet hiçbir şey açmıyor',
    absent:
      'En yeni iletideki bağlantının tamamını açtığınızı kontrol edin. Davet yeniden gönderildiyse yalnızca en yeni bağlantı geçerlidir.',
    hereTitle: 'Zaten bu başvurudasınız',
    here: 'Bir başvuruda iki kez yer alamazsınız. Orada şu sıfatla yer alıyorsunuz: {role}.',
    fullTitle: 'Artık yer yok',
    full: 'Bu arada başkaları katıldı, bu sıfatla başka kimse katılamaz: {role}. Sizi davet edene sorun.',
    notNowTitle: 'Bu başvuruya şu anda katılamazsınız',
    closedTitle: 'Bu aşamada kimse katılamaz',
    closed: 'Davet edildiğinizden beri başvuru ilerledi. Sizi davet edene sorun.',
    toApplication: 'Başvuruyu açın',
    toApplications: 'Başvurularınız',
    tooOftenTitle: 'Çok fazla bağlantı denendi',
    tooOften:
      'Kullandığınız ağdan çok sayıda bağlantı denendi. Kendi bağlantınızı şu saatten sonra açabilirsiniz: {time}.',
  },
  ru: {
    title: 'Вас приглашают присоединиться к обращению',
    lead: 'Обращение: {type}. Вы участвуете в нём в этом качестве: {role}.',
    by: 'Вас приглашает {email}.',
    byHidden:
      'Кто вас приглашает, мы покажем после входа, чтобы этого не узнал никто другой, кто увидит ссылку.',
    means: 'Что значит присоединиться',
    own: 'Вы отвечаете за себя сами — в части обращения, которую открываете только вы и те, кто над ним работает.',
    theySee:
      'Тот, кто вас пригласил, видит, что вы присоединились, насколько готова ваша часть и чем закончилось обращение.',
    theyDoNot: 'Он не видит ваши ответы, документы и то, кто их смотрел, а вы не видите его.',
    leave:
      'Пока всё не отправлено, вы можете выйти, и то, что вы написали и не подтвердили, удаляется.',
    join: 'Участвовать в обращении',
    account:
      'Вы присоединяетесь со своей учётной записью. У неё должен быть тот адрес почты, на который пришла ссылка.',
    again: 'Если вы создаёте учётную запись сейчас, потом откройте ссылку из приглашения ещё раз.',
    wrongTitle: 'Это приглашение для другого адреса',
    wrong: 'У учётной записи, с которой вы вошли, не тот адрес почты, на который ушло приглашение.',
    wrongDo:
      'Выйдите и войдите с тем адресом или попросите того, кто вас пригласил, отправить приглашение на адрес этой учётной записи.',
    ownTitle: 'Это ваше собственное приглашение',
    ownText: 'Оно для того, кому мы его отправили. Присоединился ли он, видно в вашем обращении.',
    joinedTitle: 'Вы уже присоединились',
    joined: 'Это приглашение было вашим, и вы им воспользовались.',
    usedTitle: 'Этим приглашением уже воспользовались',
    used: 'По нему кто-то присоединился. Приглашение срабатывает один раз.',
    withdrawnTitle: 'Это приглашение отозвано',
    withdrawn:
      'Тот, кто его отправил, больше не зовёт вас. Если вы думаете, что это ошибка, спросите его.',
    expiredTitle: 'Срок приглашения истёк',
    expired: 'Оно действовало 14 дней. Попросите того, кто вас пригласил, отправить его ещё раз.',
    absentTitle: 'Это приглашение ничего не открывает',
    absent:
      'Проверьте, что вы открыли ссылку из последнего письма целиком. Если приглашение отправили ещё раз, действует только последняя ссылка.',
    hereTitle: 'Вы уже участвуете в этом обращении',
    here: 'Участвовать в нём дважды нельзя. Вы участвуете в этом качестве: {role}.',
    fullTitle: 'Мест больше нет',
    full: 'За это время присоединились другие, и больше никто не может присоединиться в этом качестве: {role}. Спросите того, кто вас пригласил.',
    notNowTitle: 'Сейчас вы не можете присоединиться к этому обращению',
    closedTitle: 'На этом этапе присоединиться нельзя',
    closed:
      'С тех пор как вас пригласили, обращение продвинулось. Спросите того, кто вас пригласил.',
    toApplication: 'Открыть обращение',
    toApplications: 'Ваши обращения',
    tooOftenTitle: 'Проверено слишком много ссылок',
    tooOften:
      'Из сети, которой вы пользуетесь, проверили очень много ссылок. Свою вы сможете открыть с этого времени: {time}.',
  },
}

/** What it says of an application, or of a family. */
/** To what somebody is invited: to an application, a family, or to consent to an application. */
export type Inviting = 'application' | 'family' | 'consent'

export const invitationWordsOf = (language: Language, inviting: Inviting): InvitationWords => ({
  ...invitationWords[language],
  ...(inviting === 'family' ? familyInvitation[language] : {}),
  ...(inviting === 'consent' ? consentInvitation[language] : {}),
})
