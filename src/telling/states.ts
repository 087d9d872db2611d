import type { Language } from '#core/language.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'

/**
 * Where a case stands, in words. The list is the core's own, so a new state does not compile until
 * every language has words for it.
 */
type Named = Readonly<Record<Language, Readonly<Record<State, string>>>>

/** Said to the person whose case it is. */
export const stateForApplicant = (state: State, language: Language): string =>
  FOR_APPLICANT[language][state].title

/** The same in a word or two, for the tag of a list. */
export const stateTagForApplicant = (state: State, language: Language): string =>
  FOR_APPLICANT[language][state].tag

/** What officials call it, in a word or two. */
export const stateForOffice = (state: State, language: Language): string =>
  FOR_OFFICE[language][state]

const FOR_APPLICANT: Readonly<
  Record<Language, Readonly<Record<State, { readonly tag: string; readonly title: string }>>>
> = {
  az: {
    draft: { tag: 'Qaralama', title: 'Qaralama, hələ təqdim edilməyib' },
    submitted: { tag: 'Yoxlanılır', title: 'Sənədlərin tam olub-olmadığını yoxlayırıq' },
    returned: { tag: 'Düzəliş gözlənilir', title: 'Sizdən düzəliş gözləyirik' },
    'closing-proposed': { tag: 'Cavab gözlənilir', title: 'Cavab verməsəniz, müraciət bağlanacaq' },
    'in-assessment': {
      tag: 'Qiymətləndirilir',
      title: 'Dövlət orqanları müraciətinizi qiymətləndirir',
    },
    'awaiting-decision': { tag: 'Qərar hazırlanır', title: 'Qərarı hazırlayırıq' },
    'decision-drafted': { tag: 'Qərar hazırlanır', title: 'Qərarı hazırlayırıq' },
    recognised: { tag: 'Status verilib', title: 'Yüksəkixtisaslı miqrant kimi tanınmısınız' },
    'annulment-proposed': { tag: 'Statusa baxılır', title: 'Statusunuza yenidən baxırıq' },
    'death-reported': { tag: 'Məlumat yoxlanılır', title: 'Aldığımız bir məlumatı yoxlayırıq' },
    discarded: { tag: 'Silinib', title: 'Qaralama silinib' },
    withdrawn: { tag: 'Geri götürülüb', title: 'Müraciəti geri götürmüsünüz' },
    'left-unexamined': {
      tag: 'Baxılmadan bağlanıb',
      title: 'Baxılmadan bağlanıb, yenidən müraciət edə bilərsiniz',
    },
    refused: { tag: 'İmtina edilib', title: 'Müraciət üzrə imtina qərarı verilib' },
    annulled: { tag: 'Ləğv edilib', title: 'Statusunuz ləğv edilib' },
    expired: { tag: 'Müddəti bitib', title: 'Statusunuzun müddəti bitib' },
    'holder-deceased': { tag: 'Bağlanıb', title: 'Status sahibinin vəfatına görə bağlanıb' },
  },
  tr: {
    draft: { tag: 'Taslak', title: 'Taslak, henüz sunulmadı' },
    submitted: {
      tag: 'Kontrol ediliyor',
      title: 'Belgelerin tam olup olmadığını kontrol ediyoruz',
    },
    returned: { tag: 'Düzeltme bekleniyor', title: 'Sizden düzeltme bekliyoruz' },
    'closing-proposed': { tag: 'Yanıt bekleniyor', title: 'Yanıt vermezseniz başvuru kapatılacak' },
    'in-assessment': {
      tag: 'Değerlendiriliyor',
      title: 'Devlet kurumları başvurunuzu değerlendiriyor',
    },
    'awaiting-decision': { tag: 'Karar hazırlanıyor', title: 'Kararı hazırlıyoruz' },
    'decision-drafted': { tag: 'Karar hazırlanıyor', title: 'Kararı hazırlıyoruz' },
    recognised: { tag: 'Statü verildi', title: 'Yüksek nitelikli göçmen olarak tanındınız' },
    'annulment-proposed': { tag: 'Statü inceleniyor', title: 'Statünüzü yeniden inceliyoruz' },
    'death-reported': {
      tag: 'Bilgi kontrol ediliyor',
      title: 'Bize ulaşan bir bilgiyi kontrol ediyoruz',
    },
    discarded: { tag: 'Silindi', title: 'Taslak silindi' },
    withdrawn: { tag: 'Geri çekildi', title: 'Başvurunuzu geri çektiniz' },
    'left-unexamined': {
      tag: 'İncelenmeden kapandı',
      title: 'İncelenmeden kapatıldı, yeniden başvurabilirsiniz',
    },
    refused: { tag: 'Reddedildi', title: 'Başvuru reddedildi' },
    annulled: { tag: 'İptal edildi', title: 'Statünüz iptal edildi' },
    expired: { tag: 'Süresi doldu', title: 'Statünüzün süresi doldu' },
    'holder-deceased': { tag: 'Kapatıldı', title: 'Statü sahibinin vefatı nedeniyle kapatıldı' },
  },
  en: {
    draft: { tag: 'Draft', title: 'A draft, not submitted yet' },
    submitted: { tag: 'Being checked', title: 'We are checking that nothing is missing' },
    returned: { tag: 'Correction needed', title: 'We need something from you' },
    'closing-proposed': {
      tag: 'Answer needed',
      title: 'Your application will be closed unless you answer',
    },
    'in-assessment': { tag: 'Being scored', title: 'State bodies are scoring your application' },
    'awaiting-decision': { tag: 'Being decided', title: 'We are preparing the decision' },
    'decision-drafted': { tag: 'Being decided', title: 'We are preparing the decision' },
    recognised: { tag: 'Recognised', title: 'You are recognised as a highly skilled migrant' },
    'annulment-proposed': { tag: 'Under review', title: 'We are reviewing your status' },
    'death-reported': {
      tag: 'Report being checked',
      title: 'We are checking a report that reached us',
    },
    discarded: { tag: 'Deleted', title: 'The draft was deleted' },
    withdrawn: { tag: 'Withdrawn', title: 'You withdrew your application' },
    'left-unexamined': {
      tag: 'Closed unexamined',
      title: 'Closed without a decision; you can apply again',
    },
    refused: { tag: 'Refused', title: 'Your application was refused' },
    annulled: { tag: 'Annulled', title: 'Your status was annulled' },
    expired: { tag: 'Expired', title: 'Your status has expired' },
    'holder-deceased': { tag: 'Closed', title: 'Closed because the holder has died' },
  },
  ru: {
    draft: { tag: 'Черновик', title: 'Черновик, ещё не отправлен' },
    submitted: { tag: 'Проверяется', title: 'Мы проверяем, всё ли на месте' },
    returned: { tag: 'Ждём исправлений', title: 'Мы ждём от вас исправлений' },
    'closing-proposed': {
      tag: 'Ждём ответа',
      title: 'Если вы не ответите, обращение будет закрыто',
    },
    'in-assessment': {
      tag: 'Оценивается',
      title: 'Государственные органы оценивают ваше обращение',
    },
    'awaiting-decision': { tag: 'Готовится решение', title: 'Мы готовим решение' },
    'decision-drafted': { tag: 'Готовится решение', title: 'Мы готовим решение' },
    recognised: { tag: 'Статус присвоен', title: 'Вы признаны высококвалифицированным мигрантом' },
    'annulment-proposed': { tag: 'Статус проверяется', title: 'Мы снова рассматриваем ваш статус' },
    'death-reported': { tag: 'Сообщение проверяется', title: 'Мы проверяем поступившее сообщение' },
    discarded: { tag: 'Удалено', title: 'Черновик удалён' },
    withdrawn: { tag: 'Отозвано', title: 'Вы отозвали обращение' },
    'left-unexamined': {
      tag: 'Без рассмотрения',
      title: 'Оставлено без рассмотрения, можно обратиться снова',
    },
    refused: { tag: 'Отказано', title: 'В признании отказано' },
    annulled: { tag: 'Аннулировано', title: 'Ваш статус аннулирован' },
    expired: { tag: 'Срок истёк', title: 'Срок вашего статуса истёк' },
    'holder-deceased': { tag: 'Закрыто', title: 'Закрыто в связи со смертью обладателя статуса' },
  },
}

const FOR_OFFICE: Named = {
  az: {
    draft: 'Qaralama',
    submitted: 'Yoxlama gözləyir',
    returned: 'Qaytarılıb',
    'closing-proposed': 'Bağlanması təklif edilib',
    'in-assessment': 'Qiymətləndirmədə',
    'awaiting-decision': 'Qərar gözləyir',
    'decision-drafted': 'İmza gözləyir',
    recognised: 'Status verilib',
    'annulment-proposed': 'Ləğvi təklif edilib',
    'death-reported': 'Ölüm barədə məlumat',
    discarded: 'Silinib',
    withdrawn: 'Geri götürülüb',
    'left-unexamined': 'Baxılmamış saxlanılıb',
    refused: 'İmtina edilib',
    annulled: 'Ləğv edilib',
    expired: 'Müddəti bitib',
    'holder-deceased': 'Status sahibi vəfat edib',
  },
  tr: {
    draft: 'Taslak',
    submitted: 'Kontrol edilecek',
    returned: 'İade edildi',
    'closing-proposed': 'Kapatılması önerildi',
    'in-assessment': 'Değerlendirmede',
    'awaiting-decision': 'Karar bekliyor',
    'decision-drafted': 'İmza bekliyor',
    recognised: 'Statü verildi',
    'annulment-proposed': 'İptali önerildi',
    'death-reported': 'Ölüm bildirimi',
    discarded: 'Silindi',
    withdrawn: 'Geri çekildi',
    'left-unexamined': 'İncelenmeden kapatıldı',
    refused: 'Reddedildi',
    annulled: 'İptal edildi',
    expired: 'Süresi doldu',
    'holder-deceased': 'Statü sahibi vefat etti',
  },
  en: {
    draft: 'Draft',
    submitted: 'To check',
    returned: 'Returned',
    'closing-proposed': 'Closing proposed',
    'in-assessment': 'With the bodies',
    'awaiting-decision': 'To decide',
    'decision-drafted': 'To sign',
    recognised: 'Recognised',
    'annulment-proposed': 'Annulment proposed',
    'death-reported': 'Death reported',
    discarded: 'Discarded',
    withdrawn: 'Withdrawn',
    'left-unexamined': 'Left unexamined',
    refused: 'Refused',
    annulled: 'Annulled',
    expired: 'Expired',
    'holder-deceased': 'Holder deceased',
  },
  ru: {
    draft: 'Черновик',
    submitted: 'На проверке',
    returned: 'Возвращено',
    'closing-proposed': 'Предложено закрыть',
    'in-assessment': 'На оценке',
    'awaiting-decision': 'Ждёт решения',
    'decision-drafted': 'Ждёт подписи',
    recognised: 'Статус присвоен',
    'annulment-proposed': 'Предложено аннулировать',
    'death-reported': 'Сообщение о смерти',
    discarded: 'Удалено',
    withdrawn: 'Отозвано',
    'left-unexamined': 'Без рассмотрения',
    refused: 'Отказано',
    annulled: 'Статус аннулирован',
    expired: 'Срок истёк',
    'holder-deceased': 'Обладатель умер',
  },
}
