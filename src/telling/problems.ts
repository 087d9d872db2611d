import type { Problem, ProblemCode } from '#core/answers/check.ts'
import type { DatePart } from '#core/facts/written-date.ts'
import type { Language } from '#core/language.ts'
import type { CaseType, FormField } from '#core/policy/case-type.ts'
import { valueText } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'

/** A question, and the type it belongs to, whose other questions a sentence may name. */
export type Asked = {
  readonly field: FormField
  readonly type: Pick<CaseType, 'blocks'>
  readonly wording: Wording
}

/**
 * What is wrong with an answer, as one or two sentences that name the question and say what to
 * write. Where a question has words of its own for it, those are used.
 */
export function problemText(problem: Problem, { field, type, wording }: Asked): string {
  const { language } = wording
  const own = ownWords(problem, field)
  if (own !== undefined) return [own[language], ...suggestion(problem, language)].join(' ')
  const [words, name] = [SENTENCES[language], (field.name ?? field.label)[language]]
  const sentence = words[`${problem.problem}:${problem.part ?? ''}`] ?? words[problem.problem]
  return `${name}: ${sentence}`
    .replaceAll('{character}', () => visible(problem.character ?? '', language))
    .replaceAll('{max}', String(problem.max ?? ''))
    .replaceAll('{until}', problem.until ? formatDate(problem.until, language, 'plain') : '')
    .replaceAll('{other}', () => otherText(problem, type, wording))
}

/** What the name would usually be in the letters of a passport, which may have it otherwise. */
const suggestion = ({ suggested }: Problem, language: Language): readonly string[] =>
  suggested === undefined ? [] : [SUGGESTED[language].replace('{name}', () => suggested)]

const SUGGESTED: Readonly<Record<Language, string>> = {
  az: 'Adətən belə yazılır: {name}. Pasportunuza baxın, orada başqa cür ola bilər.',
  tr: 'Genellikle şöyle yazılır: {name}. Pasaportunuza bakın, orada farklı olabilir.',
  en: 'It is usually written {name}. Look at the passport, which may have it otherwise.',
  ru: 'Обычно пишут так: {name}. Сверьте с паспортом, там может быть иначе.',
}

/** A question that lists its answers is asked again in its own words whatever was sent for it. */
function ownWords({ problem, words }: Problem, { missing }: FormField) {
  if (problem === 'may-not-apply') return words
  const isAskedAgain = ['missing', 'machine-name-missing', 'not-an-option'].includes(problem)
  return isAskedAgain ? missing : undefined
}

/**
 * Blanks and controls have no picture of their own, and a letter of another alphabet may look like
 * a Latin one.
 */
function visible(character: string, language: Language): string {
  if (!/^[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  }
  const quoted = QUOTES[language].replace('…', () => character)
  const alphabet = LOOK_ALIKE.find(({ letter }) => letter.test(character))
  return alphabet ? `${quoted} (${alphabet[language]})` : quoted
}

const LOOK_ALIKE = [
  { letter: /\p{sc=Cyrillic}/u, az: 'kiril', tr: 'Kiril', en: 'Cyrillic', ru: 'кириллица' },
  { letter: /\p{sc=Greek}/u, az: 'yunan', tr: 'Yunan', en: 'Greek', ru: 'греческая' },
] as const

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
    missing: 'an answer is needed.',
    'machine-name-missing': 'write it in the letters A to Z, as in your passport.',
    'not-an-option': 'choose one of the answers.',
    'may-not-apply': 'with this answer nobody can apply.',
    'too-long': 'there is room for {max} characters. Please shorten it.',
    unreadable: 'some characters did not reach us as you wrote them. Please type it again.',
    'not-in-a-name': 'we cannot take {character} in a name. Write it as printed in your passport.',
    'no-letter': 'there is no letter in it. Write it as printed in your passport.',
    'not-machine-letters': '{character} cannot stand here. Use only the letters A to Z and spaces.',
    'not-a-document-number':
      '{character} cannot stand here. Use only the letters A to Z and digits, as printed in the document.',
    'not-so-long': 'it has {max} letters and digits, no fewer and no more. Check it.',
    'part-missing': 'enter the day, the month and the year, for example 27 3 1987.',
    'part-missing:day': 'enter the day as well, for example 27 3 1987.',
    'part-missing:month': 'enter the month as well, for example 3 for March.',
    'part-missing:year': 'enter the year as well, for example 1987.',
    'not-a-part': 'enter a date, for example 27 3 1987.',
    'not-a-part:day': 'the day is a number from 1 to 31.',
    'not-a-part:month': 'the month is a number from 1 to 12, or its name.',
    'not-a-part:year': 'the year has four digits, for example 1987.',
    'no-such-day': 'that month does not have so many days. Check the day and the month.',
    'year-too-short': 'write the year with four digits, for example 1987.',
    'too-long-ago':
      'this year is too long ago. Check it; count as your passport does (Gregorian calendar).',
    'date-and-without': 'there is a date, and a tick that there is none. Keep one of them.',
    'not-past': 'this date has not come yet. Check it.',
    'not-future': 'this date has passed. Check it.',
    'before-other': 'this is before {other}. One of the two must be wrong: check both.',
    'before-held':
      'what you hold lasts longer, until {until}. Enter that day, or a later one if you were given more since.',
    'too-many': 'choose at most {max}.',
    'stateless-and-citizen':
      'a person without a citizenship has none beside it. Keep one or the other.',
    twice: 'you have added this one already. Change that entry instead.',
    'no-country-code':
      'the code of the country is missing. Begin with + and the code instead of 0 or 8, for example +994 for Azerbaijan or +7 for Russia.',
    'no-such-country-code': 'no country has the code behind the +. Check the first digits.',
    'phone-too-short': 'some digits are missing. Check the number.',
    'phone-too-long': 'there are too many digits. Write one number only.',
    'not-in-a-phone':
      'we cannot take {character} in a number. Write one number, with + and digits only.',
    'not-an-email': 'enter an email address, for example name@example.com.',
    'not-a-link': 'enter the address of one web page, for example https://example.com/page.',
    'not-a-number': 'enter a whole number in digits, for example 2.',
    'too-large': 'the number can be at most {max}.',
    'of-age':
      'this is somebody of 18 or older, who answers in an account of their own. Take them out of this application and invite them.',
    'not-own-case':
      'none of your cases has this number. Copy it from “Your applications”, or leave this empty.',
  },
  az: {
    missing: 'cavab lazımdır.',
    'machine-name-missing': 'pasportdakı kimi A–Z hərfləri ilə yazın.',
    'not-an-option': 'cavablardan birini seçin.',
    'may-not-apply': 'bu cavabla müraciət etmək olmur.',
    'too-long': 'ən çoxu {max} simvol ola bilər. Mətni qısaldın.',
    unreadable: 'bəzi simvollar bizə yazdığınız kimi çatmayıb. Yenidən yazın.',
    'not-in-a-name':
      'adda {character} işarəsini qəbul edə bilmirik. Pasportda yazıldığı kimi yazın.',
    'no-letter': 'burada hərf yoxdur. Pasportda yazıldığı kimi yazın.',
    'not-machine-letters': '{character} burada ola bilməz. Yalnız A–Z hərfləri və boşluq yazın.',
    'not-a-document-number':
      '{character} burada ola bilməz. Yalnız A–Z hərfləri və rəqəmlər yazın, sənəddə olduğu kimi.',
    'not-so-long': 'burada tam {max} hərf və rəqəm olur. Yoxlayın.',
    'part-missing': 'günü, ayı və ili yazın, məsələn, 27 3 1987.',
    'part-missing:day': 'günü də yazın, məsələn, 27 3 1987.',
    'part-missing:month': 'ayı da yazın, məsələn, mart üçün 3.',
    'part-missing:year': 'ili də yazın, məsələn, 1987.',
    'not-a-part': 'tarix yazın, məsələn, 27 3 1987.',
    'not-a-part:day': 'gün 1–31 arası rəqəmdir.',
    'not-a-part:month': 'ay 1–12 arası rəqəm və ya ayın adıdır.',
    'not-a-part:year': 'il dörd rəqəmlidir, məsələn, 1987.',
    'no-such-day': 'həmin ayda o qədər gün yoxdur. Günü və ayı yoxlayın.',
    'year-too-short': 'ili dörd rəqəmlə yazın, məsələn, 1987.',
    'too-long-ago': 'bu il çox qədimdir. Yoxlayın; pasportdakı kimi qriqorian təqvimi ilə yazın.',
    'date-and-without': 'həm tarix yazılıb, həm də onun olmadığı qeyd edilib. Birini saxlayın.',
    'not-past': 'bu tarix hələ gəlməyib. Yoxlayın.',
    'not-future': 'bu tarix artıq keçib. Yoxlayın.',
    'before-other':
      'bu tarix {other} cavabından əvvəldir. İkisindən biri səhvdir: hər ikisini yoxlayın.',
    'before-held':
      'sizdə olan icazə {until} tarixinə qədərdir. Həmin günü yazın; sonra daha çox vaxt verilibsə, sonrakı günü yazın.',
    'too-many': 'ən çoxu {max} cavab seçin.',
    'stateless-and-citizen':
      'vətəndaşlığı olmayan şəxsin başqa vətəndaşlığı olmur. Birini saxlayın.',
    twice: 'bunu artıq əlavə etmisiniz. Həmin qeydi dəyişin.',
    'no-country-code':
      'ölkə kodu yoxdur. 0 və ya 8 əvəzinə + işarəsi və ölkə kodu ilə başlayın, məsələn, Azərbaycan üçün +994, Türkiyə üçün +90.',
    'no-such-country-code':
      '+ işarəsindən sonrakı kod heç bir ölkəyə aid deyil. İlk rəqəmləri yoxlayın.',
    'phone-too-short': 'bəzi rəqəmlər çatmır. Nömrəni yoxlayın.',
    'phone-too-long': 'rəqəmlər çoxdur. Yalnız bir nömrə yazın.',
    'not-in-a-phone':
      'nömrədə {character} işarəsini qəbul edə bilmirik. Yalnız bir nömrə yazın: + işarəsi və rəqəmlər.',
    'not-an-email': 'e-poçt ünvanı yazın, məsələn, ad@example.com.',
    'not-a-link': 'bir veb səhifənin ünvanını yazın, məsələn, https://example.com/page.',
    'not-a-number': 'rəqəmlə tam ədəd yazın, məsələn, 2.',
    'too-large': 'ən çoxu {max} ola bilər.',
    'of-age':
      'bu, 18 və ya yuxarı yaşda olan şəxsdir, o öz kabinetində cavab verir. Onu bu müraciətdən çıxarın və dəvət edin.',
    'not-own-case':
      'işlərinizdən heç birinin nömrəsi bu deyil. Onu «Müraciətləriniz» səhifəsindən köçürün və ya boş saxlayın.',
  },
  tr: {
    missing: 'bir yanıt gerekli.',
    'machine-name-missing': 'pasaporttaki gibi A–Z harfleriyle yazın.',
    'not-an-option': 'yanıtlardan birini seçin.',
    'may-not-apply': 'bu yanıtla başvuru yapılamaz.',
    'too-long': 'en fazla {max} karakter olabilir. Lütfen kısaltın.',
    unreadable: 'bazı karakterler bize yazdığınız gibi ulaşmadı. Lütfen yeniden yazın.',
    'not-in-a-name':
      'bir adda {character} işaretini kabul edemiyoruz. Pasaportta yazdığı gibi yazın.',
    'no-letter': 'içinde harf yok. Pasaportta yazdığı gibi yazın.',
    'not-machine-letters': '{character} burada olamaz. Yalnızca A–Z harfleri ve boşluk yazın.',
    'not-a-document-number':
      '{character} burada olamaz. Yalnızca A–Z harfleri ve rakamlar yazın, belgede yazdığı gibi.',
    'not-so-long': 'burada tam {max} harf ve rakam olur. Kontrol edin.',
    'part-missing': 'günü, ayı ve yılı yazın, örneğin 27 3 1987.',
    'part-missing:day': 'günü de yazın, örneğin 27 3 1987.',
    'part-missing:month': 'ayı da yazın, örneğin mart için 3.',
    'part-missing:year': 'yılı da yazın, örneğin 1987.',
    'not-a-part': 'bir tarih yazın, örneğin 27 3 1987.',
    'not-a-part:day': 'gün 1 ile 31 arasında bir sayıdır.',
    'not-a-part:month': 'ay 1 ile 12 arasında bir sayı ya da ayın adıdır.',
    'not-a-part:year': 'yıl dört rakamlıdır, örneğin 1987.',
    'no-such-day': 'o ayda bu kadar gün yok. Günü ve ayı kontrol edin.',
    'year-too-short': 'yılı dört rakamla yazın, örneğin 1987.',
    'too-long-ago': 'bu yıl çok eski. Kontrol edin; pasaporttaki gibi miladi takvimle yazın.',
    'date-and-without': 'hem bir tarih var hem de olmadığı işaretli. Yalnızca birini bırakın.',
    'not-past': 'bu tarih henüz gelmedi. Kontrol edin.',
    'not-future': 'bu tarih geçti. Kontrol edin.',
    'before-other':
      'bu tarih {other} yanıtından önce. İkisinden biri yanlış olmalı: ikisini de kontrol edin.',
    'before-held':
      'elinizdeki izin {until} tarihine kadar geçerli. O günü yazın; sonra daha uzun süre verildiyse sonraki günü yazın.',
    'too-many': 'en fazla {max} tane seçin.',
    'stateless-and-citizen':
      'vatansız bir kişinin başka vatandaşlığı olmaz. Yalnızca birini bırakın.',
    twice: 'bunu zaten eklediniz. O kaydı değiştirin.',
    'no-country-code':
      'ülke kodu yok. 0 veya 8 yerine + işareti ve ülke koduyla başlayın, örneğin Türkiye için +90, Azerbaycan için +994.',
    'no-such-country-code':
      '+ işaretinden sonraki kod hiçbir ülkenin değil. İlk rakamları kontrol edin.',
    'phone-too-short': 'bazı rakamlar eksik. Numarayı kontrol edin.',
    'phone-too-long': 'çok fazla rakam var. Yalnızca bir numara yazın.',
    'not-in-a-phone':
      'numarada {character} işaretini kabul edemiyoruz. Yalnızca bir numara yazın: + işareti ve rakamlar.',
    'not-an-email': 'bir e-posta adresi yazın, örneğin ad@example.com.',
    'not-a-link': 'bir web sayfasının adresini yazın, örneğin https://example.com/page.',
    'not-a-number': 'rakamla tam sayı yazın, örneğin 2.',
    'too-large': 'en fazla {max} olabilir.',
    'of-age':
      'bu kişi 18 yaşında veya daha büyük, kendi hesabında yanıt verir. Onu bu başvurudan çıkarıp davet edin.',
    'not-own-case':
      'dosyalarınızdan hiçbirinin numarası bu değil. Onu “Başvurularınız” sayfasından kopyalayın veya boş bırakın.',
  },
  ru: {
    missing: 'нужен ответ.',
    'machine-name-missing': 'напишите буквами A–Z, как в паспорте.',
    'not-an-option': 'выберите один из ответов.',
    'may-not-apply': 'с этим ответом подать обращение нельзя.',
    'too-long': 'помещается не больше {max} знаков. Сократите текст.',
    unreadable: 'некоторые знаки дошли до нас не так, как вы написали. Наберите ещё раз.',
    'not-in-a-name': 'знак {character} в имени мы принять не можем. Напишите, как в паспорте.',
    'no-letter': 'здесь нет ни одной буквы. Напишите, как в паспорте.',
    'not-machine-letters': '{character} здесь стоять не может. Пишите только буквы A–Z и пробелы.',
    'not-a-document-number':
      '{character} здесь стоять не может. Пишите только буквы A–Z и цифры, как в документе.',
    'not-so-long': 'здесь ровно {max} букв и цифр. Проверьте.',
    'part-missing': 'напишите день, месяц и год, например 27 3 1987.',
    'part-missing:day': 'напишите и день, например 27 3 1987.',
    'part-missing:month': 'напишите и месяц, например 3 для марта.',
    'part-missing:year': 'напишите и год, например 1987.',
    'not-a-part': 'напишите дату, например 27 3 1987.',
    'not-a-part:day': 'день — это число от 1 до 31.',
    'not-a-part:month': 'месяц — это число от 1 до 12 или название.',
    'not-a-part:year': 'в годе четыре цифры, например 1987.',
    'no-such-day': 'в этом месяце столько дней нет. Проверьте день и месяц.',
    'year-too-short': 'напишите год четырьмя цифрами, например 1987.',
    'too-long-ago':
      'это слишком давний год. Проверьте его; пишите, как в паспорте, по григорианскому календарю.',
    'date-and-without': 'есть и дата, и отметка, что её нет. Оставьте что-нибудь одно.',
    'not-past': 'эта дата ещё не наступила. Проверьте её.',
    'not-future': 'эта дата уже прошла. Проверьте её.',
    'before-other': 'это раньше, чем {other}. Одно из двух неверно: проверьте оба ответа.',
    'before-held':
      'то, что у вас есть, действует дольше: по {until}. Напишите этот день или более поздний, если потом вам дали больше.',
    'too-many': 'выберите не больше {max}.',
    'stateless-and-citizen':
      'у лица без гражданства другого гражданства нет. Оставьте что-нибудь одно.',
    twice: 'это вы уже добавили. Измените ту запись.',
    'no-country-code':
      'нет кода страны. Начните с + и кода вместо 0 или 8, например +7 для России или +994 для Азербайджана.',
    'no-such-country-code': 'после + нет кода ни одной страны. Проверьте первые цифры.',
    'phone-too-short': 'не хватает цифр. Проверьте номер.',
    'phone-too-long': 'слишком много цифр. Напишите один номер.',
    'not-in-a-phone':
      'знак {character} в номере мы принять не можем. Напишите один номер: + и цифры.',
    'not-an-email': 'напишите адрес почты, например name@example.com.',
    'not-a-link': 'напишите адрес одной веб-страницы, например https://example.com/page.',
    'not-a-number': 'напишите целое число цифрами, например 2.',
    'too-large': 'не больше {max}.',
    'of-age':
      'этому человеку 18 лет или больше, он отвечает в собственном кабинете. Исключите его из этого обращения и пригласите.',
    'not-own-case':
      'ни у одного вашего дела нет такого номера. Скопируйте его со страницы «Ваши обращения» или оставьте пустым.',
  },
}
