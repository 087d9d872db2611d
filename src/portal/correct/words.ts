import type { Language } from '#core/language.ts'

const en = {
  title: 'Correct what is marked',
  intro:
    'We have looked at your application and need you to look at these points again. Everything else stays as you sent it.',
  until: 'Please send it back by',
  clock: 'Until then, the clock for our answer is stopped.',
  from: 'From the case officer',
  now: 'What you sent',
  right: 'I have checked this: it is right as it is',
  upload: 'Save and upload another document',
  uploadedNew: 'New document uploaded',
  save: 'Save and send later',
  send: 'Send it back',
  open: 'Change this, or say that it is right as it is:',
  openHere: 'Change the answer or the document above, or tick that it is right.',
  not: 'There is nothing to correct at the moment.',
  staleTitle: 'This was changed on another device',
  stale:
    'While you were writing, an answer below was saved somewhere else. Nothing is lost: what you typed is still here. Compare it with what is saved now, then save again.',
  savedNow: 'Saved now',
  missingDocument: 'Upload a document for:',
  noLonger: 'This answer was not marked, but it can no longer stay as it is:',
  notMarked: 'Only what is marked can be changed now.',
} as const

export type CorrectWords = Readonly<Record<keyof typeof en, string>>

export const correctWords: Readonly<Record<Language, CorrectWords>> = {
  en,
  az: {
    title: 'İşarələnənləri düzəldin',
    intro:
      'Müraciətinizə baxdıq və işarələnmiş yerlərə yenidən baxmağınızı xahiş edirik. Qalan hər şey göndərdiyiniz kimi qalır.',
    until: 'Geri göndərmək üçün son gün:',
    clock: 'O vaxtadək bizim cavab müddətimiz dayanır.',
    from: 'Əməkdaşın izahı',
    now: 'Göndərdiyiniz',
    right: 'Yoxladım: olduğu kimi düzgündür',
    upload: 'Yadda saxlayın və başqa sənəd yükləyin',
    uploadedNew: 'Yeni sənəd yüklənib',
    save: 'Hələlik yadda saxlayın',
    send: 'Geri göndərin',
    open: 'Bunu dəyişin və ya olduğu kimi düzgün olduğunu bildirin:',
    openHere: 'Yuxarıdakı cavabı və ya sənədi dəyişin, yaxud düzgün olduğunu təsdiqləyin.',
    not: 'Hazırda düzəldiləsi heç nə yoxdur.',
    staleTitle: 'Bu, başqa cihazda dəyişdirilib',
    stale:
      'Siz yazarkən aşağıdakı cavablardan biri başqa yerdə yadda saxlanılıb. Heç nə itməyib: yazdıqlarınız buradadır. Onları indi saxlanılanla müqayisə edin, sonra yenidən yadda saxlayın.',
    savedNow: 'İndi saxlanılan',
    missingDocument: 'Sənəd yükləyin:',
    noLonger: 'Bu cavab işarələnməyib, lakin artıq olduğu kimi qala bilməz:',
    notMarked: 'İndi yalnız işarələnmiş yerlər dəyişdirilə bilər.',
  },
  tr: {
    title: 'İşaretlenenleri düzeltin',
    intro:
      'Başvurunuza baktık ve şu noktalara yeniden bakmanızı rica ediyoruz. Geri kalan her şey sunduğunuz gibi kalır.',
    until: 'Lütfen şu tarihe kadar geri gönderin:',
    clock: 'O zamana kadar bizim karar süremiz işlemez.',
    from: 'Görevlinin notu',
    now: 'Sunduğunuz',
    right: 'Kontrol ettim: olduğu gibi doğru',
    upload: 'Kaydedip başka bir belge yükleyin',
    uploadedNew: 'Yeni belge yüklendi',
    save: 'Kaydedin, daha sonra gönderin',
    send: 'Geri gönderin',
    open: 'Bunu değiştirin ya da olduğu gibi doğru olduğunu belirtin:',
    openHere: 'Yukarıdaki yanıtı ya da belgeyi değiştirin veya doğru olduğunu işaretleyin.',
    not: 'Şu anda düzeltilecek bir şey yok.',
    staleTitle: 'Bu, başka bir cihazda değiştirildi',
    stale:
      'Siz yazarken aşağıdaki yanıtlardan biri başka bir yerde kaydedildi. Hiçbir şey kaybolmadı: yazdıklarınız burada duruyor. Şu anda kayıtlı olanla karşılaştırın, sonra yeniden kaydedin.',
    savedNow: 'Şu anda kayıtlı olan',
    missingDocument: 'Şunun için belge yükleyin:',
    noLonger: 'Bu yanıt işaretlenmemişti ama artık olduğu gibi kalamaz:',
    notMarked: 'Şu anda yalnızca işaretlenenler değiştirilebilir.',
  },
  ru: {
    title: 'Исправьте отмеченное',
    intro:
      'Мы посмотрели ваше обращение и просим ещё раз проверить эти места. Всё остальное остаётся таким, как вы отправили.',
    until: 'Отправьте обратно не позднее этой даты:',
    clock: 'Пока мы ждём вас, срок нашего ответа не идёт.',
    from: 'Пояснение сотрудника',
    now: 'Что вы отправили',
    right: 'Проверено: всё верно, как есть',
    upload: 'Сохранить и загрузить другой документ',
    uploadedNew: 'Новый документ загружен',
    save: 'Сохранить и отправить позже',
    send: 'Отправить обратно',
    open: 'Измените это или подтвердите, что всё верно:',
    openHere: 'Измените ответ или документ выше либо отметьте, что всё верно.',
    not: 'Сейчас нечего исправлять.',
    staleTitle: 'Это изменили на другом устройстве',
    stale:
      'Пока вы писали, один из ответов ниже сохранили в другом месте. Ничего не потеряно: то, что вы написали, осталось. Сравните с тем, что сохранено сейчас, и сохраните ещё раз.',
    savedNow: 'Сохранено сейчас',
    missingDocument: 'Загрузите документ:',
    noLonger: 'Этот ответ не был отмечен, но оставить его таким уже нельзя:',
    notMarked: 'Сейчас можно изменить только отмеченное.',
  },
}
