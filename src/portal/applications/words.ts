import type { Language } from '#core/language.ts'

const en = {
  title: 'Your applications',
  empty:
    'You have not started an application yet. It takes about an hour. You can stop at any time: what you save is kept.',
  begin: 'Start an application',
  beginFrom: 'Start with the answers of {number}',
  beginFromHint:
    'The answers of your application {number} can be copied into a new one, where you can change each of them. You add the documents and make the declarations again.',
  beginEmpty: 'Start an empty application',
  asked: 'You can answer until',
  changed: 'Last change',
  holds: 'While your status is valid, you do not need another application.',
  oneAtATime:
    'You can have one application at a time. You can start another once this one has ended.',
  notNow: 'You cannot start this at the moment.',
  needs: 'For this you need: {status}.',
} as const

export type ApplicationsWords = Readonly<Record<keyof typeof en, string>>

export const applicationsWords: Readonly<Record<Language, ApplicationsWords>> = {
  en,
  az: {
    title: 'Müraciətləriniz',
    empty:
      'Hələ müraciətə başlamamısınız. Müraciəti doldurmaq təxminən bir saat vaxt aparır. İstədiyiniz vaxt dayana bilərsiniz: yadda saxladığınız qalır.',
    begin: 'Müraciətə başlayın',
    beginFrom: '{number} nömrəli müraciətin cavabları ilə başlayın',
    beginFromHint:
      '{number} nömrəli müraciətinizin cavabları yeni müraciətə köçürülə bilər, orada hər birini dəyişə bilərsiniz. Sənədləri və bəyanatları yenidən verirsiniz.',
    beginEmpty: 'Boş müraciətə başlayın',
    asked: 'Cavab verə biləcəyiniz son gün:',
    changed: 'Son dəyişiklik',
    holds: 'Statusunuz qüvvədə olduqca yeni müraciətə ehtiyac yoxdur.',
    oneAtATime:
      'Eyni vaxtda yalnız bir müraciətiniz ola bilər. O başa çatdıqdan sonra yenisinə başlaya bilərsiniz.',
    notNow: 'Buna hazırda başlamaq mümkün deyil.',
    needs: 'Bunun üçün lazımdır: {status}.',
  },
  tr: {
    title: 'Başvurularınız',
    empty:
      'Henüz bir başvuruya başlamadınız. Başvuru yaklaşık bir saat sürer. İstediğiniz zaman ara verebilirsiniz: kaydettikleriniz saklanır.',
    begin: 'Başvuruya başla',
    beginFrom: '{number} numaralı başvurunun yanıtlarıyla başla',
    beginFromHint:
      '{number} numaralı başvurunuzun yanıtları yeni başvuruya kopyalanabilir, orada her birini değiştirebilirsiniz. Belgeleri ve beyanları yeniden verirsiniz.',
    beginEmpty: 'Boş bir başvuruya başla',
    asked: 'Yanıt verebileceğiniz son gün:',
    changed: 'Son değişiklik',
    holds: 'Statünüz geçerli olduğu sürece yeni bir başvuruya gerek yoktur.',
    oneAtATime:
      'Aynı anda yalnızca bir başvurunuz olabilir. O sona erdikten sonra yenisine başlayabilirsiniz.',
    notNow: 'Buna şu anda başlanamıyor.',
    needs: 'Bunun için gerekli olan: {status}.',
  },
  ru: {
    title: 'Ваши обращения',
    empty:
      'Вы ещё не начали заполнять обращение. Это займёт около часа. Можно остановиться в любой момент: сохранённое останется.',
    begin: 'Начать обращение',
    beginFrom: 'Начать с ответами обращения {number}',
    beginFromHint:
      'Ответы из обращения {number} можно скопировать в новое и там изменить каждый. Документы и подтверждения вы даёте заново.',
    beginEmpty: 'Начать пустое обращение',
    asked: 'Ответить можно не позднее',
    changed: 'Последнее изменение',
    holds: 'Пока ваш статус действует, новое обращение не нужно.',
    oneAtATime:
      'Одновременно возможно только одно обращение. Новое можно начать, когда закончится рассмотрение этого.',
    notNow: 'Сейчас начать это нельзя.',
    needs: 'Для этого нужно: {status}.',
  },
}
