import type { Problem, ProblemCode } from '#core/answers/check.ts'
import type { Language } from '#core/language.ts'

/** What is wrong with an answer, as one sentence that says what to do. */
export function problemText(problem: Problem, label: string, language: Language): string {
  return SENTENCES[language][problem.problem]
    .replace('{label}', label)
    .replace('{max}', String(problem.max ?? ''))
}

type Sentences = Readonly<Record<ProblemCode, string>>

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    missing: 'Answer “{label}”',
    'too-long': '“{label}” can have at most {max} characters. Please shorten it.',
    'bad-characters':
      '“{label}” has characters that cannot be read. Please type it again instead of pasting it.',
    'not-a-name':
      '“{label}” can have letters, spaces, hyphens and apostrophes, at most 200 of them.',
    'not-machine-letters':
      '“{label}”: use only the capital letters A to Z and spaces, as at the foot of your passport.',
    'not-a-document-number':
      '“{label}”: use only letters A to Z and digits, at most 9, as in your passport.',
    'not-a-date': '“{label}”: enter a date that exists, for example 27 3 1987.',
    'not-a-month': '“{label}”: enter a month and a year, for example 3 2019.',
    'not-past': '“{label}” cannot be in the future.',
    'not-future': '“{label}” cannot be in the past.',
    'before-start': '“{label}” cannot be before the start date.',
    'not-an-option': 'Choose one of the answers for “{label}”',
    'too-many': '“{label}”: choose at most {max}.',
    'not-a-phone': '“{label}”: start with + and the country code, for example +351 912 345 678.',
    'not-an-email': '“{label}”: enter an email address, for example name@example.com.',
    'not-a-link': '“{label}”: enter an address that begins with https://',
    'not-a-number': '“{label}”: enter a whole number, for example 2.',
    'too-large': '“{label}” can be at most {max}.',
  },
  az: {
    missing: '«{label}» sualına cavab verin',
    'too-long': '«{label}» ən çoxu {max} simvol ola bilər. Mətni qısaldın.',
    'bad-characters':
      '«{label}» xanasında oxunmayan simvollar var. Mətni yapışdırmaq əvəzinə yenidən yazın.',
    'not-a-name':
      '«{label}» yalnız hərf, boşluq, defis və apostrofdan ibarət ola bilər, ən çoxu 200 simvol.',
    'not-machine-letters':
      '«{label}»: pasportun aşağısındakı kimi yalnız A–Z böyük hərfləri və boşluq yazın.',
    'not-a-document-number':
      '«{label}»: pasportdakı kimi yalnız A–Z hərfləri və rəqəmlər, ən çoxu 9 simvol.',
    'not-a-date': '«{label}»: mövcud tarix yazın, məsələn, 27 3 1987.',
    'not-a-month': '«{label}»: ay və il yazın, məsələn, 3 2019.',
    'not-past': '«{label}» gələcək tarix ola bilməz.',
    'not-future': '«{label}» keçmiş tarix ola bilməz.',
    'before-start': '«{label}» başlanğıc tarixindən əvvəl ola bilməz.',
    'not-an-option': '«{label}» üçün cavablardan birini seçin',
    'too-many': '«{label}»: ən çoxu {max} cavab seçin.',
    'not-a-phone': '«{label}»: + işarəsi və ölkə kodu ilə başlayın, məsələn, +351 912 345 678.',
    'not-an-email': '«{label}»: e-poçt ünvanı yazın, məsələn, ad@example.com.',
    'not-a-link': '«{label}»: https:// ilə başlayan ünvan yazın',
    'not-a-number': '«{label}»: tam ədəd yazın, məsələn, 2.',
    'too-large': '«{label}» ən çoxu {max} ola bilər.',
  },
  tr: {
    missing: '“{label}” sorusunu yanıtlayın',
    'too-long': '“{label}” en fazla {max} karakter olabilir. Lütfen kısaltın.',
    'bad-characters':
      '“{label}” alanında okunamayan karakterler var. Yapıştırmak yerine yeniden yazın.',
    'not-a-name':
      '“{label}” yalnızca harf, boşluk, kısa çizgi ve kesme işareti içerebilir; en fazla 200 karakter.',
    'not-machine-letters':
      '“{label}”: pasaportun altındaki gibi yalnızca A–Z büyük harfleri ve boşluk kullanın.',
    'not-a-document-number':
      '“{label}”: pasaporttaki gibi yalnızca A–Z harfleri ve rakamlar, en fazla 9 karakter.',
    'not-a-date': '“{label}”: var olan bir tarih yazın, örneğin 27 3 1987.',
    'not-a-month': '“{label}”: ay ve yıl yazın, örneğin 3 2019.',
    'not-past': '“{label}” gelecek bir tarih olamaz.',
    'not-future': '“{label}” geçmiş bir tarih olamaz.',
    'before-start': '“{label}” başlangıçtan önce olamaz.',
    'not-an-option': '“{label}” için yanıtlardan birini seçin',
    'too-many': '“{label}”: en fazla {max} tane seçin.',
    'not-a-phone': '“{label}”: + işareti ve ülke koduyla başlayın, örneğin +351 912 345 678.',
    'not-an-email': '“{label}”: bir e-posta adresi yazın, örneğin ad@example.com.',
    'not-a-link': '“{label}”: https:// ile başlayan bir adres yazın',
    'not-a-number': '“{label}”: tam sayı yazın, örneğin 2.',
    'too-large': '“{label}” en fazla {max} olabilir.',
  },
  ru: {
    missing: 'Нужен ответ: «{label}»',
    'too-long': 'В поле «{label}» может быть не больше {max} знаков. Сократите текст.',
    'bad-characters':
      'В поле «{label}» есть знаки, которые нельзя прочитать. Наберите текст заново, не вставляя его.',
    'not-a-name':
      'В поле «{label}» могут быть только буквы, пробелы, дефисы и апострофы, не больше 200 знаков.',
    'not-machine-letters':
      '«{label}»: только заглавные латинские буквы A–Z и пробелы, как внизу страницы паспорта.',
    'not-a-document-number':
      '«{label}»: только латинские буквы A–Z и цифры, не больше 9 знаков, как в паспорте.',
    'not-a-date': '«{label}»: введите существующую дату, например 27 3 1987.',
    'not-a-month': '«{label}»: введите месяц и год, например 3 2019.',
    'not-past': '«{label}»: эта дата ещё не наступила. Проверьте её.',
    'not-future': '«{label}»: эта дата уже прошла. Проверьте её.',
    'before-start': '«{label}»: эта дата раньше начальной. Проверьте обе.',
    'not-an-option': 'Выберите один из ответов: «{label}»',
    'too-many': '«{label}»: выберите не больше {max}.',
    'not-a-phone': '«{label}»: начните с + и кода страны, например +351 912 345 678.',
    'not-an-email': '«{label}»: введите адрес почты, например name@example.com.',
    'not-a-link': '«{label}»: введите адрес, который начинается с https://',
    'not-a-number': '«{label}»: введите целое число, например 2.',
    'too-large': '«{label}»: не больше {max}.',
  },
}
