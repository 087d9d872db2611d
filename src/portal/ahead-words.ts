import type { Language } from '#core/language.ts'

/** Registers that are asked while somebody is still writing. */
const en = {
  first: 'Before you write',
  title: 'Let state registers answer for you',
  hint: 'They may fill in a part of this and spare you documents.',
  open: 'If you wish',
  asked: 'Asked',
  answered: 'Answered',
  lead: 'If a state register of Azerbaijan knows you already, it can fill in a part of this application, and what it confirms you need not upload.',
  free: 'You need not do this. Everything can be written and uploaded without any register, and that makes no difference to the decision.',
  who: 'Which registers are asked',
  told: 'They are told what you write here, and nothing else:',
  consent:
    'By pressing the button you agree that these registers are asked about you now. When you send the application in, they are asked once more.',
  logged: 'Every question is listed under',
  loggedWhere: 'Who looked at my data',
  ask: 'Ask the registers',
  again: 'Ask them again',
  'on-its-way':
    'Your last question is on its way still, and is not sent twice. Wait a minute, see whether it is answered, and ask again if you need to.',
  'too-often':
    'You have had registers asked as often as is possible on one day. Write and upload the rest yourself, or come back tomorrow.',
  says: 'What they say',
  waits:
    'You need not wait. Go on; what it says will be filled in when it comes, and what it can confirm you need not upload meanwhile.',
  lookAgain: 'See whether they have answered',
  refused: 'Could not answer',
  refusedHow:
    'It could not answer about the person written here. Check what you wrote, or write and upload as usual.',
  found: 'It fills in: {parts}.',
  nothing: 'There is nothing in it to fill in. Write it yourself.',
  goOn: 'Continue to your answers',
  filled: 'We have filled in what is known. Check it, and correct what is wrong.',
  filledWhy: 'If you change what a register says, we ask you why.',
  from: 'From: {system} ({day})',
  otherwise: '{system} says: {value}.',
  entries: 'What a register knows',
  entriesIntro: 'You can take these over, and then add what is missing.',
  take: 'Take this over',
  confirmed: 'You need not upload it: confirmed by this register: {system}.',
  awaited:
    'You need not upload it now: this register is asked and has not answered yet: {system}. If it is needed after all, we will ask you for it.',
} as const

export type AheadWords = Readonly<Record<keyof typeof en, string>>

export const aheadWords: Readonly<Record<Language, AheadWords>> = {
  en,
  az: {
    first: 'Yazmazdan əvvəl',
    title: 'Sizin yerinizə dövlət reyestrləri cavab versin',
    hint: 'Onlar müraciətin bir hissəsini doldura və sizi bəzi sənədlərdən azad edə bilər.',
    open: 'İstəsəniz',
    asked: 'Soruşulub',
    answered: 'Cavab gəlib',
    lead: 'Azərbaycanın dövlət reyestri sizi artıq tanıyırsa, müraciətin bir hissəsini doldura bilər, təsdiqlədiyi sənədi isə yükləmək lazım gəlmir.',
    free: 'Bunu etməyə borclu deyilsiniz. Hər şeyi reyestrsiz yazmaq və yükləmək olar, bu, qərara təsir etmir.',
    who: 'Hansı reyestrlərdən soruşulur',
    told: 'Onlara yalnız burada yazdıqlarınız bildirilir:',
    consent:
      'Düyməni basmaqla bu reyestrlərdən sizin haqqınızda indi soruşulmasına razılıq verirsiniz. Müraciəti göndərəndə onlardan bir daha soruşulur.',
    logged: 'Hər sorğu bu səhifədə göstərilir:',
    loggedWhere: 'Məlumatlarıma kim baxıb',
    ask: 'Reyestrlərdən soruşun',
    again: 'Yenidən soruşun',
    'on-its-way':
      'Son sorğunuz hələ yoldadır və iki dəfə göndərilmir. Bir dəqiqə gözləyin, cavabın gəlib-gəlmədiyinə baxın, lazım olsa, yenidən soruşun.',
    'too-often':
      'Bir gündə mümkün olan qədər sorğu göndərmisiniz. Qalanını özünüz yazın və yükləyin və ya sabah qayıdın.',
    says: 'Onların cavabı',
    waits:
      'Gözləməyə ehtiyac yoxdur. Davam edin: cavab gələndə yerinə yazılacaq, təsdiq edə biləcəyi sənədi isə hələlik yükləməyin.',
    lookAgain: 'Cavabın gəlib-gəlmədiyinə baxın',
    refused: 'Cavab verə bilmədi',
    refusedHow:
      'Burada yazılan şəxs barədə cavab verə bilmədi. Yazdıqlarınızı yoxlayın və ya adi qaydada yazın və yükləyin.',
    found: 'Doldurduğu bölmələr: {parts}.',
    nothing: 'Orada doldurmaq üçün məlumat yoxdur. Özünüz yazın.',
    goOn: 'Cavablarınıza keçin',
    filled: 'Məlum olanları yazmışıq. Yoxlayın və səhv varsa, düzəldin.',
    filledWhy: 'Reyestrdə yazılanı dəyişsəniz, səbəbini soruşuruq.',
    from: 'Mənbə: {system} ({day})',
    otherwise: '{system}, oradakı məlumat: {value}.',
    entries: 'Reyestrdə olanlar',
    entriesIntro: 'Bunları götürüb çatışmayanı əlavə edə bilərsiniz.',
    take: 'Bunu götürün',
    confirmed: 'Yükləməyə ehtiyac yoxdur, bu reyestr təsdiqləyir: {system}.',
    awaited:
      'İndi yükləməyə ehtiyac yoxdur: bu reyestrdən soruşulub, hələ cavab gəlməyib: {system}. Sonra lazım olsa, sizdən istəyəcəyik.',
  },
  tr: {
    first: 'Yazmadan önce',
    title: 'Sizin yerinize devlet sicilleri yanıtlasın',
    hint: 'Başvurunun bir bölümünü doldurabilir, sizi bazı belgelerden kurtarabilirler.',
    open: 'İsterseniz',
    asked: 'Soruldu',
    answered: 'Yanıt geldi',
    lead: 'Azerbaycan’ın bir devlet sicili sizi zaten tanıyorsa bu başvurunun bir bölümünü doldurabilir; doğruladığı belgeyi yüklemeniz gerekmez.',
    free: 'Bunu yapmak zorunda değilsiniz. Her şey sicil olmadan da yazılıp yüklenebilir; bu, kararı etkilemez.',
    who: 'Hangi sicillere sorulur',
    told: 'Onlara yalnızca burada yazdıklarınız bildirilir:',
    consent:
      'Düğmeye basarak bu sicillere şimdi sizin hakkınızda soru sorulmasını kabul edersiniz. Başvuruyu gönderdiğinizde onlara bir kez daha sorulur.',
    logged: 'Her soru şu sayfada görünür:',
    loggedWhere: 'Verilerime kim baktı',
    ask: 'Sicillere sorun',
    again: 'Yeniden sorun',
    'on-its-way':
      'Son sorunuz hâlâ yolda ve iki kez gönderilmiyor. Bir dakika bekleyin, yanıt gelip gelmediğine bakın, gerekirse yeniden sorun.',
    'too-often':
      'Bir günde mümkün olduğu kadar çok soru gönderdiniz. Kalanını kendiniz yazıp yükleyin veya yarın yeniden gelin.',
    says: 'Yanıtları',
    waits:
      'Beklemeniz gerekmez. Devam edin: yanıt geldiğinde yerine yazılır; doğrulayabileceği belgeyi şimdilik yüklemeyin.',
    lookAgain: 'Yanıt gelip gelmediğine bakın',
    refused: 'Yanıt veremedi',
    refusedHow:
      'Burada yazılan kişi hakkında yanıt veremedi. Yazdıklarınızı kontrol edin veya her zamanki gibi yazıp yükleyin.',
    found: 'Doldurduğu bölümler: {parts}.',
    nothing: 'Dolduracak bir bilgi yok. Kendiniz yazın.',
    goOn: 'Yanıtlarınıza geçin',
    filled: 'Bilinenleri doldurduk. Kontrol edin, yanlış varsa düzeltin.',
    filledWhy: 'Sicilin söylediğini değiştirirseniz nedenini sorarız.',
    from: 'Kaynak: {system} ({day})',
    otherwise: '{system}, oradaki bilgi: {value}.',
    entries: 'Sicildeki bilgiler',
    entriesIntro: 'Bunları alıp eksik olanı ekleyebilirsiniz.',
    take: 'Bunu alın',
    confirmed: 'Yüklemeniz gerekmez, bu sicil doğruluyor: {system}.',
    awaited:
      'Şimdi yüklemeniz gerekmez: bu sicile soruldu, henüz yanıt gelmedi: {system}. Sonradan gerekirse sizden isteriz.',
  },
  ru: {
    first: 'Прежде чем писать',
    title: 'Пусть за вас ответят государственные реестры',
    hint: 'Они могут заполнить часть обращения и избавить вас от некоторых документов.',
    open: 'По желанию',
    asked: 'Запрошено',
    answered: 'Есть ответ',
    lead: 'Если государственный реестр Азербайджана вас уже знает, он может заполнить часть обращения, а то, что он подтвердит, загружать не нужно.',
    free: 'Делать это не обязательно. Всё можно написать и загрузить без реестров, и на решение это не влияет.',
    who: 'Какие реестры запрашиваются',
    told: 'Им сообщают только то, что вы напишете здесь:',
    consent:
      'Нажимая кнопку, вы соглашаетесь, что эти реестры будут запрошены о вас сейчас. Когда вы отправите обращение, их запросят ещё раз.',
    logged: 'Каждый запрос виден на странице',
    loggedWhere: 'Кто смотрел мои данные',
    ask: 'Запросить реестры',
    again: 'Запросить ещё раз',
    'on-its-way':
      'Ваш последний запрос ещё в пути и дважды не отправляется. Подождите минуту, посмотрите, пришёл ли ответ, и при необходимости спросите ещё раз.',
    'too-often':
      'Сегодня вы уже отправили столько запросов, сколько возможно за день. Остальное напишите и загрузите сами или вернитесь завтра.',
    says: 'Что они отвечают',
    waits:
      'Ждать не нужно. Продолжайте: ответ появится на своём месте, когда придёт, а то, что реестр может подтвердить, пока не загружайте.',
    lookAgain: 'Посмотреть, пришёл ли ответ',
    refused: 'Не смог ответить',
    refusedHow:
      'Он не смог ответить о человеке, который здесь указан. Проверьте написанное или пишите и загружайте как обычно.',
    found: 'Заполняет части: {parts}.',
    nothing: 'В нём нет сведений для заполнения. Напишите сами.',
    goOn: 'Перейти к ответам',
    filled: 'Мы заполнили то, что известно. Проверьте и исправьте, если что-то не так.',
    filledWhy: 'Если вы измените сведения реестра, мы спросим почему.',
    from: 'Источник: {system} ({day})',
    otherwise: '{system}, там указано: {value}.',
    entries: 'Что есть в реестре',
    entriesIntro: 'Это можно перенести и дополнить.',
    take: 'Перенести',
    confirmed: 'Загружать не нужно, это подтверждает реестр: {system}.',
    awaited:
      'Сейчас загружать не нужно: этот реестр запрошен и ещё не ответил: {system}. Если документ всё же понадобится, мы попросим его у вас.',
  },
}
