import type { Language } from '#core/language.ts'

const en = {
  saveItem: 'Save',
  add: 'Add one {name}',
  addAnother: 'Add another {name}',
  none: 'I have nothing to add here',
  done: 'That is all, continue',
  staleTitle: 'This page was changed on another device',
  stale:
    'While you were writing, this part was saved somewhere else. Nothing is lost: what you typed is below. Compare it with what is saved now, then save again.',
  savedNow: 'Saved now',
  removeTitle: 'Remove this entry?',
  removed: 'It will be removed from your application. You can add it again.',
  removeYes: 'Yes, remove it',
  removeNo: 'No, keep it',
  nothingYet: 'Nothing added yet.',
  entry: 'entry',
  newEntry: 'new entry',
  full: 'You have reached the maximum number of entries for this part.',
  fullKept: 'Your entry is not saved. Remove another one first, or combine the two.',
  staleGone:
    'While you were writing, this entry was removed somewhere else. What you typed is still here. If you save, it is added again.',
  lookAgain:
    'Something here was changed elsewhere in the meantime. Check it as it is now, then decide again.',
  closedTitle: 'This application has been submitted, so you can no longer change the answers',
  closed:
    'Your changes on this page were not saved, and the application stays as you sent it. If an answer needs correcting, we will write to you and you can change it then.',
  toStatus: 'See where your application is',
  edit: 'Change',
  parts: 'All parts of the application',
} as const

export type BlockWords = Readonly<Record<keyof typeof en, string>>

export const blockWords: Readonly<Record<Language, BlockWords>> = {
  en,
  az: {
    saveItem: 'Yadda saxlayın',
    add: '{name} əlavə edin',
    addAnother: 'Daha bir {name} əlavə edin',
    none: 'Bura əlavə etməyə heç nəyim yoxdur',
    done: 'Hamısı budur, davam edin',
    staleTitle: 'Bu səhifə başqa cihazda dəyişdirilib',
    stale:
      'Siz yazarkən bu bölmə başqa yerdə yadda saxlanılıb. Heç nə itməyib: yazdıqlarınız aşağıdadır. Onları indi saxlanılanla müqayisə edin, sonra yenidən yadda saxlayın.',
    savedNow: 'İndi saxlanılan',
    removeTitle: 'Bu qeyd silinsin?',
    removed: 'O, müraciətinizdən çıxarılacaq. Yenidən əlavə edə bilərsiniz.',
    removeYes: 'Bəli, silin',
    removeNo: 'Xeyr, qalsın',
    nothingYet: 'Hələ heç nə əlavə edilməyib.',
    entry: 'qeyd',
    newEntry: 'yeni qeyd',
    full: 'Bu bölmədə qeydlərin sayı yuxarı həddə çatıb.',
    fullKept:
      'Yazdığınız yadda saxlanılmayıb. Əvvəlcə başqa qeydi silin və ya ikisini birləşdirin.',
    staleGone:
      'Siz yazarkən bu qeyd başqa yerdə silinib. Yazdıqlarınız buradadır. Yadda saxlasanız, yenidən əlavə olunacaq.',
    lookAgain:
      'Bu arada burada nəsə başqa yerdə dəyişdirilib. İndi necə olduğuna baxın, sonra yenidən qərar verin.',
    closedTitle: 'Bu müraciət təqdim edilib, cavabları dəyişmək olmaz',
    closed:
      'Bu səhifədəki dəyişiklikləriniz yadda saxlanılmadı, müraciət təqdim edildiyi kimi qalır. Cavablardan biri düzəldilməli olsa, sizə yazacağıq və onda dəyişə bilərsiniz.',
    toStatus: 'Müraciətinizin hansı mərhələdə olduğuna baxın',
    edit: 'Dəyişin',
    parts: 'Müraciətin bütün bölmələri',
  },
  tr: {
    saveItem: 'Kaydedin',
    add: '{name} ekleyin',
    addAnother: 'Bir {name} daha ekleyin',
    none: 'Buraya ekleyecek bir şeyim yok',
    done: 'Hepsi bu kadar, devam edin',
    staleTitle: 'Bu sayfa başka bir cihazda değiştirildi',
    stale:
      'Siz yazarken bu bölüm başka bir yerde kaydedildi. Hiçbir şey kaybolmadı: yazdıklarınız aşağıda. Şu anda kayıtlı olanla karşılaştırın, sonra yeniden kaydedin.',
    savedNow: 'Şu anda kayıtlı olan',
    removeTitle: 'Bu kayıt kaldırılsın mı?',
    removed: 'Başvurunuzdan çıkarılacak. Yeniden ekleyebilirsiniz.',
    removeYes: 'Evet, kaldırın',
    removeNo: 'Hayır, kalsın',
    nothingYet: 'Henüz bir şey eklenmedi.',
    entry: 'kayıt',
    newEntry: 'yeni kayıt',
    full: 'Bu bölüme ekleyebileceğiniz en fazla kayıt sayısına ulaştınız.',
    fullKept: 'Yazdığınız kaydedilmedi. Önce başka bir kaydı kaldırın ya da ikisini birleştirin.',
    staleGone:
      'Siz yazarken bu kayıt başka bir yerde kaldırıldı. Yazdıklarınız burada duruyor. Kaydederseniz yeniden eklenir.',
    lookAgain:
      'Bu arada buradaki bir bilgi başka bir yerde değiştirildi. Şimdiki hâline bakın, sonra yeniden karar verin.',
    closedTitle: 'Bu başvuru gönderildi, yanıtlar artık değiştirilemez',
    closed:
      'Bu sayfada değiştirdikleriniz kaydedilmedi, başvuru gönderildiği gibi kalır. Bir yanıtın düzeltilmesi gerekirse size yazarız, o zaman değiştirebilirsiniz.',
    toStatus: 'Başvurunuzun durumunu görün',
    edit: 'Değiştirin',
    parts: 'Başvurunun tüm bölümleri',
  },
  ru: {
    saveItem: 'Сохранить',
    add: 'Добавить: {name}',
    addAnother: 'Добавить ещё: {name}',
    none: 'Мне нечего сюда добавить',
    done: 'Это всё, продолжить',
    staleTitle: 'Эту страницу изменили на другом устройстве',
    stale:
      'Пока вы писали, этот раздел сохранили в другом месте. Ничего не потеряно: ниже то, что вы написали. Сравните с тем, что сохранено сейчас, и сохраните ещё раз.',
    savedNow: 'Сохранено сейчас',
    removeTitle: 'Удалить эту запись?',
    removed: 'Она исчезнет из вашего обращения. Её можно добавить снова.',
    removeYes: 'Да, удалить',
    removeNo: 'Нет, оставить',
    nothingYet: 'Пока ничего не добавлено.',
    entry: 'запись',
    newEntry: 'новая запись',
    full: 'Больше записей в этот раздел добавить нельзя.',
    fullKept: 'Ваша запись не сохранена. Сначала удалите другую или объедините две в одну.',
    staleGone:
      'Пока вы писали, эту запись удалили в другом месте. Всё, что вы написали, осталось. Если сохранить, запись будет добавлена снова.',
    lookAgain:
      'За это время здесь что-то изменили в другом месте. Посмотрите, что здесь сейчас, и решите ещё раз.',
    closedTitle: 'Это обращение отправлено, ответы закрыты',
    closed:
      'То, что вы изменили на этой странице, не сохранено: обращение остаётся таким, как было отправлено. Если ответ нужно исправить, мы вам напишем, и тогда его можно будет изменить.',
    toStatus: 'Посмотреть, на каком этапе обращение',
    edit: 'Изменить',
    parts: 'Все разделы обращения',
  },
}
