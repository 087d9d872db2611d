import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Time and automatic steps',
  lead: 'Some steps happen by themselves once their time has come: a status ends, a draft left alone is deleted, a body that did not answer counts as silent. None of them can be undone. So they are taken only while we can tell what time it is.',
  runs: 'Automatic steps are being taken.',
  never: 'Automatic steps have not run yet.',
  waits: 'Automatic steps are on hold until you confirm the time.',
  warning: 'Important',
  apart:
    'The clock of the database and the clock of the program show different times. One of them is wrong.',
  'long-gap':
    'Automatic steps have not run for more than three days. Either the program was not running, or the clock has jumped ahead.',
  backward:
    'The clock shows an earlier time than when automatic steps last ran. It was wrong then, or it is wrong now.',
  database: 'Clock of the database',
  program: 'Clock of the program',
  last: 'Automatic steps last ran',
  compare: 'Compare both times with a clock you trust, such as your telephone.',
  ifRight:
    'If the clock of the database is right, confirm it. Everything whose time has come is then done at once and cannot be undone. Your name is recorded.',
  ifWrong:
    'If it is wrong, do not confirm it. Have the clock of the machine set right: automatic steps then go on by themselves, unless they have run by the wrong time already.',
  confirm: 'The clock of the database is right',
  stale:
    'The clocks have changed since this page was shown, or somebody has confirmed the time already. Nothing was changed. Look at the times again.',
} as const

export type TimeWords = Readonly<Record<keyof typeof en, string>>

export const timeWords: Readonly<Record<OfficeLanguage, TimeWords>> = {
  en,
  az: {
    title: 'Vaxt və avtomatik addımlar',
    lead: 'Bəzi addımlar vaxtı çatanda öz-özünə baş verir: status bitir, yarımçıq qalmış qaralama silinir, cavab verməyən orqan susmuş sayılır. Onların heç birini geri qaytarmaq olmur. Buna görə onlar yalnız saatın neçə olduğu dəqiq bilinəndə atılır.',
    runs: 'Avtomatik addımlar atılır.',
    never: 'Avtomatik addımlar hələ yoxlanılmayıb.',
    waits: 'Siz vaxtı təsdiq edənədək avtomatik addımlar dayandırılıb.',
    warning: 'Vacibdir',
    apart: 'Məlumat bazasının və proqramın saatları fərqli vaxt göstərir. Onlardan biri səhvdir.',
    'long-gap':
      'Avtomatik addımlar üç gündən çoxdur ki, yoxlanılmayıb. Ya proqram işləməyib, ya da saat irəli sıçrayıb.',
    backward:
      'Saat avtomatik addımların son yoxlanmasından əvvəlki vaxtı göstərir. Ya o vaxt səhv idi, ya da indi səhvdir.',
    database: 'Məlumat bazasının saatı',
    program: 'Proqramın saatı',
    last: 'Avtomatik addımların son yoxlanması',
    compare: 'Hər iki vaxtı etibar etdiyiniz saatla, məsələn, telefonunuzla tutuşdurun.',
    ifRight:
      'Məlumat bazasının saatı düzdürsə, təsdiq edin. Vaxtı çatmış hər şey onda dərhal yerinə yetirilir və geri qaytarılmır. Adınız qeydə alınır.',
    ifWrong:
      'Səhvdirsə, təsdiq etməyin. Maşının saatını düzəltdirin: addımlar artıq səhv vaxtla yoxlanılmayıbsa, öz-özünə davam edir.',
    confirm: 'Məlumat bazasının saatı düzdür',
    stale:
      'Bu səhifə göstərilən vaxtdan bəri saatlar dəyişib və ya vaxtı artıq başqası təsdiq edib. Heç nə dəyişmədi. Vaxtlara bir daha baxın.',
  },
}
