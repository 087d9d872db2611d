import type { Language } from '#core/language.ts'

const en = {
  title: 'Your documents',
  intro:
    'Upload a scan or a good photo of each document, as a PDF, JPEG or PNG, up to {size} MB each. We keep them sealed: only those who work on your application can open them.',
  needed: 'Needed',
  ifYouHave: 'If you have it',
  choose: 'Choose a file',
  upload: 'Upload',
  uploaded: 'Uploaded',
  goOn: 'Continue',
  'no-file': 'Choose a file before you press the button.',
  several: 'Upload one file at a time. None of these was kept.',
  empty: 'This file is empty. Choose another one, or save it again.',
  unknown:
    'This file is not a PDF, a JPEG or a PNG, whatever its name says. Save it in one of these formats and upload it again.',
  damaged: 'This file is not complete: its end is missing. Save or scan it again.',
  'wrong-name':
    'The ending of the file name does not match what is inside. Save the file again in the right format.',
  'not-accepted': 'We cannot accept this format for this document. You can use: {formats}.',
  'too-large':
    'This file is larger than {size} MB. Scan it at a lower resolution (300 dpi is enough) or in greyscale.',
  'cut-off': 'The upload stopped before the end. Please try again.',
  'disk-full': 'We have no room for this file at the moment. Please try again in a few minutes.',
  'too-many': 'You have uploaded the maximum number of files here. Remove one first.',
  'case-too-large': 'All your files together are larger than {size} MB. Remove one first.',
  closed: 'This document cannot be changed now.',
} as const

export type DocumentsWords = Readonly<Record<keyof typeof en, string>>

export const documentsWords: Readonly<Record<Language, DocumentsWords>> = {
  en,
  az: {
    title: 'Sənədləriniz',
    intro:
      'Hər sənədin skan surətini və ya yaxşı fotosunu yükləyin: PDF, JPEG və ya PNG, hər biri ən çoxu {size} MB. Onları şifrələnmiş saxlayırıq: yalnız müraciətinizlə işləyənlər aça bilər.',
    needed: 'Tələb olunur',
    ifYouHave: 'Varsa',
    choose: 'Fayl seçin',
    upload: 'Yükləyin',
    uploaded: 'Yüklənib',
    goOn: 'Davam edin',
    'no-file': 'Düyməni basmazdan əvvəl fayl seçin.',
    several: 'Hər dəfə bir fayl göndərin. Bunların heç biri saxlanılmadı.',
    empty: 'Bu fayl boşdur. Başqasını seçin və ya yenidən yadda saxlayın.',
    unknown:
      'Adı nə olsa da, bu fayl PDF, JPEG və ya PNG deyil. Onu bu formatlardan birində saxlayıb yenidən yükləyin.',
    damaged: 'Bu fayl tam deyil: sonu çatmır. Yenidən saxlayın və ya skan edin.',
    'wrong-name':
      'Faylın adındakı genişlənmə məzmununa uyğun deyil. Faylı düzgün formatda yenidən saxlayın.',
    'not-accepted': 'Bu sənəd üçün bu formatı qəbul edə bilmirik. Mümkün olanlar: {formats}.',
    'too-large':
      'Bu fayl {size} MB-dan böyükdür. Daha aşağı keyfiyyətlə (300 dpi kifayətdir) və ya boz çalarlarla skan edin.',
    'cut-off': 'Yükləmə sona çatmadan kəsildi. Yenidən cəhd edin.',
    'disk-full': 'Hazırda bu fayl üçün yerimiz yoxdur. Bir neçə dəqiqədən sonra yenidən cəhd edin.',
    'too-many': 'Buraya daha fayl yükləmək olmaz: sayı yuxarı həddə çatıb. Əvvəlcə birini silin.',
    'case-too-large': 'Bütün fayllarınız birlikdə {size} MB-dan böyükdür. Əvvəlcə birini silin.',
    closed: 'Bu sənəd indi dəyişdirilə bilməz.',
  },
  tr: {
    title: 'Belgeleriniz',
    intro:
      'Her belgenin taramasını ya da iyi bir fotoğrafını yükleyin: PDF, JPEG veya PNG, her biri en fazla {size} MB. Onları şifreli saklarız: yalnızca başvurunuz üzerinde çalışanlar açabilir.',
    needed: 'Gerekli',
    ifYouHave: 'Varsa',
    choose: 'Dosya seçin',
    upload: 'Yükle',
    uploaded: 'Yüklendi',
    goOn: 'Devam et',
    'no-file': 'Düğmeye basmadan önce bir dosya seçin.',
    several: 'Her seferinde bir dosya gönderin. Bunların hiçbiri saklanmadı.',
    empty: 'Bu dosya boş. Başka bir dosya seçin ya da yeniden kaydedin.',
    unknown:
      'Adı ne olursa olsun bu dosya PDF, JPEG ya da PNG değil. Bu biçimlerden birinde kaydedip yeniden yükleyin.',
    damaged: 'Bu dosya tam değil: sonu eksik. Yeniden kaydedin ya da tarayın.',
    'wrong-name':
      'Dosya adının uzantısı dosyanın içeriğine uymuyor. Dosyayı doğru biçimde yeniden kaydedin.',
    'not-accepted': 'Bu belge için bu biçimi kabul edemiyoruz. Kabul edilenler: {formats}.',
    'too-large':
      'Bu dosya {size} MB’tan büyük. Daha düşük çözünürlükle (300 dpi yeter) ya da gri tonlamalı tarayın.',
    'cut-off': 'Yükleme sona ermeden kesildi. Lütfen yeniden deneyin.',
    'disk-full': 'Şu anda bu dosya için yerimiz yok. Lütfen birkaç dakika sonra yeniden deneyin.',
    'too-many': 'Buraya yüklenebilecek en fazla sayıda dosya yüklediniz. Önce birini kaldırın.',
    'case-too-large': 'Dosyalarınızın toplamı {size} MB’tan büyük. Önce birini kaldırın.',
    closed: 'Bu belge şu anda değiştirilemez.',
  },
  ru: {
    title: 'Ваши документы',
    intro:
      'Загрузите скан или хорошее фото каждого документа: PDF, JPEG или PNG, не больше {size} МБ каждый. Мы храним их зашифрованными: открыть их могут только те, кто работает с вашим обращением.',
    needed: 'Нужно',
    ifYouHave: 'Если есть',
    choose: 'Выберите файл',
    upload: 'Загрузить',
    uploaded: 'Загружено',
    goOn: 'Продолжить',
    'no-file': 'Выберите файл, прежде чем нажать кнопку.',
    several: 'Отправляйте по одному файлу. Эти файлы не сохранены.',
    empty: 'Этот файл пустой. Выберите другой или сохраните его заново.',
    unknown:
      'Этот файл не PDF, не JPEG и не PNG, каким бы ни было его имя. Сохраните его в одном из этих форматов и загрузите снова.',
    damaged: 'Файл неполный: не хватает его конца. Сохраните или отсканируйте заново.',
    'wrong-name':
      'Расширение файла не соответствует содержимому. Сохраните файл заново в правильном формате.',
    'not-accepted': 'Для этого документа такой формат не подходит. Подходят: {formats}.',
    'too-large':
      'Файл больше {size} МБ. Отсканируйте его с меньшим разрешением (достаточно 300 dpi) или в оттенках серого.',
    'cut-off': 'Загрузка прервалась. Попробуйте ещё раз.',
    'disk-full': 'Сейчас у нас нет места для этого файла. Попробуйте через несколько минут.',
    'too-many': 'Больше файлов сюда загрузить нельзя. Сначала удалите один.',
    'case-too-large': 'Все ваши файлы вместе больше {size} МБ. Сначала удалите один.',
    closed: 'Этот документ сейчас нельзя изменить.',
  },
}
