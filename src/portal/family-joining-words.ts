import type { Language } from '#core/language.ts'

/**
 * Into a family one comes as into an application, by the same pages; what follows from it is
 * another thing, so these sentences are said instead of those about applications.
 */

type Said<Keys extends string> = Readonly<Record<Language, Readonly<Record<Keys, string>>>>

/** On the list of who is in it. */
export const familyJoins: Said<'leave' | 'remove' | 'ofAge'> = {
  az: {
    leave: 'Bu ailə siyahısından çıxın',
    remove: 'Ailə siyahısından çıxarın: {name}',
    ofAge:
      '{name}: artıq 18 yaşına çatıb və özü cavab verir, ona görə məlumatları sizin üçün bağlıdır. Onu həmin şəxs kimi, öz şəxsi kabineti ilə davam etməyə dəvət edin.',
  },
  tr: {
    leave: 'Bu aile listesinden çıkın',
    remove: 'Aile listesinden çıkarın: {name}',
    ofAge:
      '{name}: artık 18 yaşını doldurdu ve kendisi yanıt veriyor, bu yüzden bilgileri size kapalı. Aynı kişi olarak, kendi hesabıyla devam etmesi için onu davet edin.',
  },
  en: {
    leave: 'Leave this family list',
    remove: 'Take off the family list: {name}',
    ofAge:
      '{name}: they are 18 or older now and answer for themselves, so what is theirs is closed to you. Invite them to go on as the same person, with an account of their own.',
  },
  ru: {
    leave: 'Выйти из этого списка семьи',
    remove: 'Убрать из списка семьи: {name}',
    ofAge:
      '{name}: этому человеку уже исполнилось 18 лет, и отвечает он сам, поэтому его сведения для вас закрыты. Пригласите его продолжить как тот же человек, со своей учётной записью.',
  },
}

type PeopleKeys =
  | 'addLead'
  | 'addName'
  | 'inviteLead'
  | 'full'
  | 'closed'
  | 'toApplication'
  | 'removeTitle'
  | 'remove'
  | 'leaveTitle'
  | 'leave'
  | 'tooLate'
  | 'actsForOthers'

/** Where somebody is added, invited, or leaves. */
export const familyPeople: Said<PeopleKeys> = {
  az: {
    addLead:
      'Uşağınız və ya qəyyumu olduğunuz şəxs üçün. Onun nə edə biləcəyini burada görəcəksiniz.',
    addName: 'Pasportdakı adı növbəti səhifədə soruşulur.',
    inviteLead:
      'O, öz şəxsi kabineti ilə qoşulur. Bir-birinizin adını, doğum tarixini, nəyinizin hansı günədək qüvvədə olduğunu görürsünüz. Bir-birinizin müraciət və sənədlərini görmürsünüz.',
    full: 'Ailəyə bu qohumluqla daha heç kim əlavə edilə bilməz.',
    closed: 'Bu ailəyə indi heç kim qoşula bilməz.',
    toApplication: 'Ailəyə qayıdın',
    removeTitle: 'Bu şəxsi ailə siyahısından çıxarırsınız?',
    remove:
      'Onun üçün burada yazdıqlarınız dərhal, arxivlərimizdən isə yeddi gün sonra silinir. Bu, onun icazələrinə və müraciətlərinə təsir etmir. Bunu geri qaytarmaq mümkün deyil.',
    leaveTitle: 'Bu ailə siyahısından çıxırsınız?',
    leave:
      'Bir-birinizə nəyinizin olduğunu daha görmürsünüz. Qanunun bu ailəyə verdikləri də sizə daha göstərilmir, yalnız sizdə olan və müraciət üçün son günlər. Burada yazdıqlarınız dərhal, arxivlərimizdən isə yeddi gün sonra silinir. Bu, icazələrinizə və müraciətlərinizə təsir etmir.',
    tooLate: 'Bu artıq mümkün deyil.',
    actsForOthers: 'Əlavə etdiyiniz şəxslər bu ailədədir. Əvvəlcə onları siyahıdan çıxarın.',
  },
  tr: {
    addLead:
      'Çocuğunuz veya vasisi olduğunuz kişi için. Onun neler yapabileceğini burada göreceksiniz.',
    addName: 'Pasaporttaki adı sonraki sayfada sorulur.',
    inviteLead:
      'Kendi hesabıyla katılır. Birbirinizin adını, doğum tarihini, kimin neye hangi güne kadar sahip olduğunu görürsünüz. Birbirinizin başvurularını ve belgelerini görmezsiniz.',
    full: 'Aileye bu yakınlıkla başka kimse eklenemez.',
    closed: 'Bu aileye şimdi kimse katılamaz.',
    toApplication: 'Aileye dönün',
    removeTitle: 'Bu kişi aile listesinden çıkarılsın mı?',
    remove:
      'Onun için burada yazdıklarınız hemen, arşivlerimizden ise yedi gün sonra silinir. İzinleri ve başvuruları bundan etkilenmez. Bu geri alınamaz.',
    leaveTitle: 'Bu aile listesinden çıkıyor musunuz?',
    leave:
      'Birbirinizde ne olduğunu artık görmezsiniz. Kanunun bu aileye tanıdıkları da size artık gösterilmez, yalnızca sizde olan ve başvuru için son günler. Burada yazdıklarınız hemen, arşivlerimizden ise yedi gün sonra silinir. İzinleriniz ve başvurularınız bundan etkilenmez.',
    tooLate: 'Bu artık mümkün değil.',
    actsForOthers: 'Eklediğiniz kişiler bu ailede. Önce onları listeden çıkarın.',
  },
  en: {
    addLead: 'For your child, or somebody whose guardian you are. You see here what they may do.',
    addName: 'Their name, as in the passport, is asked on the next page.',
    inviteLead:
      'They join with an account of their own. You see each other’s name, date of birth, and what each of you holds and until when. You do not see their applications and documents, and they do not see yours.',
    full: 'Nobody else can be added to the family in that role.',
    closed: 'Nobody can join this family now.',
    toApplication: 'Back to the family',
    removeTitle: 'Take this person off the family list?',
    remove:
      'What you have written for them here is deleted at once, and from our archives after seven days. Their permits and applications are not touched. This cannot be undone.',
    leaveTitle: 'Leave this family list?',
    leave:
      'You no longer see what each of you holds. What the law allows this family is no longer shown to you either, only what you hold yourself and the last days to apply. What you have written here is deleted at once, and from our archives after seven days. Your permits and applications are not touched.',
    tooLate: 'This is no longer possible.',
    actsForOthers: 'People whom you added are in this family. Take them off the list first.',
  },
  ru: {
    addLead: 'Для вашего ребёнка или подопечного. Здесь вы увидите, что ему доступно.',
    addName: 'Имя, как в паспорте, спросим на следующей странице.',
    inviteLead:
      'Этот человек присоединяется со своей учётной записью. Вы видите друг у друга имя, дату рождения и что у кого есть и до какого дня. Обращений и документов друг друга вы не видите.',
    full: 'В этом качестве в семью больше никого добавить нельзя.',
    closed: 'Сейчас к этой семье присоединиться нельзя.',
    toApplication: 'Назад к семье',
    removeTitle: 'Убрать этого человека из списка семьи?',
    remove:
      'То, что вы здесь о нём написали, удаляется сразу, а из наших архивов — через семь дней. Его разрешений и обращений это не касается. Отменить это нельзя.',
    leaveTitle: 'Выйти из этого списка семьи?',
    leave:
      'Вы больше не видите, что у кого есть. Что закон даёт этой семье, вам тоже больше не показывается: только то, что есть у вас, и последние дни подачи. То, что вы здесь написали, удаляется сразу, а из наших архивов — через семь дней. Ваших разрешений и обращений это не касается.',
    tooLate: 'Это больше невозможно.',
    actsForOthers: 'В этой семье есть люди, которых добавили вы. Сначала уберите их из списка.',
  },
}

type InvitationKeys =
  | 'title'
  | 'lead'
  | 'own'
  | 'theySee'
  | 'theyDoNot'
  | 'leave'
  | 'join'
  | 'hereTitle'
  | 'here'
  | 'toApplication'

/** On the page of the link: what whoever joins consents to. */
export const familyInvitation: Said<InvitationKeys> = {
  az: {
    title: 'Sizi ailəyə dəvət edirlər',
    lead: 'Bu portaldakı ailə siyahısına. Oradakı yeriniz: {role}.',
    own: 'Adınızı və doğum tarixinizi özünüz yazırsınız. Nə edə biləcəyinizi və nəyin nə vaxt bitdiyini görürsünüz.',
    theySee:
      'Qoşulmaqla razı olursunuz ki, bu ailədəki hər kəs adınızı, doğum tarixinizi, nəyinizin hansı günədək qüvvədə olduğunu görsün. Siz də onlarınkını görürsünüz.',
    theyDoNot:
      'Müraciətlərinizi, cavablarınızı, sənədlərinizi və məlumatlarınıza kimin baxdığını başqası görmür.',
    leave: 'İstədiyiniz vaxt çıxa bilərsiniz, onda onlar bunları daha görmür.',
    join: 'Ailəyə qoşulun',
    hereTitle: 'Siz artıq bu ailədəsiniz',
    here: 'İki dəfə ola bilməzsiniz. Buradakı yeriniz: {role}.',
    toApplication: 'Ailəni açın',
  },
  tr: {
    title: 'Bir aileye davet ediliyorsunuz',
    lead: 'Bu portaldaki aile listesine. Oradaki yeriniz: {role}.',
    own: 'Adınızı ve doğum tarihinizi kendiniz yazarsınız. Neler yapabileceğinizi ve neyin ne zaman bittiğini görürsünüz.',
    theySee:
      'Katılarak bu ailedeki herkesin adınızı, doğum tarihinizi, neye hangi güne kadar sahip olduğunuzu görmesine razı olursunuz. Siz de onlarınkini görürsünüz.',
    theyDoNot:
      'Başvurularınızı, yanıtlarınızı, belgelerinizi ve verilerinize kimin baktığını başkası görmez.',
    leave: 'İstediğiniz zaman çıkabilirsiniz; o zaman bunları artık görmezler.',
    join: 'Aileye katılın',
    hereTitle: 'Zaten bu ailedesiniz',
    here: 'İki kez olamazsınız. Buradaki yeriniz: {role}.',
    toApplication: 'Aileyi açın',
  },
  en: {
    title: 'You are invited into a family',
    lead: 'To the family list on this portal. You would be in it as: {role}.',
    own: 'You enter your name and date of birth yourself. You see what you may do, and what ends when.',
    theySee:
      'By joining you agree that everybody in this family sees your name, your date of birth, and what you hold and until when. You see the same of them.',
    theyDoNot:
      'Nobody else sees your applications, answers or documents, or who looked at your data.',
    leave: 'You can leave at any time, and then they no longer see it.',
    join: 'Join the family',
    hereTitle: 'You are in this family already',
    here: 'You cannot be in it twice. You are in it as: {role}.',
    toApplication: 'Open the family',
  },
  ru: {
    title: 'Вас приглашают в семью',
    lead: 'В список семьи на этом портале. Кем вы там будете: {role}.',
    own: 'Имя и дату рождения вы указываете сами. Вы видите, что вам доступно и что когда закончится.',
    theySee:
      'Присоединяясь, вы соглашаетесь, что все в этой семье видят ваше имя, дату рождения и что у вас есть и до какого дня. Вы видите то же о них.',
    theyDoNot:
      'Ваших обращений, ответов, документов и того, кто смотрел ваши данные, другие не видят.',
    leave: 'Выйти можно в любое время, и тогда они этого больше не видят.',
    join: 'Присоединиться к семье',
    hereTitle: 'Вы уже в этой семье',
    here: 'Быть в ней дважды нельзя. Кем вы в ней указаны: {role}.',
    toApplication: 'Открыть семью',
  },
}
