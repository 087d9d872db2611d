import type { StepKind } from '#core/cases/life.ts'
import type { Stage } from '#core/cases/stages.ts'
import type { OfficeWords, Words } from '#core/language.ts'

/** What a case is called: to its person in a word and whole, and by officials. */
export type CaseWords = {
  readonly tag: Words
  readonly title: Words
  readonly officeTag: OfficeWords
}

/** What a case of any type is called at each stage, where its type has no words of its own. */
export const STAGE_WORDS: Readonly<Record<Stage, CaseWords>> = {
  draft: {
    tag: { az: 'Qaralama', tr: 'Taslak', en: 'Draft', ru: 'Черновик' },
    title: {
      az: 'Qaralama, hələ təqdim edilməyib',
      tr: 'Taslak, henüz sunulmadı',
      en: 'A draft, not submitted yet',
      ru: 'Черновик, ещё не отправлен',
    },
    officeTag: { az: 'Qaralama', en: 'Draft' },
  },
  'with-person': {
    tag: { az: 'Sizdən gözlənilir', tr: 'Sizden bekleniyor', en: 'Your turn', ru: 'Ждём вас' },
    title: {
      az: 'Sizdən cavab gözləyirik',
      tr: 'Sizden yanıt bekliyoruz',
      en: 'We are waiting for you',
      ru: 'Мы ждём ответа от вас',
    },
    officeTag: { az: 'Şəxsdən gözlənilir', en: 'With the person' },
  },
  examined: {
    tag: { az: 'Baxılır', tr: 'İnceleniyor', en: 'Being examined', ru: 'Рассматривается' },
    title: {
      az: 'Hazırda buna baxırıq',
      tr: 'Şu anda inceliyoruz',
      en: 'We are examining it',
      ru: 'Мы это рассматриваем',
    },
    officeTag: { az: 'Baxılır', en: 'Being examined' },
  },
  'with-others': {
    tag: {
      az: 'Cavab gözlənilir',
      tr: 'Yanıt bekleniyor',
      en: 'With other bodies',
      ru: 'Ждём ответов',
    },
    title: {
      az: 'Digər dövlət orqanlarının cavabını gözləyirik',
      tr: 'Diğer devlet kurumlarının yanıtını bekliyoruz',
      en: 'We are waiting for other state bodies',
      ru: 'Мы ждём ответа других государственных органов',
    },
    officeTag: { az: 'Digər orqanlarda', en: 'With other bodies' },
  },
  deciding: {
    tag: {
      az: 'Qərar hazırlanır',
      tr: 'Karar hazırlanıyor',
      en: 'Being decided',
      ru: 'Готовится решение',
    },
    title: {
      az: 'Qərarı hazırlayırıq',
      tr: 'Kararı hazırlıyoruz',
      en: 'We are preparing the decision',
      ru: 'Мы готовим решение',
    },
    officeTag: { az: 'Qərar gözləyir', en: 'To decide' },
  },
  'carrying-out': {
    tag: { az: 'İcra olunur', tr: 'Uygulanıyor', en: 'Being carried out', ru: 'Исполняется' },
    title: {
      az: 'Qərar icra olunur',
      tr: 'Karar uygulanıyor',
      en: 'The decision is being carried out',
      ru: 'Решение исполняется',
    },
    officeTag: { az: 'İcra olunur', en: 'Being carried out' },
  },
  ended: {
    tag: { az: 'Başa çatıb', tr: 'Sona erdi', en: 'Ended', ru: 'Завершено' },
    title: {
      az: 'Baxılma başa çatıb',
      tr: 'İnceleme sona erdi',
      en: 'This has ended',
      ru: 'Рассмотрение завершено',
    },
    officeTag: { az: 'Başa çatıb', en: 'Ended' },
  },
}

/** The same of a case that was decided. */
export const OUTCOME_WORDS: Readonly<Record<'favourable' | 'unfavourable', CaseWords>> = {
  favourable: {
    tag: {
      az: 'Müsbət qərar',
      tr: 'Olumlu karar',
      en: 'Favourable decision',
      ru: 'Положительное решение',
    },
    title: {
      az: 'Sizin xeyrinizə qərar verilib',
      tr: 'Lehinize karar verildi',
      en: 'The decision is in your favour',
      ru: 'Принято решение в вашу пользу',
    },
    officeTag: { az: 'Müsbət qərar', en: 'Favourable decision' },
  },
  unfavourable: {
    tag: {
      az: 'Mənfi qərar',
      tr: 'Olumsuz karar',
      en: 'Unfavourable decision',
      ru: 'Отрицательное решение',
    },
    title: {
      az: 'Sizin xeyrinizə olmayan qərar verilib',
      tr: 'Lehinize olmayan bir karar verildi',
      en: 'The decision is not in your favour',
      ru: 'Принято решение не в вашу пользу',
    },
    officeTag: { az: 'Mənfi qərar', en: 'Unfavourable decision' },
  },
}

/** The same of a step that is of one person, and leaves the case where it is. */
export const OF_ONE_WORDS: Readonly<Record<'begin' | 'end', StepWords>> = {
  begin: {
    name: { az: 'Qoşulun', tr: 'Katılın', en: 'Join', ru: 'Присоединиться' },
    happened: {
      az: 'Daha bir şəxs qoşulub',
      tr: 'Bir kişi daha katıldı',
      en: 'Another person joined',
      ru: 'Присоединился ещё один человек',
    },
  },
  end: {
    name: { az: 'Çıxın', tr: 'Ayrılın', en: 'Leave', ru: 'Выйти' },
    happened: {
      az: 'Bir şəxs çıxıb',
      tr: 'Bir kişi ayrıldı',
      en: 'A person left',
      ru: 'Один человек вышел',
    },
  },
}

export type StepWords = { readonly name: Words; readonly happened: Words }

/** What a step of each kind is called, where its type has no words of its own. */
export const KIND_WORDS: Readonly<Record<StepKind, StepWords>> = {
  begin: {
    name: { az: 'Başlayın', tr: 'Başlayın', en: 'Start', ru: 'Начать' },
    happened: { az: 'Başlanılıb', tr: 'Başlandı', en: 'Started', ru: 'Начато' },
  },
  file: {
    name: { az: 'Təqdim edin', tr: 'Sunun', en: 'Submit', ru: 'Подать' },
    happened: { az: 'Təqdim edilib', tr: 'Sunuldu', en: 'Submitted', ru: 'Подано' },
  },
  return: {
    name: {
      az: 'Düzəliş üçün qaytarın',
      tr: 'Düzeltme için iade edin',
      en: 'Return for correction',
      ru: 'Вернуть на исправление',
    },
    happened: {
      az: 'Düzəliş üçün qaytarılıb',
      tr: 'Düzeltme için iade edildi',
      en: 'Returned for correction',
      ru: 'Возвращено на исправление',
    },
  },
  ask: {
    name: {
      az: 'Digər orqanlara sorğu göndərin',
      tr: 'Diğer kurumlardan yanıt isteyin',
      en: 'Ask other bodies',
      ru: 'Направить запросы другим органам',
    },
    happened: {
      az: 'Digər dövlət orqanlarına sorğu göndərilib',
      tr: 'Diğer devlet kurumlarından yanıt istendi',
      en: 'Other state bodies were asked',
      ru: 'Запросы направлены другим государственным органам',
    },
  },
  confirm: {
    name: {
      az: 'Reyestrin cavabını qeyd edin',
      tr: 'Sicilin yanıtını kaydedin',
      en: 'Take down what a register answers',
      ru: 'Записать ответ реестра',
    },
    happened: {
      az: 'Dövlət reyestri cavab verib',
      tr: 'Devlet sicili yanıt verdi',
      en: 'A state register answered',
      ru: 'Государственный реестр ответил',
    },
  },
  consult: {
    name: {
      az: 'Reyestrdən soruşun',
      tr: 'Bir sicile sorun',
      en: 'Ask a register',
      ru: 'Спросить реестр',
    },
    happened: {
      az: 'Əməkdaş reyestrdən soruşub',
      tr: 'Bir görevli sicile sordu',
      en: 'An official asked a register',
      ru: 'Сотрудник спросил реестр',
    },
  },
  report: {
    name: {
      az: 'Müraciətə baxan sistemin xəbərini qeyd edin',
      tr: 'Başvuruyu inceleyen sistemin haberini kaydedin',
      en: 'Take down what the examining system says',
      ru: 'Записать сообщение системы, где рассматривают обращение',
    },
    happened: {
      az: 'Müraciətə baxan sistemdən xəbər gəlib',
      tr: 'Başvuruyu inceleyen sistemden haber geldi',
      en: 'News from the system that examines it',
      ru: 'Пришло сообщение из системы, где рассматривают обращение',
    },
  },
  recall: {
    name: {
      az: 'Sistemdən geri götürün',
      tr: 'Sistemden geri alın',
      en: 'Take it back from the system',
      ru: 'Вернуть из системы',
    },
    happened: {
      az: 'Sistemdən geri götürülməsi',
      tr: 'Sistemden geri alınması',
      en: 'Taking it back from the system',
      ru: 'Возврат из системы',
    },
  },
  answer: {
    name: { az: 'Cavab verin', tr: 'Yanıt verin', en: 'Answer', ru: 'Ответить' },
    happened: {
      az: 'Cavab verilib',
      tr: 'Yanıt verildi',
      en: 'Answer given',
      ru: 'Дан ответ',
    },
  },
  extend: {
    name: {
      az: 'Müddəti uzadın',
      tr: 'Süreyi uzatın',
      en: 'Extend the time limit',
      ru: 'Продлить срок',
    },
    happened: {
      az: 'Müddət uzadılıb',
      tr: 'Süre uzatıldı',
      en: 'Time limit extended',
      ru: 'Срок продлён',
    },
  },
  propose: {
    name: {
      az: 'Qərar layihəsini hazırlayın',
      tr: 'Karar taslağını hazırlayın',
      en: 'Draft the decision',
      ru: 'Подготовить проект решения',
    },
    happened: {
      az: 'Qərar layihəsi hazırlanıb',
      tr: 'Karar taslağı hazırlandı',
      en: 'Decision drafted',
      ru: 'Подготовлен проект решения',
    },
  },
  'send-back': {
    name: {
      az: 'Layihəni geri göndərin',
      tr: 'Taslağı iade edin',
      en: 'Send the draft back',
      ru: 'Вернуть проект',
    },
    happened: {
      az: 'Qərar layihəsi geri göndərilib',
      tr: 'Karar taslağı iade edildi',
      en: 'Draft decision sent back',
      ru: 'Проект решения возвращён',
    },
  },
  decide: {
    name: {
      az: 'Qərarı imzalayın',
      tr: 'Kararı imzalayın',
      en: 'Sign the decision',
      ru: 'Подписать решение',
    },
    happened: {
      az: 'Qərar imzalanıb',
      tr: 'Karar imzalandı',
      en: 'Decision signed',
      ru: 'Решение подписано',
    },
  },
  tell: {
    name: {
      az: 'Qərarı bildirin',
      tr: 'Kararı tebliğ edin',
      en: 'Tell the decision',
      ru: 'Сообщить решение',
    },
    happened: {
      az: 'Qərar bildirilib',
      tr: 'Karar tebliğ edildi',
      en: 'Decision told',
      ru: 'О решении сообщено',
    },
  },
  end: {
    name: { az: 'Bağlayın', tr: 'Kapatın', en: 'Close', ru: 'Закрыть' },
    happened: { az: 'Bağlanıb', tr: 'Kapatıldı', en: 'Closed', ru: 'Закрыто' },
  },
  lapse: {
    name: {
      az: 'Müddətin bitdiyini qeyd edin',
      tr: 'Sürenin dolduğunu kaydedin',
      en: 'Note that the time ran out',
      ru: 'Отметить истечение срока',
    },
    happened: { az: 'Müddət bitib', tr: 'Süre doldu', en: 'Time ran out', ru: 'Срок истёк' },
  },
  reopen: {
    name: {
      az: 'Avtomatik addımı geri alın',
      tr: 'Otomatik adımı geri alın',
      en: 'Take the automatic step back',
      ru: 'Отменить автоматический шаг',
    },
    happened: {
      az: 'Avtomatik addımın geri alınması',
      tr: 'Otomatik adımın geri alınması',
      en: 'Taking back the automatic step',
      ru: 'Отмена автоматического шага',
    },
  },
  assign: {
    name: {
      az: 'Əməkdaş təyin edin',
      tr: 'Görevli atayın',
      en: 'Assign to an official',
      ru: 'Назначить сотрудника',
    },
    happened: {
      az: 'Əməkdaş təyin edilib',
      tr: 'Görevli atandı',
      en: 'Assigned to an official',
      ru: 'Назначен сотрудник',
    },
  },
  say: {
    name: { az: 'Mesaj yazın', tr: 'Mesaj yazın', en: 'Write a message', ru: 'Написать сообщение' },
    happened: {
      az: 'Mesaj yazılıb',
      tr: 'Mesaj yazıldı',
      en: 'Message written',
      ru: 'Написано сообщение',
    },
  },
}

/** That a case goes on by a newer version of its type, which no step of the type does. */
export const MOVED: Words = {
  az: 'Müraciətə yenilənmiş qaydalarla baxılır',
  tr: 'Başvuru yenilenen kurallara göre inceleniyor',
  en: 'Renewed rules apply from here on',
  ru: 'Далее действуют обновлённые правила',
}
