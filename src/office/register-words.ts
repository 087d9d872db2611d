import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'What registers say',
  lead: 'No answer of a register decides anything by itself.',
  awaited: 'No answer yet',
  contradicts: 'Says otherwise',
  clash: 'A register says otherwise',
  ended: 'Ended on {day}',
  obligatory: 'It has to answer before anything can be given.',
  untried: 'It is asked as soon as it can be.',
  waits: 'It has the question, and a person there still has to answer.',
  refused:
    'It refuses to be asked: {tries} so far. Ask an administrator, who sees why under Registers.',
  unknown:
    'Too little is known of the person for it to be asked: names, birth date, number and country of the travel document.',
  unreachable: 'No answer has come: {tries} so far. It is asked again by itself.',
  unintelligible:
    'What it sent cannot be understood, and is not believed: {tries} so far. It is asked again by itself; an administrator can have it asked at once.',
  tries: { one: '1 try', other: '{n} tries' },
  wanted: 'Asked by {who}, {moment}. What for:',
  again: 'This is what it said before: it has not answered that yet.',
  claims: 'What was written, and what it says',
  confirmed: 'Confirmed',
  contradicted: 'Says: {says}',
  unconfirmed: 'It does not say',
  from: '{system}, {moment}, message {message}',
  earlier: 'It said earlier, on {moment}:',
  inPlaceOf: 'Where nothing was uploaded for it, this stands in for: {documents}.',
} as const

export type RegisterWords = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : { readonly one: string; readonly other: string }
}

export const registerWords: Readonly<Record<OfficeLanguage, RegisterWords>> = {
  en,
  az: {
    title: 'Reyestrlərin cavabları',
    inPlaceOf: 'Sənəd yüklənməyibsə, bu onu əvəz edir: {documents}.',
    lead: 'Reyestrin heç bir cavabı öz-özlüyündə heç nəyi həll etmir.',
    awaited: 'Hələ cavab yoxdur',
    contradicts: 'Başqa cür göstərir',
    clash: 'Reyestr başqa cür göstərir',
    ended: 'Bitib: {day}',
    obligatory: 'O cavab verməyincə heç nə vermək olmaz.',
    untried: 'Mümkün olan kimi soruşulur.',
    waits: 'Sorğu orqandadır, orada əməkdaş hələ cavab verməlidir.',
    refused:
      'Cavab verməkdən imtina edir: indiyədək {tries}. Administratora müraciət edin, o, səbəbi Reyestrlər səhifəsində görür.',
    unknown:
      'Soruşmaq üçün şəxs barədə məlumat azdır: ad və soyad, doğum tarixi, yol sənədinin nömrəsi və ölkəsi lazımdır.',
    unreachable: 'Cavab gəlməyib: indiyədək {tries}. Sorğu öz-özünə təkrarlanır.',
    unintelligible:
      'Göndərdiyi anlaşılmır və nəzərə alınmır: indiyədək {tries}. Sorğu öz-özünə təkrarlanır; administrator onu dərhal təkrarlada bilər.',
    tries: { one: '1 cəhd', other: '{n} cəhd' },
    wanted: 'Soruşan: {who}, {moment}. Nə üçün:',
    again: 'Yuxarıdakı əvvəlki cavabdır: buna hələ cavab verilməyib.',
    claims: 'Yazılan və reyestrin göstərdiyi',
    confirmed: 'Təsdiqlənir',
    contradicted: 'Göstərir: {says}',
    unconfirmed: 'Bu barədə məlumat yoxdur',
    from: '{system}, {moment}, mesaj {message}',
    earlier: 'Əvvəl, {moment}, bildirib:',
  },
}
