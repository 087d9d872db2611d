import type { Language } from '#core/language.ts'

const en = {
  saveItem: 'Save',
  add: 'Add',
  addAnother: 'Add another',
  none: 'I have nothing to add here',
  done: 'That is all, go on',
  staleTitle: 'This page was changed on another device',
  stale:
    'While you were writing, this part was saved somewhere else. Nothing is lost: below is what you typed. Compare it with what is saved now, then save again.',
  savedNow: 'Saved now',
  removeTitle: 'Remove this entry?',
  removed: 'It will be taken out of your application. You can add it again.',
  removeYes: 'Yes, remove it',
  removeNo: 'No, keep it',
  nothingYet: 'Nothing added yet.',
  fullTitle: 'No more entries fit here',
  full: 'You have reached the largest number of entries for this part.',
  edit: 'Change',
} as const

export type BlockWords = Readonly<Record<keyof typeof en, string>>

export const blockWords: Readonly<Record<Language, BlockWords>> = {
  en,
  az: {
    saveItem: 'Yadda saxlayın',
    add: 'Əlavə edin',
    addAnother: 'Daha birini əlavə edin',
    none: 'Bura əlavə etməyə heç nəyim yoxdur',
    done: 'Hamısı budur, davam edin',
    staleTitle: 'Bu səhifə başqa cihazda dəyişdirilib',
    stale:
      'Siz yazarkən bu hissə başqa yerdə yadda saxlanılıb. Heç nə itməyib: yazdıqlarınız aşağıdadır. Onu indi saxlanılanla müqayisə edin, sonra yenidən yadda saxlayın.',
    savedNow: 'İndi saxlanılan',
    removeTitle: 'Bu qeyd silinsin?',
    removed: 'O, müraciətinizdən çıxarılacaq. Yenidən əlavə edə bilərsiniz.',
    removeYes: 'Bəli, silin',
    removeNo: 'Xeyr, qalsın',
    nothingYet: 'Hələ heç nə əlavə edilməyib.',
    fullTitle: 'Bura daha qeyd sığmır',
    full: 'Bu hissə üçün ən çox qeyd sayına çatmısınız.',
    edit: 'Dəyişin',
  },
  tr: {
    saveItem: 'Kaydet',
    add: 'Ekle',
    addAnother: 'Bir tane daha ekle',
    none: 'Buraya ekleyecek bir şeyim yok',
    done: 'Hepsi bu kadar, devam et',
    staleTitle: 'Bu sayfa başka bir cihazda değiştirildi',
    stale:
      'Siz yazarken bu bölüm başka bir yerde kaydedildi. Hiçbir şey kaybolmadı: yazdıklarınız aşağıda. Şimdi kayıtlı olanla karşılaştırın, sonra yeniden kaydedin.',
    savedNow: 'Şimdi kayıtlı olan',
    removeTitle: 'Bu kayıt kaldırılsın mı?',
    removed: 'Başvurunuzdan çıkarılacak. Yeniden ekleyebilirsiniz.',
    removeYes: 'Evet, kaldır',
    removeNo: 'Hayır, kalsın',
    nothingYet: 'Henüz bir şey eklenmedi.',
    fullTitle: 'Buraya daha fazla kayıt sığmıyor',
    full: 'Bu bölüm için en fazla kayıt sayısına ulaştınız.',
    edit: 'Değiştir',
  },
  ru: {
    saveItem: 'Сохранить',
    add: 'Добавить',
    addAnother: 'Добавить ещё',
    none: 'Мне нечего сюда добавить',
    done: 'Это всё, дальше',
    staleTitle: 'Эту страницу изменили на другом устройстве',
    stale:
      'Пока вы писали, эту часть сохранили в другом месте. Ничего не потеряно: ниже то, что вы набрали. Сравните с тем, что сохранено сейчас, и сохраните ещё раз.',
    savedNow: 'Сохранено сейчас',
    removeTitle: 'Удалить эту запись?',
    removed: 'Она будет убрана из вашего обращения. Её можно добавить снова.',
    removeYes: 'Да, удалить',
    removeNo: 'Нет, оставить',
    nothingYet: 'Пока ничего не добавлено.',
    fullTitle: 'Больше записей сюда не поместится',
    full: 'Вы добавили наибольшее число записей для этой части.',
    edit: 'Изменить',
  },
}
