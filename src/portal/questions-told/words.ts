import type { Language } from '#core/language.ts'

const en = {
  title: 'Questions and answers',
  lead: 'What embassies and consulates are asked often. Two officials stand behind each answer, and each says when it was last looked at.',
  all: 'For everybody',
  none: 'Nothing stands here yet. Ask the embassy or consulate where you live.',
  ask: 'Your question is not here? Ask an embassy or a consulate.',
  more: 'More questions',
  before: 'Questions before these',
  pages: 'Pages of questions',
  isNoDecision: 'An answer explains the rules. It decides nothing in your case.',
} as const

export type QuestionsToldWords = Readonly<Record<keyof typeof en, string>>

export const questionsToldWords: Readonly<Record<Language, QuestionsToldWords>> = {
  en,
  az: {
    title: 'Suallar və cavablar',
    lead: 'Səfirlik və konsulluqlardan tez-tez soruşulanlar. Hər cavabı iki əməkdaş yoxlayıb və son baxış günü yanında yazılıb.',
    all: 'Hamı üçün',
    none: 'Burada hələ heç nə yoxdur. Yaşadığınız yerdəki səfirlik və ya konsulluqdan soruşun.',
    ask: 'Sualınız burada yoxdur? Səfirlik və ya konsulluqdan soruşun.',
    more: 'Digər suallar',
    before: 'Əvvəlki suallar',
    pages: 'Sualların səhifələri',
    isNoDecision: 'Cavab qaydaları izah edir. Sizin işinizdə heç nəyi həll etmir.',
  },
  tr: {
    title: 'Sorular ve yanıtlar',
    lead: 'Büyükelçilik ve konsolosluklara sık sorulanlar. Her yanıtı iki görevli inceler, son bakılan gün de yanında yazar.',
    all: 'Herkes için',
    none: 'Burada henüz bir şey yok. Yaşadığınız yerdeki büyükelçilik veya konsolosluğa sorun.',
    ask: 'Sorunuz burada yok mu? Büyükelçilik veya konsolosluğa sorun.',
    more: 'Diğer sorular',
    before: 'Önceki sorular',
    pages: 'Soruların sayfaları',
    isNoDecision: 'Yanıt kuralları açıklar. Sizin dosyanızda hiçbir şeye karar vermez.',
  },
  ru: {
    title: 'Вопросы и ответы',
    lead: 'О чём часто спрашивают посольства и консульства. Каждый ответ проверили два сотрудника, рядом указано, когда его смотрели в последний раз.',
    all: 'Для всех',
    none: 'Здесь пока ничего нет. Спросите посольство или консульство там, где вы живёте.',
    ask: 'Здесь нет вашего вопроса? Спросите посольство или консульство.',
    more: 'Другие вопросы',
    before: 'Предыдущие вопросы',
    pages: 'Страницы вопросов',
    isNoDecision: 'Ответ объясняет правила. По вашему делу он ничего не решает.',
  },
}
