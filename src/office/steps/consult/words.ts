import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead: 'The register is asked as soon as it can be, and what it answers is shown in the case. The case goes on meanwhile. The person reads which register was asked and by which clause.',
  leadThere:
    'The system that examines the case is asked how it stands. Where it never said that the case arrived, everything is sent to it once more. That can be done once a day.',
  today: 'It was sent or asked today already. Ask again tomorrow.',
  none: 'None of these registers can be asked now: they are not connected, or no clause of an act lets them be asked.',
  service: 'Which register?',
  noService: 'Choose a register',
  about: 'About whom?',
  nobody: 'Choose whom it is asked about',
  purpose: 'What is the answer needed for?',
  hint: 'Officials who deal with the case read it. At most 4,000 characters.',
  noPurpose: 'Write what the answer is needed for',
} as const

type ConsultWords = Readonly<Record<keyof typeof en, string>>

export const consultWords: Readonly<Record<OfficeLanguage, ConsultWords>> = {
  en,
  az: {
    lead: 'Reyestrdən mümkün olan kimi soruşulur, cavabı işdə göstərilir. Bu müddətdə iş davam edir. Hansı reyestrdən və hansı maddəyə əsasən soruşulduğunu şəxs oxuyur.',
    leadThere:
      'İşə baxan sistemdən onun vəziyyəti soruşulur. Sistem işin çatdığını bildirməyibsə, hər şey ona yenidən göndərilir. Bunu gündə bir dəfə etmək olar.',
    today: 'Bu gün artıq göndərilib və ya soruşulub. Sabah yenidən soruşun.',
    none: 'Bu reyestrlərin heç birindən indi soruşmaq olmaz: ya qoşulmayıblar, ya da heç bir aktın maddəsi buna icazə vermir.',
    service: 'Hansı reyestrdən?',
    noService: 'Reyestri seçin',
    about: 'Kimin barəsində?',
    nobody: 'Kimin barəsində soruşulduğunu seçin',
    purpose: 'Cavab nə üçün lazımdır?',
    hint: 'Bunu işlə məşğul olan əməkdaşlar oxuyur. Ən çoxu 4000 simvol.',
    noPurpose: 'Cavabın nə üçün lazım olduğunu yazın',
  },
}
