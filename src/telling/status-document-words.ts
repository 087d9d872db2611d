import type { Language } from '#core/language.ts'

/** What the status document says around its facts. */
export type SheetWords = Readonly<Record<keyof typeof en, string>>

const en = {
  country: 'Republic of Azerbaijan',
  subtitle: 'Document of a status',
  name: 'Name',
  inPassport: 'As at the foot of the passport',
  number: 'Number',
  validUntil: 'Valid until',
  birthDate: 'Date of birth',
  citizenship: 'Citizenship',
  passport: 'Passport or travel document',
  field: 'Field',
  rules: 'Given under',
  decidedOn: 'Date of the decision',
  body: 'Issued by',
  checkTitle: 'Check this document',
  check:
    'Scan the square, or go to the address and enter the code. You are also asked for the holder’s date of birth and the last four characters of the number of the passport or travel document. Only this shows whether the status is valid today.',
  code: 'Code',
  qr: 'A square code that leads to the page where this document is checked',
  unsigned: 'Not yet signed electronically. Rely on the check, not on this sheet alone.',
  demonstration: 'Demonstration. The person is invented; this sheet has no legal force.',
} as const

const az: SheetWords = {
  country: 'Azərbaycan Respublikası',
  subtitle: 'Status haqqında elektron sənəd',
  name: 'Soyad, ad',
  inPassport: 'Pasportun aşağı sətirlərində',
  number: 'Nömrə',
  validUntil: 'Bu tarixədək etibarlıdır',
  birthDate: 'Doğum tarixi',
  citizenship: 'Vətəndaşlıq',
  passport: 'Pasportun (sərhədkeçmə sənədinin) nömrəsi',
  field: 'Sahə',
  rules: 'Verilmə əsası',
  decidedOn: 'Qərarın tarixi',
  body: 'Sənədi verən orqan',
  checkTitle: 'Sənədi yoxlayın',
  check:
    'QR kodu skan edin və ya ünvana keçib kodu yazın. Sənəd sahibinin doğum tarixi və pasport (sərhədkeçmə sənədi) nömrəsinin son dörd simvolu da soruşulur. Statusun bu gün etibarlı olub-olmadığını yalnız bu yoxlama göstərir.',
  code: 'Kod',
  qr: 'Sənədin yoxlanıldığı səhifəyə aparan QR kod',
  unsigned: 'Hələ elektron imza ilə imzalanmayıb. Təkcə bu vərəqə yox, yoxlamaya etibar edin.',
  demonstration: 'Nümayiş nüsxəsidir. Şəxs real deyil, vərəqin hüquqi qüvvəsi yoxdur.',
}

const tr: SheetWords = {
  country: 'Azerbaycan Cumhuriyeti',
  subtitle: 'Statü belgesi',
  name: 'Soyadı, adı',
  inPassport: 'Pasaportun altındaki yazılışıyla',
  number: 'Numara',
  validUntil: 'Son geçerlilik tarihi',
  birthDate: 'Doğum tarihi',
  citizenship: 'Vatandaşlık',
  passport: 'Pasaport veya seyahat belgesi numarası',
  field: 'Alan',
  rules: 'Dayanak',
  decidedOn: 'Karar tarihi',
  body: 'Belgeyi veren kurum',
  checkTitle: 'Bu belgeyi sorgulayın',
  check:
    'Karekodu okutun ya da adrese gidip kodu girin. Belge sahibinin doğum tarihi ve pasaport veya seyahat belgesi numarasının son dört karakteri de sorulur. Statünün bugün geçerli olup olmadığını yalnızca bu sorgu gösterir.',
  code: 'Kod',
  qr: 'Belgenin sorgulandığı sayfaya götüren karekod',
  unsigned:
    'Henüz elektronik olarak imzalanmadı. Yalnızca bu kâğıda değil, sorgu sonucuna güvenin.',
  demonstration: 'Tanıtım örneğidir. Kişi kurgudur, belgenin hukuki geçerliliği yoktur.',
}

const ru: SheetWords = {
  country: 'Азербайджанская Республика',
  subtitle: 'Документ о статусе',
  name: 'Фамилия, имя',
  inPassport: 'Как в нижних строках паспорта',
  number: 'Номер',
  validUntil: 'Действителен по',
  birthDate: 'Дата рождения',
  citizenship: 'Гражданство',
  passport: 'Номер паспорта (проездного документа)',
  field: 'Сфера',
  rules: 'Основание',
  decidedOn: 'Дата решения',
  body: 'Кем выдан',
  checkTitle: 'Проверьте этот документ',
  check:
    'Отсканируйте QR-код или откройте адрес и введите код. Вас спросят также дату рождения владельца и последние четыре знака номера паспорта или проездного документа. Только эта проверка показывает, действителен ли статус сегодня.',
  code: 'Код',
  qr: 'QR-код, ведущий на страницу проверки документа',
  unsigned: 'Ещё не подписан электронной подписью. Доверяйте проверке, а не только этому листу.',
  demonstration: 'Демонстрация. Человек вымышлен, лист не имеет юридической силы.',
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = { az, tr, en, ru }
