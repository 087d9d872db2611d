import type { Language } from '#core/language.ts'

const en = {
  title: 'Mend what is marked',
  intro:
    'We have looked at your application and need you to look at these points again. Everything else stays as you sent it.',
  until: 'Please send it back by',
  clock: 'The time we have for your answer stands still until then.',
  from: 'From the case officer',
  now: 'What you sent',
  right: 'I have checked this: it is right as it is',
  upload: 'Upload another document',
  uploadedNew: 'New document uploaded',
  save: 'Save and send later',
  send: 'Send it back',
  open: 'Change this, or say that it is right as it is:',
  saved: 'Saved. You can go on later.',
  savedTitle: 'Saved',
  not: 'There is nothing to mend at the moment.',
  stale:
    'This was changed on another device while you were writing. Check it again below; what you typed is still here.',
  notMarked: 'Only what is marked can be changed now.',
} as const

export type CorrectWords = Readonly<Record<keyof typeof en, string>>

export const correctWords: Readonly<Record<Language, CorrectWords>> = {
  en,
  az: {
    title: 'Qeyd olunanları düzəldin',
    intro:
      'Müraciətinizə baxdıq və bu məqamlara yenidən baxmağınızı xahiş edirik. Qalan hər şey göndərdiyiniz kimi qalır.',
    until: 'Bu günədək geri göndərin:',
    clock: 'Cavabınız üçün ayrılmış vaxt o vaxtadək dayanır.',
    from: 'Əməkdaşdan',
    now: 'Göndərdiyiniz',
    right: 'Yoxladım: olduğu kimi düzgündür',
    upload: 'Başqa sənəd yükləyin',
    uploadedNew: 'Yeni sənəd yüklənib',
    save: 'Yadda saxlayın, sonra göndərin',
    send: 'Geri göndərin',
    open: 'Bunu dəyişin və ya olduğu kimi düzgün olduğunu bildirin:',
    saved: 'Yadda saxlanıldı. Sonra davam edə bilərsiniz.',
    savedTitle: 'Yadda saxlanıldı',
    not: 'Hazırda düzəldiləsi heç nə yoxdur.',
    stale:
      'Siz yazarkən bu, başqa cihazda dəyişdirilib. Aşağıda yenidən yoxlayın; yazdıqlarınız buradadır.',
    notMarked: 'İndi yalnız qeyd olunanlar dəyişdirilə bilər.',
  },
  tr: {
    title: 'İşaretlenenleri düzeltin',
    intro:
      'Başvurunuza baktık ve şu noktalara yeniden bakmanızı rica ediyoruz. Geri kalan her şey gönderdiğiniz gibi kalır.',
    until: 'Lütfen şu tarihe kadar geri gönderin:',
    clock: 'Size yanıt verme süremiz o zamana kadar durur.',
    from: 'Memurdan',
    now: 'Gönderdiğiniz',
    right: 'Kontrol ettim: olduğu gibi doğru',
    upload: 'Başka bir belge yükleyin',
    uploadedNew: 'Yeni belge yüklendi',
    save: 'Kaydet, sonra gönder',
    send: 'Geri gönder',
    open: 'Bunu değiştirin ya da olduğu gibi doğru olduğunu belirtin:',
    saved: 'Kaydedildi. Daha sonra devam edebilirsiniz.',
    savedTitle: 'Kaydedildi',
    not: 'Şu anda düzeltilecek bir şey yok.',
    stale:
      'Siz yazarken bu başka bir cihazda değiştirildi. Aşağıda yeniden kontrol edin; yazdıklarınız duruyor.',
    notMarked: 'Şimdi yalnızca işaretlenenler değiştirilebilir.',
  },
  ru: {
    title: 'Исправьте отмеченное',
    intro:
      'Мы посмотрели ваше обращение и просим ещё раз проверить эти места. Всё остальное остаётся так, как вы отправили.',
    until: 'Отправьте обратно не позднее',
    clock: 'До этого наш срок для ответа не идёт.',
    from: 'От сотрудника',
    now: 'Что вы отправили',
    right: 'Проверено: всё верно, как есть',
    upload: 'Загрузить другой документ',
    uploadedNew: 'Новый документ загружен',
    save: 'Сохранить и отправить позже',
    send: 'Отправить обратно',
    open: 'Измените это или подтвердите, что всё верно:',
    saved: 'Сохранено. Продолжить можно позже.',
    savedTitle: 'Сохранено',
    not: 'Сейчас нечего исправлять.',
    stale:
      'Пока вы писали, это изменили на другом устройстве. Проверьте ниже ещё раз; то, что вы набрали, сохранено.',
    notMarked: 'Сейчас можно изменить только отмеченное.',
  },
}
