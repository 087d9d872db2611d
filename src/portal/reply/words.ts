import type { Language } from '#core/language.ts'

/** What a person is asked to say before something is decided against them. */
const en = {
  intro: 'Nothing has been decided yet. Before anybody decides, we want to hear you.',
  holds: 'Your status is in force.',
  why: 'What is proposed, and why',
  until: 'You can give your side until',
  after: 'After that day it is decided without it.',
  text: 'Your side',
  hint: 'Write what is not right, or what we should know. Whoever decides reads it.',
  once: 'You can send this once. You do not have to write anything.',
  files: 'Your documents',
  filesHint: 'You can add documents that show it. Add them first, then write your side below.',
  filesThere: 'These are sent together with what you write below.',
  filesAdd: 'Add a document',
  filesChange: 'Add or remove documents',
  send: 'Send',
  nothing: 'I have nothing to add',
  empty: 'Write your side, or press “I have nothing to add”',
  both: 'You have written something. Press “Send”, or clear the box if you have nothing to add',
  withFiles: 'You have added documents. Write what they show and press “Send”, or remove them',
  long: 'Shorten your side to 10,000 characters',
  unreadable: 'Remove the characters that cannot be read',
  stale:
    'What is proposed has changed since you opened this page. Read it again; what you wrote is still here',
} as const

export type ReplyWords = Readonly<Record<keyof typeof en, string>>

export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  en,
  az: {
    intro: 'Hələ qərar verilməyib. Qərardan əvvəl izahatınızı gözləyirik.',
    holds: 'Statusunuz qüvvədədir.',
    why: 'Nə və niyə təklif olunur',
    until: 'İzahat verə biləcəyiniz son gün:',
    after: 'Bu gündən sonra qərar izahatsız verilir.',
    text: 'İzahatınız',
    hint: 'Nəyin düzgün olmadığını və ya nəyi bilməli olduğumuzu yazın. Qərarı verən şəxs bunu oxuyur.',
    once: 'Bunu bir dəfə göndərə bilərsiniz. Yazmaq məcburi deyil.',
    files: 'Sənədləriniz',
    filesHint:
      'Bunu göstərən sənədlər əlavə edə bilərsiniz. Əvvəlcə onları əlavə edin, sonra aşağıda izahatınızı yazın.',
    filesThere: 'Bunlar aşağıda yazdığınızla birlikdə göndərilir.',
    filesAdd: 'Sənəd əlavə edin',
    filesChange: 'Sənədləri əlavə edin və ya silin',
    send: 'Göndərin',
    nothing: 'Əlavə sözüm yoxdur',
    empty: 'İzahatınızı yazın və ya «Əlavə sözüm yoxdur» düyməsini basın',
    both: 'Nəsə yazmısınız. «Göndərin» düyməsini basın və ya əlavə sözünüz yoxdursa, yazdığınızı silin',
    withFiles:
      'Sənəd əlavə etmisiniz. Onların nəyi göstərdiyini yazıb «Göndərin» düyməsini basın və ya onları silin',
    long: 'İzahatınızı 10.000 simvola qədər qısaldın',
    unreadable: 'Oxunmayan simvolları silin',
    stale:
      'Bu səhifəni açdığınızdan bəri təklif dəyişib. Onu yenidən oxuyun; yazdığınız burada qalır',
  },
  tr: {
    intro: 'Henüz karar verilmedi. Karardan önce sizi dinlemek istiyoruz.',
    holds: 'Statünüz yürürlükte.',
    why: 'Ne öneriliyor ve neden',
    until: 'Açıklama yapabileceğiniz son gün:',
    after: 'Bu günden sonra karar açıklamanız olmadan verilir.',
    text: 'Açıklamanız',
    hint: 'Neyin doğru olmadığını veya bilmemiz gerekeni yazın. Kararı veren kişi bunu okur.',
    once: 'Bunu bir kez gönderebilirsiniz. Yazmak zorunda değilsiniz.',
    files: 'Belgeleriniz',
    filesHint:
      'Bunu gösteren belgeler ekleyebilirsiniz. Önce onları ekleyin, sonra aşağıda açıklamanızı yazın.',
    filesThere: 'Bunlar aşağıda yazdıklarınızla birlikte gönderilir.',
    filesAdd: 'Belge ekleyin',
    filesChange: 'Belge ekleyin veya silin',
    send: 'Gönderin',
    nothing: 'Ekleyecek bir şeyim yok',
    empty: 'Açıklamanızı yazın veya “Ekleyecek bir şeyim yok” düğmesine basın',
    both: 'Bir şey yazdınız. “Gönderin” düğmesine basın veya ekleyecek bir şeyiniz yoksa yazdığınızı silin',
    withFiles:
      'Belge eklediniz. Neyi gösterdiklerini yazıp “Gönderin” düğmesine basın veya onları silin',
    long: 'Açıklamanızı 10.000 karaktere kısaltın',
    unreadable: 'Okunamayan karakterleri silin',
    stale: 'Bu sayfayı açtığınızdan beri öneri değişti. Yeniden okuyun; yazdığınız burada duruyor',
  },
  ru: {
    intro: 'Решения ещё нет. Прежде чем его примут, мы хотим выслушать вас.',
    holds: 'Ваш статус действует.',
    why: 'Что предложено и почему',
    until: 'Последний день, когда можно дать объяснения:',
    after: 'После этого дня решение принимают без них.',
    text: 'Ваши объяснения',
    hint: 'Напишите, что здесь неверно или что нам следует знать. Это прочитает тот, кто принимает решение.',
    once: 'Отправить это можно один раз. Писать не обязательно.',
    files: 'Ваши документы',
    filesHint:
      'Можно приложить документы, которые это подтверждают. Сначала приложите их, затем напишите объяснения ниже.',
    filesThere: 'Они отправляются вместе с тем, что вы напишете ниже.',
    filesAdd: 'Приложить документ',
    filesChange: 'Приложить или убрать документы',
    send: 'Отправить',
    nothing: 'Мне нечего добавить',
    empty: 'Напишите объяснения или нажмите «Мне нечего добавить»',
    both: 'Вы что-то написали. Нажмите «Отправить» или, если добавить нечего, сотрите написанное',
    withFiles:
      'Вы приложили документы. Напишите, что они подтверждают, и нажмите «Отправить» или уберите их',
    long: 'Сократите объяснения до 10 000 знаков',
    unreadable: 'Удалите знаки, которые нельзя прочитать',
    stale:
      'С тех пор как вы открыли эту страницу, предложение изменилось. Прочитайте его ещё раз; написанное вами осталось здесь',
  },
}
