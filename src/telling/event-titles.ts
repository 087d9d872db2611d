import type { Language } from '#core/language.ts'
import type { CaseEventType } from '#core/lifecycle/application.ts'

type Named = Readonly<Record<Language, Readonly<Record<CaseEventType, string>>>>

/** What happened, as a time line says it. A new event does not compile until it has a title. */
export const eventTitle = (type: CaseEventType, language: Language): string =>
  EVENT_TITLES[language][type]

/** The same to whoever did it, who is not told of it as of somebody else. */
export const eventDone = (type: CaseEventType, language: Language): string =>
  DONE_BY_YOU[language][type] ?? eventTitle(type, language)

/** True for the name of something that happens to a case. */
export const isEventType = (text: string): text is CaseEventType =>
  Object.hasOwn(EVENT_TITLES.en, text)

const EVENT_TITLES: Named = {
  az: {
    'application-begun': 'Müraciətə başlanılıb',
    'discard-announced': 'Qaralamanın silinəcəyi bildirilib',
    'draft-discarded': 'Qaralama silinib',
    'application-submitted': 'Müraciət təqdim edilib',
    'application-withdrawn': 'Müraciət geri götürülüb',
    'application-accepted': 'Müraciət baxılmaq üçün qəbul edilib',
    'application-returned': 'Düzəliş üçün qaytarılıb',
    'application-resubmitted': 'Düzəlişlər göndərilib',
    'closing-proposed': 'Müraciətin bağlanması barədə xəbərdarlıq edilib',
    'application-left-unexamined': 'Müraciət baxılmamış saxlanılıb',
    'criterion-scored': 'Meyar üzrə bal verilib',
    'opinion-given': 'Dövlət orqanı rəy verib',
    'opinion-silent': 'Dövlət orqanı vaxtında cavab verməyib',
    'assessment-completed': 'Qiymətləndirmə başa çatıb',
    'term-extended': 'Müddət uzadılıb',
    'decision-drafted': 'Qərar layihəsi hazırlanıb',
    'decision-sent-back': 'Qərar layihəsi geri göndərilib',
    'decision-signed': 'Qərar imzalanıb',
    'annulment-proposed': 'Statusun ləğvi təklif edilib',
    'annulment-dropped': 'Ləğv təklifi geri götürülüb',
    'status-annulled': 'Status ləğv edilib',
    'death-reported': 'Ölüm barədə məlumat daxil olub',
    'death-report-dismissed': 'Ölüm barədə məlumat təsdiqlənməyib',
    'holder-death-confirmed': 'Status sahibinin vəfatı təsdiq edilib',
    'status-expired': 'Statusun müddəti bitib',
  },
  tr: {
    'application-begun': 'Başvuruya başlandı',
    'discard-announced': 'Taslağın silineceği bildirildi',
    'draft-discarded': 'Taslak silindi',
    'application-submitted': 'Başvuru sunuldu',
    'application-withdrawn': 'Başvuru geri çekildi',
    'application-accepted': 'Başvuru incelemeye alındı',
    'application-returned': 'Düzeltme için iade edildi',
    'application-resubmitted': 'Düzeltmeler gönderildi',
    'closing-proposed': 'Başvurunun kapatılacağı bildirildi',
    'application-left-unexamined': 'Başvuru incelenmeden kapatıldı',
    'criterion-scored': 'Bir kriter için puan verildi',
    'opinion-given': 'Bir devlet kurumu görüş bildirdi',
    'opinion-silent': 'Bir devlet kurumu süresinde yanıt vermedi',
    'assessment-completed': 'Değerlendirme tamamlandı',
    'term-extended': 'Süre uzatıldı',
    'decision-drafted': 'Karar taslağı hazırlandı',
    'decision-sent-back': 'Karar taslağı iade edildi',
    'decision-signed': 'Karar imzalandı',
    'annulment-proposed': 'Statünün iptali önerildi',
    'annulment-dropped': 'İptal önerisinden vazgeçildi',
    'status-annulled': 'Statü iptal edildi',
    'death-reported': 'Ölüm bildirimi alındı',
    'death-report-dismissed': 'Ölüm bildirimi doğrulanmadı',
    'holder-death-confirmed': 'Statü sahibinin vefatı teyit edildi',
    'status-expired': 'Statünün süresi doldu',
  },
  en: {
    'application-begun': 'Application started',
    'discard-announced': 'Notice that the draft will be deleted',
    'draft-discarded': 'Draft deleted',
    'application-submitted': 'Application submitted',
    'application-withdrawn': 'Application withdrawn',
    'application-accepted': 'Application accepted for examination',
    'application-returned': 'Returned for correction',
    'application-resubmitted': 'Corrections sent',
    'closing-proposed': 'Notice that the application may be closed',
    'application-left-unexamined': 'Application closed without being examined',
    'criterion-scored': 'Points given for a criterion',
    'opinion-given': 'A state body gave its opinion',
    'opinion-silent': 'A state body did not answer in time',
    'assessment-completed': 'Assessment completed',
    'term-extended': 'Time limit extended',
    'decision-drafted': 'Decision drafted',
    'decision-sent-back': 'Draft decision sent back',
    'decision-signed': 'Decision signed',
    'annulment-proposed': 'Annulment of the status proposed',
    'annulment-dropped': 'Annulment dropped',
    'status-annulled': 'Status annulled',
    'death-reported': 'Report of death received',
    'death-report-dismissed': 'Report of death not confirmed',
    'holder-death-confirmed': 'Death of the holder confirmed',
    'status-expired': 'Status expired',
  },
  ru: {
    'application-begun': 'Обращение начато',
    'discard-announced': 'Сообщено, что черновик будет удалён',
    'draft-discarded': 'Черновик удалён',
    'application-submitted': 'Обращение подано',
    'application-withdrawn': 'Обращение отозвано',
    'application-accepted': 'Обращение принято к рассмотрению',
    'application-returned': 'Возвращено на исправление',
    'application-resubmitted': 'Исправления отправлены',
    'closing-proposed': 'Предупреждение о закрытии обращения',
    'application-left-unexamined': 'Обращение оставлено без рассмотрения',
    'criterion-scored': 'Начислены баллы по критерию',
    'opinion-given': 'Государственный орган дал заключение',
    'opinion-silent': 'Государственный орган не ответил в срок',
    'assessment-completed': 'Оценка завершена',
    'term-extended': 'Срок продлён',
    'decision-drafted': 'Подготовлен проект решения',
    'decision-sent-back': 'Проект решения возвращён',
    'decision-signed': 'Решение подписано',
    'annulment-proposed': 'Предложено аннулировать статус',
    'annulment-dropped': 'Предложение об аннулировании отозвано',
    'status-annulled': 'Статус аннулирован',
    'death-reported': 'Поступило сообщение о смерти',
    'death-report-dismissed': 'Сообщение о смерти не подтвердилось',
    'holder-death-confirmed': 'Смерть обладателя статуса подтверждена',
    'status-expired': 'Срок статуса истёк',
  },
}

const DONE_BY_YOU: Readonly<Record<Language, Readonly<Partial<Record<CaseEventType, string>>>>> = {
  az: {
    'criterion-scored': 'Verdiyiniz bal qeydə alındı',
    'opinion-given': 'Rəyiniz qeydə alındı',
    'death-reported': 'Ölüm barədə məlumat qeydə alındı',
  },
  tr: {
    'criterion-scored': 'Verdiğiniz puan kaydedildi',
    'opinion-given': 'Görüşünüz kaydedildi',
    'death-reported': 'Ölüm bildirimi kaydedildi',
  },
  en: {
    'criterion-scored': 'Your points are recorded',
    'opinion-given': 'Your opinion is recorded',
    'death-reported': 'Report of death recorded',
  },
  ru: {
    'criterion-scored': 'Ваши баллы записаны',
    'opinion-given': 'Ваше заключение записано',
    'death-reported': 'Сообщение о смерти записано',
  },
}
