import type { Language } from '#core/language.ts'

/** What material says around what the Program is told with. */
export type MaterialWords = Readonly<Record<keyof typeof en, string>>

const en = {
  programme: 'Highly Qualified Migrant Program of Azerbaijan',
  criteria: 'What is scored',
  most: 'up to {points}',
  scan: 'Scan the code, or type the address',
  square: 'A square code that leads to {link}',
  ask: 'Ask us',
  acts: 'What this rests on',
  actOf: '{act} – {date}',
  asOf: 'The law as of {date}',
  provisional:
    'What is marked “Provisional” the State Migration Service has not published yet. It may change.',
  demonstration: 'Demonstration: the mission and the event are invented.',
} as const

const az: MaterialWords = {
  programme: 'Azərbaycanın Yüksəkixtisaslı Miqrant Proqramı',
  criteria: 'Nəyə bal verilir',
  most: 'ən çoxu {points}',
  scan: 'Kodu skan edin və ya ünvanı yazın',
  square: 'Bu ünvana aparan QR kod: {link}',
  ask: 'Bizdən soruşun',
  acts: 'Nəyə əsaslanır',
  actOf: '{act} – {date}',
  asOf: 'Qanunun götürüldüyü gün: {date}',
  provisional:
    '«Müvəqqəti məlumat» işarəsi olanları Dövlət Miqrasiya Xidməti hələ dərc etməyib. Onlar dəyişə bilər.',
  demonstration: 'Nümayiş nüsxəsidir: nümayəndəlik və tədbir uydurulub.',
}

const tr: MaterialWords = {
  programme: 'Azerbaycan Yüksek Nitelikli Göçmen Programı',
  criteria: 'Neye puan verilir',
  most: 'en fazla {points}',
  scan: 'Kodu okutun ya da adresi yazın',
  square: 'Bu adrese götüren karekod: {link}',
  ask: 'Bize sorun',
  acts: 'Dayandığı belgeler',
  actOf: '{act} – {date}',
  asOf: 'Mevzuatın alındığı gün: {date}',
  provisional:
    '“Geçici değer” işaretli olanları Devlet Göç Servisi henüz yayımlamadı. Bunlar değişebilir.',
  demonstration: 'Tanıtım örneğidir: temsilcilik ve etkinlik gerçek değildir.',
}

const ru: MaterialWords = {
  programme: 'Программа Азербайджана для высококвалифицированных мигрантов',
  criteria: 'За что дают баллы',
  most: 'максимум {points}',
  scan: 'Отсканируйте код или введите адрес',
  square: 'QR-код, ведущий на адрес {link}',
  ask: 'Спросите нас',
  acts: 'На чём это основано',
  actOf: '{act} — {date}',
  asOf: 'Право на дату: {date}',
  provisional:
    'Значения с пометкой «Предварительно» Государственная миграционная служба ещё не опубликовала. Они могут измениться.',
  demonstration: 'Демонстрация: представительство и мероприятие вымышлены.',
}

export const materialWords: Readonly<Record<Language, MaterialWords>> = { az, tr, en, ru }
