import type { Language } from '#core/language.ts'

const en = {
  asked: 'Asked of',
  answers: 'What was written since',
  closed: 'Nothing can be asked here now.',
  until: 'You are answered by',
  more: 'What else do you want to know?',
  forgetTitle: 'Delete it',
  whoever: 'Whoever has this link reads and deletes what is here, so give it to nobody.',
  forget: 'Delete my question',
  keep: 'Keep it',
  sure: 'Delete this question for good?',
  goes: 'The question, the answers and your e-mail address are deleted, and this link opens nothing any more. If nobody has answered yet, nobody will.',
  held: 'This cannot be deleted now, because it has to be kept for a time. Write to the mission.',
  absentTitle: 'This link opens nothing',
  absent:
    'Check whether the whole link was copied. If it was, the question behind it has been deleted.',
  tooOftenTitle: 'Try again later',
  tooOften:
    'Many links that open nothing were tried from the network you use. Try again from this time on: {time}.',
  missions: 'Embassies and consulates',
} as const

export type QuestionWords = Readonly<Record<keyof typeof en, string>>

export const questionWords: Readonly<Record<Language, QuestionWords>> = {
  en,
  az: {
    asked: 'Kimdən soruşulub',
    answers: 'Sonra yazılanlar',
    closed: 'Burada indi soruşmaq olmur.',
    until: 'Cavab üçün son gün:',
    more: 'Daha nəyi bilmək istəyirsiniz?',
    forgetTitle: 'Silmək',
    whoever:
      'Bu link kimdədirsə, buradakıları oxuya və silə bilər, ona görə onu başqasına verməyin.',
    forget: 'Sualımı silin',
    keep: 'Qalsın',
    sure: 'Sual birdəfəlik silinsin?',
    goes: 'Sual, cavablar və e-poçt ünvanınız silinir, bu link də bir daha açılmır. Hələ cavab verilməyibsə, daha verilməyəcək.',
    held: 'Bunu hələlik silmək olmur, çünki bir müddət saxlanılmalıdır. Nümayəndəliyə yazın.',
    absentTitle: 'Bu link heç nə açmır',
    absent: 'Linkin tam köçürülüb-köçürülmədiyini yoxlayın. Tam köçürülübsə, sual artıq silinib.',
    tooOftenTitle: 'Bir az sonra cəhd edin',
    tooOften:
      'İstifadə etdiyiniz şəbəkədən heç nə açmayan çoxlu link yoxlanılıb. Bu vaxtdan sonra yenidən cəhd edin: {time}.',
    missions: 'Səfirliklər və konsulluqlar',
  },
  tr: {
    asked: 'Kime soruldu',
    answers: 'Sonra yazılanlar',
    closed: 'Burada şu anda soru sorulamıyor.',
    until: 'Yanıt için son gün:',
    more: 'Başka neyi bilmek istiyorsunuz?',
    forgetTitle: 'Silmek',
    whoever: 'Bu bağlantı kimdeyse buradakileri okuyup silebilir, bu yüzden onu kimseye vermeyin.',
    forget: 'Sorumu silin',
    keep: 'Kalsın',
    sure: 'Soru tamamen silinsin mi?',
    goes: 'Soru, yanıtlar ve e-posta adresiniz silinir, bu bağlantı da artık açılmaz. Henüz yanıt verilmediyse artık verilmez.',
    held: 'Bu şimdilik silinemez, çünkü bir süre saklanması gerekiyor. Temsilciliğe yazın.',
    absentTitle: 'Bu bağlantı bir şey açmıyor',
    absent:
      'Bağlantının tamamının kopyalandığını kontrol edin. Tamamı kopyalandıysa soru silinmiştir.',
    tooOftenTitle: 'Daha sonra deneyin',
    tooOften:
      'Kullandığınız ağdan bir şey açmayan çok sayıda bağlantı denendi. Şu saatten sonra yeniden deneyin: {time}.',
    missions: 'Büyükelçilikler ve konsolosluklar',
  },
  ru: {
    asked: 'Кому задан вопрос',
    answers: 'Что было написано потом',
    closed: 'Сейчас здесь спросить нельзя.',
    until: 'Последний день для ответа:',
    more: 'Что ещё вы хотите узнать?',
    forgetTitle: 'Удаление',
    whoever:
      'Тот, у кого есть эта ссылка, может всё здесь прочитать и удалить, поэтому никому её не передавайте.',
    forget: 'Удалить мой вопрос',
    keep: 'Оставить',
    sure: 'Удалить вопрос навсегда?',
    goes: 'Вопрос, ответы и ваш адрес почты будут удалены, а эта ссылка больше ничего не откроет. Если ответа ещё нет, его уже не будет.',
    held: 'Сейчас это нельзя удалить, потому что какое-то время это нужно хранить. Напишите представительству.',
    absentTitle: 'Эта ссылка ничего не открывает',
    absent: 'Проверьте, скопирована ли ссылка целиком. Если да, вопрос уже удалён.',
    tooOftenTitle: 'Попробуйте позже',
    tooOften:
      'Из сети, которой вы пользуетесь, пробовали много ссылок, которые ничего не открывают. Попробуйте снова с этого времени: {time}.',
    missions: 'Посольства и консульства',
  },
}
