import type { Language } from '#core/language.ts'

const en = {
  title: 'Your documents',
  intro:
    'Upload a scan or a good photo of each document, as a PDF, JPEG or PNG, up to {size} MB each. We keep them sealed: only those who work on your application can open them.',
  needed: 'Needed',
  ifYouHave: 'If you have it',
  choose: 'Choose a file',
  chooseInstead: 'Choose a file to take the place of {name}',
  upload: 'Upload',
  uploaded: 'Uploaded',
  goOn: 'Continue',
  replace: 'Replace',
  keep: 'Keep {name}',
  removed: 'You removed this file.',
  erased: 'You can undo this until {moment}. After that it is deleted for good.',
  stays: 'You sent it earlier, so it stays with your application as it was.',
  undo: 'Undo',
  sending: 'Sending the file',
  percent: '{percent} % is sent',
  checking: 'The file is sent. We are checking it.',
  retrying: 'The connection is broken. We are trying again.',
  broken:
    'The connection is broken. What has been sent is kept for a day: press the button to go on from there.',
  signedOut:
    'You are signed out. Sign in again in another tab, then press the button here: the upload goes on from where it was.',
  stop: 'Stop',
  stopped: 'Stopped. Nothing of the file is kept.',
  formats: 'Formats: {formats}.',
  earlier: 'Removed earlier: {count}',
  unfinished: 'Unfinished uploads',
  unfinishedHow:
    'To go on with one, choose the same file again in the tab where you began. If you cannot, delete the upload and begin anew. A day after its beginning we delete it ourselves.',
  letGo: 'Delete',
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
    chooseInstead: '{name} əvəzinə fayl seçin',
    upload: 'Yükləyin',
    uploaded: 'Yüklənib',
    goOn: 'Davam edin',
    replace: 'Dəyişin',
    keep: '{name} qalsın',
    removed: 'Bu faylı sildiniz.',
    erased: 'Geri qaytarmaq üçün son vaxt: {moment}. Sonra həmişəlik silinir.',
    stays: 'Onu əvvəllər göndərmisiniz, ona görə müraciətinizdə olduğu kimi qalır.',
    undo: 'Geri qaytarın',
    sending: 'Fayl göndərilir',
    percent: '{percent} % göndərilib',
    checking: 'Fayl göndərildi. Onu yoxlayırıq.',
    retrying: 'Bağlantı kəsildi. Yenidən cəhd edirik.',
    broken:
      'Bağlantı kəsildi. Göndərilmiş hissə bir gün saxlanılır: oradan davam etmək üçün düyməni basın.',
    signedOut:
      'Seansınız başa çatıb. Başqa vərəqdə yenidən daxil olun, sonra burada düyməni basın: yükləmə qaldığı yerdən davam edəcək.',
    stop: 'Dayandırın',
    stopped: 'Dayandırıldı. Faylın heç bir hissəsi saxlanılmayıb.',
    formats: 'Formatlar: {formats}.',
    earlier: 'Əvvəl silinənlər: {count}',
    unfinished: 'Yarımçıq qalan yükləmələr',
    unfinishedHow:
      'Davam etmək üçün həmin faylı başladığınız vərəqdə yenidən seçin. Bu mümkün deyilsə, yükləməni silin və yenidən başlayın. Başlanandan bir gün sonra onu özümüz silirik.',
    letGo: 'Silin',
  },
  tr: {
    title: 'Belgeleriniz',
    intro:
      'Her belgenin taramasını ya da iyi bir fotoğrafını yükleyin: PDF, JPEG veya PNG, her biri en fazla {size} MB. Onları şifreli saklarız: yalnızca başvurunuz üzerinde çalışanlar açabilir.',
    needed: 'Gerekli',
    ifYouHave: 'Varsa',
    choose: 'Dosya seçin',
    chooseInstead: '{name} yerine geçecek dosyayı seçin',
    upload: 'Yükle',
    uploaded: 'Yüklendi',
    goOn: 'Devam et',
    replace: 'Değiştir',
    keep: '{name} kalsın',
    removed: 'Bu dosyayı kaldırdınız.',
    erased: 'Geri almak için son zaman: {moment}. Sonra tamamen silinir.',
    stays: 'Onu daha önce gönderdiniz, bu yüzden başvurunuzda olduğu gibi kalır.',
    undo: 'Geri al',
    sending: 'Dosya gönderiliyor',
    percent: '%{percent} gönderildi',
    checking: 'Dosya gönderildi. Denetliyoruz.',
    retrying: 'Bağlantı koptu. Yeniden deniyoruz.',
    broken:
      'Bağlantı koptu. Gönderilen bölüm bir gün saklanır: oradan devam etmek için düğmeye basın.',
    signedOut:
      'Oturumunuz kapandı. Başka bir sekmede yeniden giriş yapın, sonra burada düğmeye basın: yükleme kaldığı yerden sürer.',
    stop: 'Durdur',
    stopped: 'Durduruldu. Dosyanın hiçbir bölümü saklanmadı.',
    formats: 'Biçimler: {formats}.',
    earlier: 'Daha önce kaldırılanlar: {count}',
    unfinished: 'Yarım kalan yüklemeler',
    unfinishedHow:
      'Devam etmek için aynı dosyayı başladığınız sekmede yeniden seçin. Olmuyorsa yüklemeyi silin ve baştan başlayın. Başladıktan bir gün sonra onu biz sileriz.',
    letGo: 'Sil',
  },
  ru: {
    title: 'Ваши документы',
    intro:
      'Загрузите скан или хорошее фото каждого документа: PDF, JPEG или PNG, не больше {size} МБ каждый. Мы храним их зашифрованными: открыть их могут только те, кто работает с вашим обращением.',
    needed: 'Нужно',
    ifYouHave: 'Если есть',
    choose: 'Выберите файл',
    chooseInstead: 'Выберите файл вместо {name}',
    upload: 'Загрузить',
    uploaded: 'Загружено',
    goOn: 'Продолжить',
    replace: 'Заменить',
    keep: 'Оставить {name}',
    removed: 'Вы удалили этот файл.',
    erased: 'Его можно вернуть до {moment}. Потом он удаляется навсегда.',
    stays: 'Вы отправили его раньше, поэтому он остаётся в вашем обращении как был.',
    undo: 'Вернуть',
    sending: 'Отправляем файл',
    percent: 'Отправлено {percent} %',
    checking: 'Файл отправлен. Мы его проверяем.',
    retrying: 'Связь прервалась. Пробуем ещё раз.',
    broken:
      'Связь прервалась. Отправленная часть хранится сутки: нажмите кнопку, чтобы продолжить с того же места.',
    signedOut:
      'Сеанс завершён. Войдите снова в другой вкладке и нажмите здесь кнопку: загрузка продолжится с того же места.',
    stop: 'Остановить',
    stopped: 'Остановлено. Ничего из файла не сохранено.',
    formats: 'Форматы: {formats}.',
    earlier: 'Удалено раньше: {count}',
    unfinished: 'Незавершённые загрузки',
    unfinishedHow:
      'Чтобы продолжить, выберите тот же файл в той вкладке, где начали. Если это невозможно, удалите загрузку и начните заново. Через сутки после начала мы удаляем её сами.',
    letGo: 'Удалить',
  },
}
