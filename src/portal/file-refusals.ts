import type { Language } from '#core/language.ts'
import type { CaseType, DocumentRule } from '#core/policy/case-type.ts'
import type { Fault } from '#platform/intake/verdict.ts'
import type { PutRefusal } from '#platform/vault.ts'
import { UNFINISHED_MAX } from '#records/uploads.ts'

/** Why a file is not taken; every reason has its sentence, which says what to do on a phone. */
export type UploadRefusal =
  | Fault
  | PutRefusal
  | 'no-file'
  | 'several'
  | 'not-accepted'
  | 'too-many-pages'
  | 'full'
  | 'too-many'
  | 'case-too-large'
  | 'removed-too-large'
  | 'closed'
  | 'upload-gone'
  | 'unfinished'
  | 'busy'

/** It passes by itself: nothing is wrong with the file, and the next press may succeed. */
export const isPassing = (reason: UploadRefusal | undefined): boolean =>
  reason === 'busy' || reason === 'disk-full'

const MEGABYTE = 1024 * 1024

/** The sentence, with the numbers of the type and the formats of the kind of document. */
export function refusalText(reason: UploadRefusal, language: Language, near: Near): string {
  return `${refusalTitle(reason, language, near)} ${howText(reason, language)}`.trim()
}

/** How to print to a PDF, where that is the way out. */
const howText = (reason: UploadRefusal, language: Language): string =>
  PRINTED.has(reason) ? REFUSALS[language].print : ''

type Near = { readonly type: CaseType; readonly rule?: DocumentRule | undefined }

/** The same without the long way: for the list above the page, which leads to it. */
export function refusalTitle(reason: UploadRefusal, language: Language, near: Near): string {
  const { type, rule } = near
  const size = reason === 'case-too-large' ? type.caseBytesMax : type.fileBytesMax
  const values: Readonly<Record<string, string>> = {
    size: String(size / MEGABYTE),
    count: String(countIn(reason, near)),
    pages: String(type.pagesMax ?? 0),
    formats: formatsOf(rule),
  }
  return REFUSALS[language][reason].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** The formats of a kind of document, as people know them. */
export const formatsOf = (rule: DocumentRule | undefined): string =>
  (rule?.accepts ?? []).map((media) => media.toUpperCase()).join(', ')

function countIn(reason: UploadRefusal, { type, rule }: Near): number {
  if (reason === 'unfinished') return UNFINISHED_MAX
  return reason === 'full' ? (rule?.filesMax ?? 0) : type.filesMax
}

const PRINTED: ReadonlySet<UploadRefusal> = new Set([
  'word',
  'password',
  'active',
  'attached',
  'glued',
  'damaged-pdf',
  'pdf-cut',
  'page-size',
  'too-heavy',
] as const)

type Sentences = Readonly<Record<UploadRefusal | 'print', string>>

const REFUSALS: Readonly<Record<Language, Sentences>> = {
  en: {
    print:
      'On an iPhone: open the file, tap Share, then Print, then Share again, then Save to Files. On Android: open it, then the menu, Print, Save as PDF. Upload that new file.',
    'no-file': 'Choose a file before you press the button.',
    several: 'Upload one file at a time. None of these was kept.',
    empty: 'This file is empty. Choose another one, or save it again.',
    heic: 'We cannot open HEIC photos. On an iPhone: Settings, Camera, Formats, Most Compatible. On Android: in the camera’s settings, switch off HEIF or High efficiency. Then take the photo again and upload it.',
    'other-picture':
      'We cannot open this kind of picture. Take a photo of the document with your phone, or save the picture as JPEG or PNG, and upload that.',
    word: 'This is a document that can still be edited, such as Word makes. Save it as a PDF and upload that.',
    archive: 'This is an archive with files inside. Open it, and upload the files one by one.',
    film: 'This is a video. Take a photo of the document instead, and upload that.',
    unknown:
      'This file is not a PDF, a JPEG or a PNG, whatever its name says. Take a photo of the document with your phone, or save it as a PDF, and upload that.',
    password:
      'This PDF asks for a password, so nobody here could open it. Make a copy that does not ask for one: open it with the password and print it to a new PDF.',
    active:
      'This PDF can do things by itself, such as run a script, open another file or play a film. We can only take pages to read. Print it to a new PDF.',
    attached:
      'This PDF has other files inside it. Upload each of those by itself, and print this one to a new PDF.',
    glued: 'This PDF has a file of another kind joined to it. Print it to a new PDF.',
    'glued-picture':
      'This picture has a file of another kind joined to it. Take the photo again, or take a screenshot of the picture, and upload that.',
    'no-page': 'This PDF has no pages. Save or scan the document again.',
    'pdf-cut':
      'This PDF ends too early. It may not have been downloaded to its end. Download or scan it again. If you can open it yourself, print it to a new PDF.',
    'damaged-pdf':
      'We cannot read this PDF: a part of it is missing or broken. Download or scan it again. If you can open it yourself, print it to a new PDF.',
    'page-size': 'A page of this PDF is larger than five metres. Print it to a new PDF, on A4.',
    'damaged-picture':
      'We cannot open this picture: a part of it is missing or broken. Take the photo again, and upload it.',
    'picture-cut':
      'This picture is cut off at the bottom. It may not have been downloaded to its end. Open it on your phone to see whether it is whole, and upload it again; or take the photo again.',
    'too-heavy':
      'This file is too much for us to open safely. Print it to a new PDF, or take a photo of each page.',
    'not-accepted': 'We cannot accept this format for this document. You can use: {formats}.',
    'too-large':
      'This file is larger than {size} MB. Scan it at a lower resolution (300 dpi is enough) or in greyscale, or take a photo of each page.',
    'too-many-pages':
      'This PDF has more than {pages} pages. Send the pages that matter here, or divide it into several files.',
    'cut-off': 'The upload stopped before the end. Please try again.',
    'disk-full': 'We have no room for this file at the moment. Please try again in a few minutes.',
    full: 'There is no room for another file here ({count} of {count}). Remove or replace one to send another.',
    'too-many': 'You have sent {count} files in all, the most that we take. Remove one first.',
    'case-too-large': 'All your files together are larger than {size} MB. Remove one first.',
    'removed-too-large':
      'The files that you removed take up too much room. Each is deleted for good a day after you removed it; after that you can send more.',
    closed: 'This document cannot be changed now.',
    'upload-gone':
      'This upload is no longer here. If the file is not in the list, choose it again.',
    unfinished:
      'You have {count} unfinished uploads, the most that we keep. Open this page again: they are listed at its top. Finish one or delete it, then send this file.',
    busy: 'We cannot look at files just now. Nothing is lost. Wait a moment, then press the button again.',
  },
  az: {
    print:
      'iPhone-da: faylı açın, “Paylaş”, “Çap et”, yenə “Paylaş”, sonra “Fayllarda saxla” seçin. Android-də: faylı açın, menyuda “Çap et”, sonra “PDF kimi saxla” seçin. Yeni faylı yükləyin.',
    'no-file': 'Düyməni basmazdan əvvəl fayl seçin.',
    several: 'Hər dəfə bir fayl göndərin. Bunların heç biri saxlanılmadı.',
    empty: 'Bu fayl boşdur. Başqasını seçin və ya yenidən yadda saxlayın.',
    heic: 'HEIC fotolarını aça bilmirik. iPhone-da: Parametrlər, Kamera, Formatlar, “Ən uyğun”. Android-də: kameranın parametrlərində HEIF və ya “Yüksək səmərəlilik” rejimini söndürün. Sonra fotonu yenidən çəkib yükləyin.',
    'other-picture':
      'Bu növ şəkli aça bilmirik. Sənədin fotosunu telefonla çəkin və ya şəkli JPEG və ya PNG kimi saxlayıb yükləyin.',
    word: 'Bu, hələ dəyişdirilə bilən sənəddir (məsələn, Word faylı). Onu PDF kimi saxlayıb yükləyin.',
    archive: 'Bu, içində fayllar olan arxivdir. Onu açın və faylları bir-bir yükləyin.',
    film: 'Bu, videodur. Əvəzində sənədin fotosunu çəkib yükləyin.',
    unknown:
      'Adı nə olsa da, bu fayl PDF, JPEG və ya PNG deyil. Sənədin fotosunu telefonla çəkin və ya onu PDF kimi saxlayıb yükləyin.',
    password:
      'Bu PDF parol istəyir, ona görə burada heç kim onu aça bilməz. Parol istəməyən nüsxə hazırlayın: parolla açıb yeni PDF kimi çap edin.',
    active:
      'Bu PDF özü nəsə edə bilir: məsələn, skript işlədir, başqa fayl açır və ya video göstərir. Biz yalnız oxunan səhifələri qəbul edirik. Onu yeni PDF kimi çap edin.',
    attached:
      'Bu PDF-in içində başqa fayllar var. Onların hər birini ayrıca yükləyin, bunu isə yeni PDF kimi çap edin.',
    glued: 'Bu PDF-ə başqa növ fayl birləşdirilib. Onu yeni PDF kimi çap edin.',
    'glued-picture':
      'Bu şəklə başqa növ fayl birləşdirilib. Fotonu yenidən çəkin və ya şəklin ekran görüntüsünü yükləyin.',
    'no-page': 'Bu PDF-də səhifə yoxdur. Sənədi yenidən saxlayın və ya skan edin.',
    'pdf-cut':
      'Bu PDF sona çatmadan kəsilib. O, axıra qədər endirilməyə bilər. Onu yenidən endirin və ya skan edin. Özünüz aça bilirsinizsə, yeni PDF kimi çap edin.',
    'damaged-pdf':
      'Bu PDF-i oxuya bilmirik: bir hissəsi çatmır və ya zədələnib. Onu yenidən endirin və ya skan edin. Özünüz aça bilirsinizsə, yeni PDF kimi çap edin.',
    'page-size':
      'Bu PDF-in bir səhifəsi beş metrdən böyükdür. Onu A4 ölçüsündə yeni PDF kimi çap edin.',
    'damaged-picture':
      'Bu şəkli aça bilmirik: bir hissəsi çatmır və ya zədələnib. Fotonu yenidən çəkib yükləyin.',
    'picture-cut':
      'Bu şəklin aşağısı kəsilib. Ola bilsin, sona qədər endirilməyib. Bütöv olub-olmadığını telefonda açıb yoxlayın və yenidən yükləyin və ya fotonu yenidən çəkin.',
    'too-heavy':
      'Bu faylı təhlükəsiz aça bilmirik: həddən artıq ağırdır. Onu yeni PDF kimi çap edin və ya hər səhifənin fotosunu çəkin.',
    'not-accepted': 'Bu sənəd üçün bu formatı qəbul edə bilmirik. Mümkün olanlar: {formats}.',
    'too-large':
      'Bu fayl {size} MB-dan böyükdür. Daha aşağı keyfiyyətlə (300 dpi kifayətdir) və ya boz çalarlarla skan edin, yaxud hər səhifənin fotosunu çəkin.',
    'too-many-pages':
      'Bu PDF-də {pages} səhifədən çox var. Burada lazım olan səhifələri göndərin və ya onu bir neçə fayla bölün.',
    'cut-off': 'Yükləmə sona çatmadan kəsildi. Yenidən cəhd edin.',
    'disk-full': 'Hazırda bu fayl üçün yerimiz yoxdur. Bir neçə dəqiqədən sonra yenidən cəhd edin.',
    full: 'Burada daha bir fayl üçün yer yoxdur ({count}/{count}). Başqasını göndərmək üçün birini silin və ya dəyişin.',
    'too-many':
      'Cəmi {count} fayl göndərmisiniz, bundan çoxunu qəbul etmirik. Əvvəlcə birini silin.',
    'case-too-large': 'Bütün fayllarınız birlikdə {size} MB-dan böyükdür. Əvvəlcə birini silin.',
    'removed-too-large':
      'Sildiyiniz fayllar çox yer tutur. Hər biri silindikdən bir gün sonra həmişəlik yox olur; ondan sonra yenisini göndərə bilərsiniz.',
    closed: 'Bu sənəd indi dəyişdirilə bilməz.',
    'upload-gone': 'Bu yükləmə artıq burada deyil. Fayl siyahıda yoxdursa, onu yenidən seçin.',
    unfinished:
      'Yarımçıq qalan {count} yükləməniz var, bundan çoxunu saxlamırıq. Bu səhifəni yenidən açın: onlar yuxarıda göstərilir. Birini tamamlayın və ya silin, sonra bu faylı göndərin.',
    busy: 'Hazırda fayllara baxa bilmirik. Heç nə itməyib. Bir az gözləyin və düyməni yenidən basın.',
  },
  tr: {
    print:
      'iPhone’da: dosyayı açın, Paylaş, Yazdır, yeniden Paylaş ve Dosyalara Kaydet’e dokunun. Android’de: dosyayı açın, menüden Yazdır, sonra PDF olarak kaydet’i seçin. Yeni dosyayı yükleyin.',
    'no-file': 'Düğmeye basmadan önce bir dosya seçin.',
    several: 'Her seferinde bir dosya gönderin. Bunların hiçbiri saklanmadı.',
    empty: 'Bu dosya boş. Başka bir dosya seçin ya da yeniden kaydedin.',
    heic: 'HEIC fotoğraflarını açamıyoruz. iPhone’da: Ayarlar, Kamera, Biçimler, En Uyumlu. Android’de: kamera ayarlarında HEIF ya da Yüksek verimlilik seçeneğini kapatın. Sonra fotoğrafı yeniden çekip yükleyin.',
    'other-picture':
      'Bu tür bir resmi açamıyoruz. Belgenin fotoğrafını telefonunuzla çekin ya da resmi JPEG veya PNG olarak kaydedip yükleyin.',
    word: 'Bu, hâlâ düzenlenebilen bir belge (örneğin Word dosyası). PDF olarak kaydedip yükleyin.',
    archive: 'Bu, içinde dosyalar olan bir arşiv. Açın ve dosyaları tek tek yükleyin.',
    film: 'Bu bir video. Onun yerine belgenin fotoğrafını çekip yükleyin.',
    unknown:
      'Adı ne olursa olsun bu dosya PDF, JPEG ya da PNG değil. Belgenin fotoğrafını telefonunuzla çekin ya da PDF olarak kaydedip yükleyin.',
    password:
      'Bu PDF parola istiyor, bu yüzden burada kimse açamaz. Parola istemeyen bir kopya hazırlayın: parolayla açıp yeni bir PDF’e yazdırın.',
    active:
      'Bu PDF kendi başına bir şeyler yapabiliyor: örneğin betik çalıştırıyor, başka dosya açıyor ya da film oynatıyor. Yalnızca okunacak sayfaları alabiliriz. Yeni bir PDF’e yazdırın.',
    attached:
      'Bu PDF’in içinde başka dosyalar var. Onların her birini ayrı ayrı yükleyin, bunu da yeni bir PDF’e yazdırın.',
    glued: 'Bu PDF’e başka türden bir dosya eklenmiş. Yeni bir PDF’e yazdırın.',
    'glued-picture':
      'Bu resme başka türden bir dosya eklenmiş. Fotoğrafı yeniden çekin ya da resmin ekran görüntüsünü yükleyin.',
    'no-page': 'Bu PDF’te sayfa yok. Belgeyi yeniden kaydedin ya da tarayın.',
    'pdf-cut':
      'Bu PDF sonuna gelmeden kesiliyor. Sonuna kadar indirilmemiş olabilir. Yeniden indirin ya da tarayın. Siz açabiliyorsanız yeni bir PDF’e yazdırın.',
    'damaged-pdf':
      'Bu PDF’i okuyamıyoruz: bir bölümü eksik ya da bozuk. Yeniden indirin ya da tarayın. Siz açabiliyorsanız yeni bir PDF’e yazdırın.',
    'page-size': 'Bu PDF’in bir sayfası beş metreden büyük. A4 boyutunda yeni bir PDF’e yazdırın.',
    'damaged-picture':
      'Bu resmi açamıyoruz: bir bölümü eksik ya da bozuk. Fotoğrafı yeniden çekip yükleyin.',
    'picture-cut':
      'Bu resmin alt tarafı kesik. Sonuna kadar indirilmemiş olabilir. Tam olup olmadığını telefonunuzda açıp bakın ve yeniden yükleyin ya da fotoğrafı yeniden çekin.',
    'too-heavy':
      'Bu dosya güvenle açamayacağımız kadar ağır. Yeni bir PDF’e yazdırın ya da her sayfanın fotoğrafını çekin.',
    'not-accepted': 'Bu belge için bu biçimi kabul edemiyoruz. Kabul edilenler: {formats}.',
    'too-large':
      'Bu dosya {size} MB’tan büyük. Daha düşük çözünürlükle (300 dpi yeter) ya da gri tonlamalı tarayın veya her sayfanın fotoğrafını çekin.',
    'too-many-pages':
      'Bu PDF’te {pages} sayfadan fazla var. Burada gerekli olan sayfaları gönderin ya da birkaç dosyaya bölün.',
    'cut-off': 'Yükleme sona ermeden kesildi. Lütfen yeniden deneyin.',
    'disk-full': 'Şu anda bu dosya için yerimiz yok. Lütfen birkaç dakika sonra yeniden deneyin.',
    full: 'Burada bir dosyaya daha yer yok ({count}/{count}). Başka bir dosya göndermek için birini kaldırın ya da değiştirin.',
    'too-many':
      'Toplam {count} dosya gönderdiniz, daha fazlasını alamıyoruz. Önce birini kaldırın.',
    'case-too-large': 'Dosyalarınızın toplamı {size} MB’tan büyük. Önce birini kaldırın.',
    'removed-too-large':
      'Kaldırdığınız dosyalar çok yer tutuyor. Her biri kaldırıldıktan bir gün sonra tamamen silinir; ondan sonra yenisini gönderebilirsiniz.',
    closed: 'Bu belge şu anda değiştirilemez.',
    'upload-gone': 'Bu yükleme artık burada değil. Dosya listede yoksa yeniden seçin.',
    unfinished:
      'Yarım kalan {count} yüklemeniz var, daha fazlasını saklamıyoruz. Bu sayfayı yeniden açın: en üstte listelenirler. Birini tamamlayın ya da silin, sonra bu dosyayı gönderin.',
    busy: 'Şu anda dosyalara bakamıyoruz. Hiçbir şey kaybolmadı. Biraz bekleyin, sonra düğmeye yeniden basın.',
  },
  ru: {
    print:
      'На iPhone: откройте файл, нажмите «Поделиться», «Напечатать», снова «Поделиться» и «Сохранить в Файлы». На Android: откройте файл, в меню выберите «Печать», затем «Сохранить как PDF». Загрузите новый файл.',
    'no-file': 'Выберите файл, прежде чем нажать кнопку.',
    several: 'Отправляйте по одному файлу. Эти файлы не сохранены.',
    empty: 'Этот файл пустой. Выберите другой или сохраните его заново.',
    heic: 'Мы не можем открыть фото в формате HEIC. На iPhone: «Настройки», «Камера», «Форматы», «Наиболее совместимый». На Android: в настройках камеры отключите HEIF или «Высокую эффективность». Затем сделайте фото заново и загрузите его.',
    'other-picture':
      'Мы не можем открыть картинку такого вида. Сфотографируйте документ телефоном или сохраните картинку как JPEG или PNG и загрузите.',
    word: 'Это документ, который ещё можно править, например файл Word. Сохраните его как PDF и загрузите.',
    archive: 'Это архив с файлами внутри. Откройте его и загрузите файлы по одному.',
    film: 'Это видео. Сфотографируйте документ и загрузите фото.',
    unknown:
      'Этот файл не PDF, не JPEG и не PNG, каким бы ни было его имя. Сфотографируйте документ телефоном или сохраните его как PDF и загрузите.',
    password:
      'Этот PDF просит пароль, поэтому никто здесь не сможет его открыть. Сделайте копию без пароля: откройте файл с паролем и напечатайте в новый PDF.',
    active:
      'Этот PDF может сам что-то делать: например, запускать скрипт, открывать другой файл или показывать видео. Мы принимаем только страницы для чтения. Напечатайте его в новый PDF.',
    attached:
      'Внутри этого PDF есть другие файлы. Загрузите каждый из них отдельно, а этот напечатайте в новый PDF.',
    glued: 'К этому PDF присоединён файл другого вида. Напечатайте его в новый PDF.',
    'glued-picture':
      'К этой картинке присоединён файл другого вида. Сделайте фото заново или загрузите снимок экрана с этой картинкой.',
    'no-page': 'В этом PDF нет страниц. Сохраните или отсканируйте документ заново.',
    'pdf-cut':
      'Этот PDF обрывается раньше конца. Возможно, он скачался не до конца. Скачайте или отсканируйте его заново. Если у вас он открывается, напечатайте его в новый PDF.',
    'damaged-pdf':
      'Мы не можем прочитать этот PDF: часть его потеряна или испорчена. Скачайте или отсканируйте его заново. Если у вас он открывается, напечатайте его в новый PDF.',
    'page-size': 'Страница этого PDF больше пяти метров. Напечатайте его в новый PDF на листе A4.',
    'damaged-picture':
      'Мы не можем открыть эту картинку: часть её потеряна или испорчена. Сделайте фото заново и загрузите.',
    'picture-cut':
      'Нижняя часть этой картинки обрезана. Возможно, она скачалась не до конца. Откройте её на телефоне, проверьте, целая ли она, и загрузите снова или сделайте фото заново.',
    'too-heavy':
      'Этот файл слишком тяжёлый, мы не можем открыть его безопасно. Напечатайте его в новый PDF или сфотографируйте каждую страницу.',
    'not-accepted': 'Для этого документа такой формат не подходит. Подходят: {formats}.',
    'too-large':
      'Файл больше {size} МБ. Отсканируйте его с меньшим разрешением (достаточно 300 dpi) или в оттенках серого либо сфотографируйте каждую страницу.',
    'too-many-pages':
      'В этом PDF больше {pages} страниц. Отправьте страницы, которые здесь нужны, или разделите его на несколько файлов.',
    'cut-off': 'Загрузка прервалась. Попробуйте ещё раз.',
    'disk-full': 'Сейчас у нас нет места для этого файла. Попробуйте через несколько минут.',
    full: 'Здесь больше нет места ({count} из {count}). Чтобы отправить другой, удалите или замените один из них.',
    'too-many': 'Всего отправлено файлов: {count}, больше мы не принимаем. Сначала удалите один.',
    'case-too-large': 'Все ваши файлы вместе больше {size} МБ. Сначала удалите один.',
    'removed-too-large':
      'Удалённые вами файлы занимают слишком много места. Каждый стирается навсегда через день после удаления; после этого можно отправить новые.',
    closed: 'Этот документ сейчас нельзя изменить.',
    'upload-gone': 'Этой загрузки здесь уже нет. Если файла нет в списке, выберите его снова.',
    unfinished:
      'Незавершённых загрузок: {count}, больше мы не храним. Откройте эту страницу заново: они перечислены вверху. Завершите или удалите одну из них, потом отправьте этот файл.',
    busy: 'Сейчас мы не можем проверить файл. Ничего не потеряно. Подождите немного и нажмите кнопку ещё раз.',
  },
}
