import type { Language } from '#core/language.ts'

const en = {
  familyTitle: 'Your family',
  familyLead: 'Who belongs to you, what each of you holds, and what ends first.',
  shares:
    'Everybody in this family sees the name, the date of birth, and what each of you holds and until when. Nobody sees the applications, answers or documents of another adult.',
  others: 'You are in another family here as well:',
  you: 'you',
  age: 'Age: {age}',
  holdsNothing: 'Holds nothing here yet',
  until: 'until',
  first: 'Ends first',
  canNow: 'Can be applied for now: {count}',
  more: 'What may be done: {name}',
  moreOwn: 'What you may do',
  enter: 'Enter name and date of birth',
  change: 'Change name or date of birth',
} as const

/** What the picture of a family says. */
export type FamilyWords = Readonly<Record<keyof typeof en, string>>

const az: FamilyWords = {
  familyTitle: 'Ailəniz',
  familyLead: 'Ailənizdə kim var, hər birinizdə nə var və birinci nəyin müddəti bitir.',
  shares:
    'Bu ailədəki hər kəs adı, doğum tarixini, hər birinizdə nəyin hansı günədək qüvvədə olduğunu görür. Yetkin şəxsin müraciətlərini, cavablarını və sənədlərini başqası görmür.',
  others: 'Burada başqa ailədə də varsınız:',
  you: 'siz',
  age: 'Yaş: {age}',
  holdsNothing: 'Hələlik burada heç nəyi yoxdur',
  until: 'son gün:',
  first: 'Birinci bitən',
  canNow: 'İndi müraciət etmək olar: {count}',
  more: 'Nə etmək olar: {name}',
  moreOwn: 'Nə edə bilərsiniz',
  enter: 'Ad və doğum tarixini yazın',
  change: 'Adı və ya doğum tarixini dəyişin',
}

const tr: FamilyWords = {
  familyTitle: 'Aileniz',
  familyLead: 'Ailenizde kimler var, her birinizin neyi var ve hangisi önce bitiyor.',
  shares:
    'Bu ailedeki herkes adı, doğum tarihini, her birinizin neye hangi güne kadar sahip olduğunu görür. Bir yetişkinin başvurularını, yanıtlarını ve belgelerini başkası görmez.',
  others: 'Burada başka bir ailede de varsınız:',
  you: 'siz',
  age: 'Yaş: {age}',
  holdsNothing: 'Şu an burada bir şeyi yok',
  until: 'son gün:',
  first: 'Önce biten',
  canNow: 'Şimdi başvurulabilir: {count}',
  more: 'Neler yapılabilir: {name}',
  moreOwn: 'Neler yapabilirsiniz',
  enter: 'Adı ve doğum tarihini yazın',
  change: 'Adı veya doğum tarihini değiştirin',
}

const ru: FamilyWords = {
  familyTitle: 'Ваша семья',
  familyLead: 'Кто в вашей семье, что есть у каждого и что закончится первым.',
  shares:
    'Все в этой семье видят имя, дату рождения и что у каждого есть и до какого дня. Обращений, ответов и документов взрослого другие не видят.',
  others: 'Вы состоите здесь и в другой семье:',
  you: 'вы',
  age: 'Возраст: {age}',
  holdsNothing: 'Пока здесь ничего нет',
  until: 'последний день:',
  first: 'Закончится первым',
  canNow: 'Можно подать сейчас: {count}',
  more: 'Что доступно: {name}',
  moreOwn: 'Что вам доступно',
  enter: 'Указать имя и дату рождения',
  change: 'Изменить имя или дату рождения',
}

export const familyWords: Readonly<Record<Language, FamilyWords>> = { az, tr, en, ru }
