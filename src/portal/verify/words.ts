import type { Language } from '#core/language.ts'

const en = {
  title: 'Check a status',
  lead: 'Here you can check whether the status or the permit that somebody shows you is valid today. You need their document and their passport or travel document, so ask them for both.',
  document: 'Number or code of the document',
  documentHint: 'For example HQM-S-2026-000123, or the code beside the QR code.',
  birthDate: 'Date of birth of the holder',
  birthDateHint: 'For example 27 3 1987',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  passport: 'Last four characters of the passport or travel document number',
  passportHint: 'For example 4567',
  check: 'Check',
  again: 'Check another status',
  'document-missing': 'Enter the number or the code of the document',
  'document-long': 'Enter only the number or the code, as shown on the document',
  'date-missing': 'Enter the date of birth of the holder, for example 27 3 1987',
  'date-unreal':
    'Enter a date of birth that exists, with the year in four digits, for example 27 3 1987',
  'passport-missing': 'Enter the last four characters of the passport or travel document number',
  'passport-characters':
    'Enter only the last four letters and digits of the passport or travel document number, for example 4567',
  validTitle: 'This status is valid today',
  validLead: 'The document, the date of birth and the passport or travel document match.',
  status: 'Status',
  number: 'Number',
  field: 'Recognised in',
  until: 'Valid until',
  replacedWord: 'Replaced',
  replacedTitle: 'This document was replaced by another',
  replacedLead:
    'The status is shown by a newer document, with the passport or travel document that its holder has now. Ask them for both. This one was replaced on:',
  noneWord: 'No match',
  noneTitle: 'We found no valid status that matches',
  noneLead:
    'Something may have been typed wrongly, or the status may have ended. To protect the holder, we do not say which. Compare what you typed with the document and the passport or travel document, and try again.',
  laterWord: 'Wait a little',
  laterTitle: 'Too many checks',
  laterLead:
    'So that nobody can find a status by guessing, checks are limited. You can try again from this time:',
  laterCode:
    'If you have the document before you, you need not wait: instead of the number, enter the code beside the QR code.',
} as const

export type VerifyWords = Readonly<Record<keyof typeof en, string>>

const az: VerifyWords = {
  title: 'Statusu yoxlayın',
  lead: 'Burada şəxsin göstərdiyi statusun və ya icazənin bu gün etibarlı olub-olmadığını yoxlaya bilərsiniz. Bunun üçün onun sənədi və pasportu (sərhədkeçmə sənədi) lazımdır, hər ikisini özündən istəyin.',
  document: 'Sənədin nömrəsi və ya kodu',
  documentHint: 'Məsələn, HQM-S-2026-000123 və ya QR kodun yanındakı kod.',
  birthDate: 'Sənəd sahibinin doğum tarixi',
  birthDateHint: 'Məsələn, 27 3 1987',
  day: 'Gün',
  month: 'Ay',
  year: 'İl',
  passport: 'Pasport (sərhədkeçmə sənədi) nömrəsinin son dörd simvolu',
  passportHint: 'Məsələn, 4567',
  check: 'Yoxlayın',
  again: 'Başqa statusu yoxlayın',
  'document-missing': 'Sənədin nömrəsini və ya kodunu yazın',
  'document-long': 'Yalnız nömrəni və ya kodu sənəddə olduğu kimi yazın',
  'date-missing': 'Sənəd sahibinin doğum tarixini yazın, məsələn, 27 3 1987',
  'date-unreal': 'Mövcud doğum tarixini yazın, ili dörd rəqəmlə göstərin, məsələn, 27 3 1987',
  'passport-missing': 'Pasport (sərhədkeçmə sənədi) nömrəsinin son dörd simvolunu yazın',
  'passport-characters':
    'Pasport (sərhədkeçmə sənədi) nömrəsinin yalnız son dörd hərf və rəqəmini yazın, məsələn, 4567',
  validTitle: 'Bu status bu gün etibarlıdır',
  validLead: 'Sənəd, doğum tarixi və pasport (sərhədkeçmə sənədi) bir-birinə uyğundur.',
  status: 'Status',
  number: 'Nömrə',
  field: 'Statusun sahəsi',
  until: 'Bu tarixədək etibarlıdır',
  replacedWord: 'Əvəz edilib',
  replacedTitle: 'Bu sənəd başqası ilə əvəz edilib',
  replacedLead:
    'Statusu indi yeni sənəd göstərir, sahibinin hazırkı pasportu (sərhədkeçmə sənədi) ilə birlikdə. Hər ikisini özündən istəyin. Bu sənədin əvəz edildiyi tarix:',
  noneWord: 'Uyğunluq yoxdur',
  noneTitle: 'Uyğun gələn etibarlı status tapmadıq',
  noneLead:
    'Ola bilsin, nəsə səhv yazılıb və ya status artıq qüvvədə deyil. Sənəd sahibini qorumaq üçün səbəbin hansı olduğunu demirik. Sənədlə və pasportla (sərhədkeçmə sənədi ilə) tutuşdurub yenidən yoxlayın.',
  laterWord: 'Bir az gözləyin',
  laterTitle: 'Həddən artıq yoxlama aparılıb',
  laterLead:
    'Heç kim statusu təxmin edərək tapmasın deyə yoxlamaların sayı məhduddur. Bu vaxtdan sonra davam edə bilərsiniz:',
  laterCode:
    'Sənəd qarşınızdadırsa, gözləməyə ehtiyac yoxdur: nömrənin yerinə QR kodun yanındakı kodu yazın.',
}

const tr: VerifyWords = {
  title: 'Statü sorgulama',
  lead: 'Burada bir kişinin gösterdiği statünün veya iznin bugün geçerli olup olmadığını sorgulayabilirsiniz. Bunun için belgesi ve pasaportu veya seyahat belgesi gerekir; ikisini de kendisinden isteyin.',
  document: 'Belgenin numarası veya kodu',
  documentHint: 'Örneğin HQM-S-2026-000123 ya da karekodun yanındaki kod.',
  birthDate: 'Belge sahibinin doğum tarihi',
  birthDateHint: 'Örneğin 27 3 1987',
  day: 'Gün',
  month: 'Ay',
  year: 'Yıl',
  passport: 'Pasaport veya seyahat belgesi numarasının son dört karakteri',
  passportHint: 'Örneğin 4567',
  check: 'Sorgulayın',
  again: 'Başka bir statüyü sorgulayın',
  'document-missing': 'Belgenin numarasını veya kodunu girin',
  'document-long': 'Yalnızca numarayı veya kodu, belgede yazdığı gibi girin',
  'date-missing': 'Belge sahibinin doğum tarihini girin, örneğin 27 3 1987',
  'date-unreal': 'Var olan bir doğum tarihi girin, yılı dört rakamla yazın, örneğin 27 3 1987',
  'passport-missing': 'Pasaport veya seyahat belgesi numarasının son dört karakterini girin',
  'passport-characters':
    'Pasaport veya seyahat belgesi numarasının yalnızca son dört harf ve rakamını girin, örneğin 4567',
  validTitle: 'Bu statü bugün geçerli',
  validLead: 'Belge, doğum tarihi ve pasaport veya seyahat belgesi birbiriyle eşleşiyor.',
  status: 'Statü',
  number: 'Numara',
  field: 'Statünün alanı',
  until: 'Son geçerlilik tarihi',
  replacedWord: 'Değiştirildi',
  replacedTitle: 'Bu belgenin yerini başka bir belge aldı',
  replacedLead:
    'Statüyü artık yeni bir belge gösterir, sahibinin şimdiki pasaportu veya seyahat belgesiyle birlikte. İkisini de kendisinden isteyin. Bu belgenin değiştirildiği gün:',
  noneWord: 'Eşleşme yok',
  noneTitle: 'Eşleşen geçerli bir statü bulamadık',
  noneLead:
    'Bir şey yanlış yazılmış ya da statü sona ermiş olabilir. Belge sahibini korumak için hangisi olduğunu söylemiyoruz. Belgeyle ve pasaport veya seyahat belgesiyle karşılaştırıp yeniden deneyin.',
  laterWord: 'Biraz bekleyin',
  laterTitle: 'Çok fazla sorgu yapıldı',
  laterLead:
    'Kimse bir statüyü tahminle bulamasın diye sorgular sınırlıdır. Şu saatten sonra devam edebilirsiniz:',
  laterCode: 'Belge önünüzdeyse beklemeniz gerekmez: numara yerine karekodun yanındaki kodu girin.',
}

const ru: VerifyWords = {
  title: 'Проверить статус',
  lead: 'Здесь можно проверить, действителен ли сегодня статус или разрешение, которое вам показывают. Понадобятся его документ и паспорт или проездной документ — попросите у него и то и другое.',
  document: 'Номер или код документа',
  documentHint: 'Например, HQM-S-2026-000123 или код рядом с QR-кодом.',
  birthDate: 'Дата рождения владельца',
  birthDateHint: 'Например, 27 3 1987',
  day: 'День',
  month: 'Месяц',
  year: 'Год',
  passport: 'Последние четыре знака номера паспорта или проездного документа',
  passportHint: 'Например, 4567',
  check: 'Проверить',
  again: 'Проверить другой статус',
  'document-missing': 'Введите номер или код документа',
  'document-long': 'Введите только номер или код, как он указан в документе',
  'date-missing': 'Введите дату рождения владельца, например 27 3 1987',
  'date-unreal': 'Введите существующую дату рождения, год — четырьмя цифрами, например 27 3 1987',
  'passport-missing': 'Введите последние четыре знака номера паспорта или проездного документа',
  'passport-characters':
    'Введите только последние четыре буквы и цифры номера паспорта или проездного документа, например 4567',
  validTitle: 'Этот статус сегодня действителен',
  validLead: 'Документ, дата рождения и паспорт или проездной документ соответствуют друг другу.',
  status: 'Статус',
  number: 'Номер',
  field: 'Сфера статуса',
  until: 'Действителен по',
  replacedWord: 'Заменён',
  replacedTitle: 'Этот документ заменён другим',
  replacedLead:
    'Статус теперь подтверждает новый документ вместе с нынешним паспортом или проездным документом владельца. Попросите показать оба. Этот документ заменён:',
  noneWord: 'Совпадения нет',
  noneTitle: 'Мы не нашли подходящего действующего статуса',
  noneLead:
    'Возможно, что-то введено неверно или статус уже не действует. Чтобы защитить владельца, мы не говорим, что именно. Сверьте с документом и паспортом или проездным документом и попробуйте ещё раз.',
  laterWord: 'Подождите немного',
  laterTitle: 'Слишком много проверок',
  laterLead:
    'Чтобы никто не мог найти чужой статус перебором, число проверок ограничено. Продолжить можно после этого времени:',
  laterCode:
    'Если документ перед вами, ждать не нужно: введите вместо номера код рядом с QR-кодом.',
}

export const verifyWords: Readonly<Record<Language, VerifyWords>> = { az, tr, en, ru }
