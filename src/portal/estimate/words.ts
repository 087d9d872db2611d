import type { Language } from '#core/language.ts'

export type EstimateWords = Readonly<Record<keyof typeof en, string>>

const en = {
  title: 'Estimate your points',
  description: 'See where you stand before you apply. Nothing you type is kept.',
  lead: 'Answer what you can and see at once where you stand, criterion by criterion, and what would bring you further.',
  privacyTitle: 'Nothing is kept',
  privacy:
    'You need no account. What you type here is counted and forgotten: we do not store it, and no official sees it.',
  openTitle: 'You may leave questions open',
  open: 'An open question is not counted as zero. The criterion it belongs to just has no points yet.',
  atMost: 'Up to {points}',
  years: 'Years',
  months: 'Months',
  choose: 'Choose',
  show: 'Show my estimate',
  again: 'Change your answers',
  applyText:
    'Your answers are not carried over into an application; there you will give them with documents.',
  'not-a-number': '“{label}”: enter a whole number, for example 3.',
  'too-large': '“{label}” can be at most {max}.',
  'not-an-option': '“{label}”: choose one of the answers.',
} as const

const az: EstimateWords = {
  title: 'Balınızı hesablayın',
  description: 'Müraciətdən əvvəl vəziyyətinizi görün. Yazdıqlarınız saxlanılmır.',
  lead: 'Bildiyiniz suallara cavab verin: hər meyar üzrə vəziyyətinizi və sizi nəyin irəli aparacağını dərhal görəcəksiniz.',
  privacyTitle: 'Heç nə saxlanılmır',
  privacy:
    'Hesab lazım deyil. Burada yazdıqlarınız hesablanır və unudulur: onları saxlamırıq və heç bir əməkdaş görmür.',
  openTitle: 'Sualları açıq qoya bilərsiniz',
  open: 'Açıq sual sıfır sayılmır. Sadəcə, aid olduğu meyar üzrə hələ bal olmur.',
  atMost: 'Ən çoxu {points}',
  years: 'İl',
  months: 'Ay',
  choose: 'Seçin',
  show: 'Hesablamanı göstərin',
  again: 'Cavablarınızı dəyişin',
  applyText: 'Cavablarınız müraciətə keçmir; orada onları sənədlərlə birlikdə verəcəksiniz.',
  'not-a-number': '«{label}»: tam ədəd yazın, məsələn, 3.',
  'too-large': '«{label}» ən çoxu {max} ola bilər.',
  'not-an-option': '«{label}»: cavablardan birini seçin.',
}

const tr: EstimateWords = {
  title: 'Puanınızı hesaplayın',
  description: 'Başvurmadan önce durumunuzu görün. Yazdıklarınız saklanmaz.',
  lead: 'Bildiğiniz soruları yanıtlayın: her kriterdeki durumunuzu ve sizi neyin ileri götüreceğini hemen görün.',
  privacyTitle: 'Hiçbir şey saklanmaz',
  privacy:
    'Hesap gerekmez. Burada yazdıklarınız hesaplanır ve unutulur: saklamayız, hiçbir görevli görmez.',
  openTitle: 'Soruları boş bırakabilirsiniz',
  open: 'Boş soru sıfır sayılmaz. Yalnızca ait olduğu kriterin henüz puanı olmaz.',
  atMost: 'En çok {points}',
  years: 'Yıl',
  months: 'Ay',
  choose: 'Seçin',
  show: 'Tahminimi göster',
  again: 'Yanıtlarınızı değiştirin',
  applyText: 'Yanıtlarınız başvuruya aktarılmaz; orada onları belgelerle birlikte vereceksiniz.',
  'not-a-number': '“{label}”: tam sayı yazın, örneğin 3.',
  'too-large': '“{label}” en çok {max} olabilir.',
  'not-an-option': '“{label}”: yanıtlardan birini seçin.',
}

const ru: EstimateWords = {
  title: 'Оцените свои баллы',
  description: 'Узнайте, где вы находитесь, до подачи обращения. Ответы не сохраняются.',
  lead: 'Ответьте на то, что знаете, и сразу увидите результат по каждому критерию и то, что поможет вам продвинуться.',
  privacyTitle: 'Ничего не сохраняется',
  privacy:
    'Учётная запись не нужна. Ответы подсчитываются и забываются: мы их не храним, и никто из сотрудников их не видит.',
  openTitle: 'Вопросы можно пропускать',
  open: 'Пропущенный вопрос не считается нулём. Просто по его критерию пока нет баллов.',
  atMost: 'До {points}',
  years: 'Лет',
  months: 'Месяцев',
  choose: 'Выберите',
  show: 'Показать мою оценку',
  again: 'Измените ответы',
  applyText: 'Ответы не переносятся в обращение; там вы дадите их вместе с документами.',
  'not-a-number': '«{label}»: введите целое число, например 3.',
  'too-large': '«{label}»: не больше {max}.',
  'not-an-option': '«{label}»: выберите один из ответов.',
}

export const estimateWords: Readonly<Record<Language, EstimateWords>> = { az, tr, en, ru }
