import type { Problem, ProblemCode } from '#core/answers/check.ts'
import type { DatePart } from '#core/facts/written-date.ts'
import type { Language } from '#core/language.ts'
import type { ApplicationType, FormField } from '#core/policy/application-type.ts'
import { valueText } from '#telling/answers.tsx'
import type { Wording } from '#telling/option-names.ts'

/** A question, and the type it belongs to, whose other questions a sentence may name. */
export type Asked = {
  readonly field: FormField
  readonly type: Pick<ApplicationType, 'blocks'>
  readonly wording: Wording
}

/**
 * What is wrong with an answer, as one or two sentences that name the question and say what to
 * write. Where a question has words of its own for it, those are used.
 */
export function problemText(problem: Problem, { field, type, wording }: Asked): string {
  const { language } = wording
  const own = ownWords(problem, field)
  if (own !== undefined) return own[language]
  const [words, name] = [SENTENCES[language], nameOf(field, language)]
  const sentence = words[`${problem.problem}:${problem.part ?? ''}`] ?? words[problem.problem]
  return sentence
    .replaceAll('{question}', () => name)
    .replaceAll('{character}', () => visible(problem.character ?? '', language))
    .replaceAll('{max}', String(problem.max ?? ''))
    .replaceAll('{other}', () => otherText(problem, type, wording))
}

/** A question that lists its answers is asked again in its own words whatever was sent for it. */
function ownWords({ problem, words }: Problem, { missing }: FormField) {
  if (problem === 'may-not-apply') return words
  const isAskedAgain = ['missing', 'machine-name-missing', 'not-an-option'].includes(problem)
  return isAskedAgain ? missing : undefined
}

/** A label that is a question keeps its mark; a name is followed by what is said about it. */
function nameOf({ label }: FormField, language: Language): string {
  return label[language].endsWith('?') ? label[language] : `${label[language]}:`
}

/** Blanks and controls have no picture of their own. */
const visible = (character: string, language: Language): string =>
  /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character)
    ? QUOTES[language].replace('…', () => character)
    : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const QUOTES: Readonly<Record<Language, string>> = {
  az: '«…»',
  tr: '“…”',
  en: '“…”',
  ru: '«…»',
}

function otherText({ other }: Problem, { blocks }: Asked['type'], wording: Wording): string {
  const block = blocks.find(({ code }) => code === other?.block)
  const field = block?.fields.find(({ code }) => code === other?.field)
  if (!field || !other) return ''
  const label = QUOTES[wording.language].replace('…', () => field.label[wording.language])
  return `${label} (${valueText(field, other.value, wording)})`
}

type Sentences = Readonly<Record<ProblemCode, string>> &
  Readonly<Partial<Record<`${ProblemCode}:${DatePart | ''}`, string>>>

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    missing: '{question} an answer is needed.',
    'machine-name-missing': '{question} write it in the letters A to Z, as in your passport.',
    'not-an-option': '{question} choose one of the answers.',
    'may-not-apply': '{question} with this answer nobody can apply.',
    'too-long': '{question} there is room for {max} characters. Please shorten it.',
    unreadable:
      '{question} some characters did not reach us as you wrote them. Please type it again.',
    'not-in-a-name':
      '{question} we cannot take {character} in a name. Write it as printed in your passport.',
    'no-letter': '{question} there is no letter in it. Write it as printed in your passport.',
    'not-machine-letters':
      '{question} use only the letters A to Z and spaces, as in the two lines at the foot of your passport.',
    'not-a-document-number':
      '{question} use only letters A to Z and digits, at most 9, as printed in the document.',
    'part-missing': '{question} enter the day, the month and the year, for example 27 3 1987.',
    'part-missing:day': '{question} enter the day as well, for example 27 3 1987.',
    'part-missing:month': '{question} enter the month as well, for example 3 for March.',
    'part-missing:year': '{question} enter the year as well, for example 1987.',
    'not-a-part': '{question} enter a date, for example 27 3 1987.',
    'not-a-part:day': '{question} the day is a number from 1 to 31.',
    'not-a-part:month': '{question} the month is a number from 1 to 12, or its name.',
    'not-a-part:year': '{question} the year has four digits, for example 1987.',
    'no-such-day': '{question} that month does not have so many days. Check the day and the month.',
    'year-too-short': '{question} write the year with four digits, for example 1987.',
    'too-long-ago':
      '{question} this year is too long ago. Check it; count as your passport does (Gregorian calendar).',
    'date-and-without':
      '{question} there is a date, and a tick that there is none. Keep one of them.',
    'not-past': '{question} this day has not come yet. Check it.',
    'not-future': '{question} this day has passed. Check it.',
    'before-other': '{question} this is before {other}. One of the two must be wrong: check both.',
    'too-many': '{question} choose at most {max}.',
    'stateless-and-citizen':
      '{question} a person without a citizenship has none beside it. Keep one or the other.',
    twice: '{question} you have added this one already. Change that entry instead.',
    'no-country-code':
      '{question} start with + and the code of the country, for example +351 912 345 678.',
    'no-such-country-code':
      '{question} no country has the code behind the +. Check the first digits.',
    'phone-too-short': '{question} some digits are missing. Check the number.',
    'phone-too-long': '{question} there are too many digits. Write one number only.',
    'not-in-a-phone':
      '{question} we cannot take {character} in a number. Write digits only, for example +351 912 345 678.',
    'not-an-email': '{question} enter an email address, for example name@example.com.',
    'not-a-link':
      '{question} enter the address of one web page, for example https://example.com/page.',
    'not-a-number': '{question} enter a whole number in digits, for example 2.',
    'too-large': '{question} the number can be at most {max}.',
  },
  az: {
    missing: '{question} cavab lazımdır.',
    'machine-name-missing': '{question} pasportdakı kimi A–Z hərfləri ilə yazın.',
    'not-an-option': '{question} cavablardan birini seçin.',
    'may-not-apply': '{question} bu cavabla müraciət etmək olmur.',
    'too-long': '{question} ən çoxu {max} simvol ola bilər. Mətni qısaldın.',
    unreadable: '{question} bəzi simvollar bizə yazdığınız kimi çatmayıb. Yenidən yazın.',
    'not-in-a-name':
      '{question} adda {character} işarəsini qəbul edə bilmirik. Pasportda yazıldığı kimi yazın.',
    'no-letter': '{question} burada hərf yoxdur. Pasportda yazıldığı kimi yazın.',
    'not-machine-letters':
      '{question} yalnız A–Z hərfləri və boşluq yazın, pasportun aşağısındakı iki sətirdə olduğu kimi.',
    'not-a-document-number':
      '{question} yalnız A–Z hərfləri və rəqəmlər yazın, ən çoxu 9, sənəddə olduğu kimi.',
    'part-missing': '{question} günü, ayı və ili yazın, məsələn, 27 3 1987.',
    'part-missing:day': '{question} günü də yazın, məsələn, 27 3 1987.',
    'part-missing:month': '{question} ayı da yazın, məsələn, mart üçün 3.',
    'part-missing:year': '{question} ili də yazın, məsələn, 1987.',
    'not-a-part': '{question} tarix yazın, məsələn, 27 3 1987.',
    'not-a-part:day': '{question} gün 1–31 arası rəqəmdir.',
    'not-a-part:month': '{question} ay 1–12 arası rəqəm və ya ayın adıdır.',
    'not-a-part:year': '{question} il dörd rəqəmlidir, məsələn, 1987.',
    'no-such-day': '{question} həmin ayda o qədər gün yoxdur. Günü və ayı yoxlayın.',
    'year-too-short': '{question} ili dörd rəqəmlə yazın, məsələn, 1987.',
    'too-long-ago':
      '{question} bu il çox qədimdir. Yoxlayın; pasportdakı kimi qriqorian təqvimi ilə yazın.',
    'date-and-without':
      '{question} həm tarix yazılıb, həm də onun olmadığı qeyd edilib. Birini saxlayın.',
    'not-past': '{question} bu tarix hələ gəlməyib. Yoxlayın.',
    'not-future': '{question} bu tarix artıq keçib. Yoxlayın.',
    'before-other':
      '{question} bu tarix {other} cavabından əvvəldir. İkisindən biri səhvdir: hər ikisini yoxlayın.',
    'too-many': '{question} ən çoxu {max} cavab seçin.',
    'stateless-and-citizen':
      '{question} vətəndaşlığı olmayan şəxsin başqa vətəndaşlığı olmur. Birini saxlayın.',
    twice: '{question} bunu artıq əlavə etmisiniz. Həmin qeydi dəyişin.',
    'no-country-code': '{question} + işarəsi və ölkə kodu ilə başlayın, məsələn, +351 912 345 678.',
    'no-such-country-code':
      '{question} + işarəsindən sonrakı kod heç bir ölkəyə aid deyil. İlk rəqəmləri yoxlayın.',
    'phone-too-short': '{question} bəzi rəqəmlər çatmır. Nömrəni yoxlayın.',
    'phone-too-long': '{question} rəqəmlər çoxdur. Yalnız bir nömrə yazın.',
    'not-in-a-phone':
      '{question} nömrədə {character} işarəsini qəbul edə bilmirik. Yalnız rəqəm yazın, məsələn, +351 912 345 678.',
    'not-an-email': '{question} e-poçt ünvanı yazın, məsələn, ad@example.com.',
    'not-a-link': '{question} bir veb səhifənin ünvanını yazın, məsələn, https://example.com/page.',
    'not-a-number': '{question} rəqəmlə tam ədəd yazın, məsələn, 2.',
    'too-large': '{question} ən çoxu {max} ola bilər.',
  },
  tr: {
    missing: '{question} bir yanıt gerekli.',
    'machine-name-missing': '{question} pasaporttaki gibi A–Z harfleriyle yazın.',
    'not-an-option': '{question} yanıtlardan birini seçin.',
    'may-not-apply': '{question} bu yanıtla başvuru yapılamaz.',
    'too-long': '{question} en fazla {max} karakter olabilir. Lütfen kısaltın.',
    unreadable: '{question} bazı karakterler bize yazdığınız gibi ulaşmadı. Lütfen yeniden yazın.',
    'not-in-a-name':
      '{question} bir adda {character} işaretini kabul edemiyoruz. Pasaportta yazdığı gibi yazın.',
    'no-letter': '{question} içinde harf yok. Pasaportta yazdığı gibi yazın.',
    'not-machine-letters':
      '{question} yalnızca A–Z harfleri ve boşluk yazın, pasaportun altındaki iki satırdaki gibi.',
    'not-a-document-number':
      '{question} yalnızca A–Z harfleri ve rakamlar yazın, en fazla 9, belgede yazdığı gibi.',
    'part-missing': '{question} günü, ayı ve yılı yazın, örneğin 27 3 1987.',
    'part-missing:day': '{question} günü de yazın, örneğin 27 3 1987.',
    'part-missing:month': '{question} ayı da yazın, örneğin mart için 3.',
    'part-missing:year': '{question} yılı da yazın, örneğin 1987.',
    'not-a-part': '{question} bir tarih yazın, örneğin 27 3 1987.',
    'not-a-part:day': '{question} gün 1 ile 31 arasında bir sayıdır.',
    'not-a-part:month': '{question} ay 1 ile 12 arasında bir sayı ya da ayın adıdır.',
    'not-a-part:year': '{question} yıl dört rakamlıdır, örneğin 1987.',
    'no-such-day': '{question} o ayda bu kadar gün yok. Günü ve ayı kontrol edin.',
    'year-too-short': '{question} yılı dört rakamla yazın, örneğin 1987.',
    'too-long-ago':
      '{question} bu yıl çok eski. Kontrol edin; pasaporttaki gibi miladi takvimle yazın.',
    'date-and-without':
      '{question} hem bir tarih var hem de olmadığı işaretli. Yalnızca birini bırakın.',
    'not-past': '{question} bu tarih henüz gelmedi. Kontrol edin.',
    'not-future': '{question} bu tarih geçti. Kontrol edin.',
    'before-other':
      '{question} bu tarih {other} yanıtından önce. İkisinden biri yanlış olmalı: ikisini de kontrol edin.',
    'too-many': '{question} en fazla {max} tane seçin.',
    'stateless-and-citizen':
      '{question} vatansız bir kişinin başka vatandaşlığı olmaz. Yalnızca birini bırakın.',
    twice: '{question} bunu zaten eklediniz. O kaydı değiştirin.',
    'no-country-code': '{question} + işareti ve ülke koduyla başlayın, örneğin +351 912 345 678.',
    'no-such-country-code':
      '{question} + işaretinden sonraki kod hiçbir ülkenin değil. İlk rakamları kontrol edin.',
    'phone-too-short': '{question} bazı rakamlar eksik. Numarayı kontrol edin.',
    'phone-too-long': '{question} çok fazla rakam var. Yalnızca bir numara yazın.',
    'not-in-a-phone':
      '{question} numarada {character} işaretini kabul edemiyoruz. Yalnızca rakam yazın, örneğin +351 912 345 678.',
    'not-an-email': '{question} bir e-posta adresi yazın, örneğin ad@example.com.',
    'not-a-link': '{question} bir web sayfasının adresini yazın, örneğin https://example.com/page.',
    'not-a-number': '{question} rakamla tam sayı yazın, örneğin 2.',
    'too-large': '{question} en fazla {max} olabilir.',
  },
  ru: {
    missing: '{question} нужен ответ.',
    'machine-name-missing': '{question} напишите буквами A–Z, как в паспорте.',
    'not-an-option': '{question} выберите один из ответов.',
    'may-not-apply': '{question} с этим ответом подать обращение нельзя.',
    'too-long': '{question} помещается не больше {max} знаков. Сократите текст.',
    unreadable:
      '{question} некоторые знаки дошли до нас не так, как вы написали. Наберите ещё раз.',
    'not-in-a-name':
      '{question} знак {character} в имени мы принять не можем. Напишите, как в паспорте.',
    'no-letter': '{question} здесь нет ни одной буквы. Напишите, как в паспорте.',
    'not-machine-letters':
      '{question} только буквы A–Z и пробелы, как в двух нижних строках паспорта.',
    'not-a-document-number': '{question} только буквы A–Z и цифры, не больше 9, как в документе.',
    'part-missing': '{question} напишите день, месяц и год, например 27 3 1987.',
    'part-missing:day': '{question} напишите и день, например 27 3 1987.',
    'part-missing:month': '{question} напишите и месяц, например 3 для марта.',
    'part-missing:year': '{question} напишите и год, например 1987.',
    'not-a-part': '{question} напишите дату, например 27 3 1987.',
    'not-a-part:day': '{question} день — это число от 1 до 31.',
    'not-a-part:month': '{question} месяц — это число от 1 до 12 или название.',
    'not-a-part:year': '{question} в годе четыре цифры, например 1987.',
    'no-such-day': '{question} в этом месяце столько дней нет. Проверьте день и месяц.',
    'year-too-short': '{question} напишите год четырьмя цифрами, например 1987.',
    'too-long-ago':
      '{question} это слишком давний год. Проверьте его; пишите, как в паспорте, по григорианскому календарю.',
    'date-and-without': '{question} есть и дата, и отметка, что её нет. Оставьте что-нибудь одно.',
    'not-past': '{question} этот день ещё не наступил. Проверьте его.',
    'not-future': '{question} этот день уже прошёл. Проверьте его.',
    'before-other':
      '{question} это раньше, чем {other}. Одно из двух неверно: проверьте оба ответа.',
    'too-many': '{question} выберите не больше {max}.',
    'stateless-and-citizen':
      '{question} у лица без гражданства другого гражданства нет. Оставьте что-нибудь одно.',
    twice: '{question} это вы уже добавили. Измените ту запись.',
    'no-country-code': '{question} начните с + и кода страны, например +351 912 345 678.',
    'no-such-country-code': '{question} после + нет кода ни одной страны. Проверьте первые цифры.',
    'phone-too-short': '{question} не хватает цифр. Проверьте номер.',
    'phone-too-long': '{question} слишком много цифр. Напишите один номер.',
    'not-in-a-phone':
      '{question} знак {character} в номере мы принять не можем. Пишите только цифры, например +351 912 345 678.',
    'not-an-email': '{question} напишите адрес почты, например name@example.com.',
    'not-a-link':
      '{question} напишите адрес одной веб-страницы, например https://example.com/page.',
    'not-a-number': '{question} напишите целое число цифрами, например 2.',
    'too-large': '{question} не больше {max}.',
  },
}
