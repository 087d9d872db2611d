import type { Role } from '#core/cases/roles.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'

/**
 * Of whoever joins an application that is not about them, and by that consents to it: what is said
 * instead of what is told to those whom it is about, and on the page that they have of it.
 */

type Said<Keys extends string> = Readonly<Record<Language, Readonly<Record<Keys, string>>>>

/** By the link of an invitation. */
export const consentInvitation: Said<'own' | 'theySee' | 'theyDoNot' | 'leave'> = {
  az: {
    own: 'Müraciətin sizin statusunuza əsaslanmasına razılıq verirsiniz. Sizə heç bir sual verilmir. Qanun razılığınızı sənəd kimi də tələb edirsə, bu onun yerini tutmur.',
    theySee:
      'Sizi dəvət edən şəxs yalnız qoşulduğunuzu görür. Müraciət üzərində işləyən vəzifəli şəxslər hansı statusunuz olduğunu görür.',
    theyDoNot: 'Siz cavabları, sənədləri və nəyin qərara alındığını görmürsünüz.',
    leave: 'Müraciət təqdim olunanadək çıxıb razılığı geri götürə bilərsiniz.',
  },
  tr: {
    own: 'Başvurunun sizin statünüze dayanmasına rıza verirsiniz. Size hiçbir soru sorulmaz. Kanun rızanızı belge olarak da istiyorsa bu onun yerine geçmez.',
    theySee:
      'Sizi davet eden kişi yalnızca katıldığınızı görür. Başvuru üzerinde çalışan görevliler hangi statünüzün olduğunu görür.',
    theyDoNot: 'Siz yanıtları, belgeleri ve neye karar verildiğini görmezsiniz.',
    leave: 'Başvuru gönderilene kadar ayrılıp rızanızı geri alabilirsiniz.',
  },
  en: {
    own: 'You consent to the application resting on a status that you hold. You are asked nothing. Where the law asks for your consent on paper as well, this does not replace it.',
    theySee:
      'Whoever invited you sees only that you have joined. Officials who work on the application see which statuses you hold.',
    theyDoNot: 'You do not see the answers, the documents or what is decided.',
    leave: 'Until the application is sent in you can leave and so take back your consent.',
  },
  ru: {
    own: 'Вы соглашаетесь, чтобы обращение опиралось на ваш статус. Вам не задают вопросов. Если закон требует ваше согласие и на бумаге, это её не заменяет.',
    theySee:
      'Тот, кто вас пригласил, видит только, что вы присоединились. Должностные лица, которые работают над обращением, видят, какой у вас статус.',
    theyDoNot: 'Вы не видите ответов, документов и того, что решено.',
    leave: 'Пока обращение не отправлено, вы можете выйти и тем самым отозвать согласие.',
  },
}

/** Where somebody is asked to join so, and where they take it back. */
export const consentPeople: Said<'inviteLead' | 'leaveTitle' | 'leave' | 'leaveYes'> = {
  az: {
    inviteLead:
      'Bu şəxs öz şəxsi kabineti ilə qoşulur və bununla razılıq verir. Ondan başqa heç nə soruşulmur, cavablarınızı və sənədlərinizi görmür.',
    leaveTitle: 'Razılığı geri götürürsünüz?',
    leave: 'Müraciətdən çıxırsınız. Başqası razılıq verməyənədək onu təqdim etmək olmur.',
    leaveYes: 'Bəli, razılığı geri götürürəm',
  },
  tr: {
    inviteLead:
      'Bu kişi kendi hesabıyla katılır ve böylece rıza verir. Ondan başka bir şey istenmez, yanıtlarınızı ve belgelerinizi görmez.',
    leaveTitle: 'Rızanızı geri alıyor musunuz?',
    leave: 'Başvurudan ayrılırsınız. Başka biri rıza verene kadar başvuru gönderilemez.',
    leaveYes: 'Evet, rızamı geri alıyorum',
  },
  en: {
    inviteLead:
      'They join with an account of their own, and by that they consent. They are asked nothing else, and see none of your answers or documents.',
    leaveTitle: 'Take back your consent?',
    leave: 'You leave the application. It cannot be sent in until somebody else consents.',
    leaveYes: 'Yes, take it back',
  },
  ru: {
    inviteLead:
      'Этот человек присоединяется со своей учётной записью и тем самым даёт согласие. Больше от него ничего не нужно, ваших ответов и документов он не видит.',
    leaveTitle: 'Отозвать согласие?',
    leave: 'Вы выходите из обращения. Его нельзя отправить, пока согласие не даст кто-то другой.',
    leaveYes: 'Да, отозвать',
  },
}

/** On their page, and where whoever began reads how far the application is. */
export const consentWords: Said<
  'lead' | 'rests' | 'sees' | 'takeBack' | 'sent' | 'joined' | 'awaited' | 'missing'
> = {
  az: {
    lead: 'Siz bu müraciətdə bu qismdə iştirak edirsiniz: {role}.',
    rests:
      'O, sizin haqqınızda deyil. Qoşulmaqla onun sizin statusunuza əsaslanmasına razılıq vermisiniz.',
    sees: 'Siz cavabları, sənədləri və nəyin qərara alındığını görmürsünüz. Müraciət üzərində işləyən vəzifəli şəxslər hansı statusunuz olduğunu görür.',
    takeBack: 'Razılığı geri götürün',
    sent: 'Müraciət təqdim edilib, ona görə razılığı burada geri götürmək olmur. Bunun üçün Xidmətə yazın.',
    joined: 'Qoşulub',
    awaited: 'Razılıq gözlənilir',
    missing:
      'Kimsə hələ bu qismdə razılıq verməlidir: {roles}. Onu müraciətin səhifəsindən dəvət edin.',
  },
  tr: {
    lead: 'Bu başvuruda şu sıfatla yer alıyorsunuz: {role}.',
    rests:
      'Başvuru sizin hakkınızda değil. Katılarak onun sizin statünüze dayanmasına rıza verdiniz.',
    sees: 'Siz yanıtları, belgeleri ve neye karar verildiğini görmezsiniz. Başvuru üzerinde çalışan görevliler hangi statünüzün olduğunu görür.',
    takeBack: 'Rızanızı geri alın',
    sent: 'Başvuru gönderildi, bu yüzden rızanızı burada geri alamazsınız. Bunun için Göç Servisine yazın.',
    joined: 'Katıldı',
    awaited: 'Rıza bekleniyor',
    missing:
      'Birinin bu sıfatla rıza vermesi gerekiyor: {roles}. Onu başvurunun sayfasından davet edin.',
  },
  en: {
    lead: 'You are in this application as: {role}.',
    rests: 'It is not about you. By joining you consented to it resting on a status that you hold.',
    sees: 'You do not see the answers, the documents or what is decided. Officials who work on the application see which statuses you hold.',
    takeBack: 'Take back your consent',
    sent: 'The application was sent in, so you cannot take back your consent here. To do so, write to the Service.',
    joined: 'Has joined',
    awaited: 'Waiting for consent',
    missing:
      'Somebody still has to consent as: {roles}. Invite them from the page of the application.',
  },
  ru: {
    lead: 'Ваша роль в этом обращении: {role}.',
    rests: 'Оно не о вас. Присоединившись, вы согласились, чтобы оно опиралось на ваш статус.',
    sees: 'Вы не видите ответов, документов и того, что решено. Должностные лица, которые работают над обращением, видят, какой у вас статус.',
    takeBack: 'Отозвать согласие',
    sent: 'Обращение отправлено, поэтому отозвать согласие здесь нельзя. Для этого напишите в Службу.',
    joined: 'Участвует',
    awaited: 'Ждём согласия',
    missing:
      'Ещё нужно согласие, его даёт: {roles}. Пригласите этого человека со страницы обращения.',
  },
}

/** Why it is not sent in: as what somebody has still to consent. */
export const consentMissing = (
  { roles: wanted }: { readonly roles: readonly Role[] },
  { roles }: Pick<CaseType, 'roles'>,
  language: Language,
): string => {
  const titles = roles.filter(({ code }) => wanted.includes(code))
  return consentWords[language].missing.replace('{roles}', () =>
    titles.map(({ title }) => title[language]).join(', '),
  )
}
