import { SYSTEM } from '#core/cases/roles.ts'
import { act, assessed, decided, opened, submitted } from '#main/demonstration/lives.ts'
import { APPLICANT, type Act, type Deed, type Story } from '#main/demonstration/story.ts'

/**
 * People who were refused and complain of it, or ask for a copy of what is kept of them, or for
 * that to be erased. Whoever tells such a story in a few words has done the same work in it: it is
 * not what it is about.
 */
type Short = Pick<Story, 'email' | 'language' | 'life' | 'reaches'> & {
  readonly person: Pick<Story['person'], 'surname' | 'givenNames' | 'sex' | 'born' | 'country'> & {
    readonly town: string
    readonly number: string
  }
  readonly subject: string
}

export const told = ({ email, language, life, person, subject, reaches }: Short): Story => {
  const { town, number, country, ...named } = person
  return {
    email,
    language,
    person: {
      ...named,
      country,
      birthPlace: town,
      home: [country, town, `${subject} ${number.slice(-2)}`, `+99890000${number.slice(-4)}`],
      passport: [number, town],
    },
    work: {
      field: 'ict',
      speciality: subject,
      occupation: '25',
      education: [['7', `${town} Technical School`, country, subject, '2014-06']],
      experience: [
        {
          at: [`${town} Data Works`, country],
          as: ['Engineer', 'senior'],
          from: '2015-03',
          duties: `${subject} for two services of the town.`,
        },
      ],
      languages: { en: 'c1' },
    },
    ...(reaches === undefined ? {} : { reaches }),
    life,
  }
}

const REASONING =
  'Təqdim etdiyiniz diplomu verdiyi göstərilən məktəb onu vermədiyini yazıb. Buna görə ' +
  'müraciətdə göstərilən təhsil təsdiqlənmir.'

/** Refused that long ago, before anything was scored, and read the day after. */
export const refused = (ago: number): readonly Act[] => [
  ...submitted(ago + 4),
  ...decided(ago, { grounds: ['R3'], reasoning: REASONING }),
  opened(ago - 1),
]

const WRONG =
  'The school has two registers. My diploma is in the older one, and nobody asked there.'
const WANTED = 'Please ask the school again and examine my application once more.'

const complained = (ago: number, ...told: readonly string[]): readonly Act[] => [
  act(ago, APPLICANT, { act: 'complain', told: told.length > 0 ? told : [WRONG, WANTED] }),
  act(ago, APPLICANT, { act: 'submit' }),
]

const askedForCopy = (ago: number, ...told: readonly string[]): readonly Act[] => [
  act(ago, APPLICANT, { act: 'ask-copy', told: [told[0] ?? ''] }),
  act(ago, APPLICANT, { act: 'submit' }),
]
const GIVEN: Extract<Deed, { act: 'propose-answer' | 'propose' }> = {
  act: 'propose',
  outcome: 'given',
  grounds: [],
  reasoning: 'İstəyi şəxs özü göndərib, surət verilir.',
  translated: 'It was the person who asked, and so the copy is given.',
}

const putToVote = (ago: number): Act => act(ago, 'council-secretary', { act: 'put-to-vote' })
const voted = (ago: number, vote: string, reason: string): Act =>
  act(ago, 'council', { act: 'vote', vote, reason })
const answered = (ago: number, said: Extract<Deed, { act: 'propose-answer' | 'propose' }>): Act =>
  act(ago, said.act === 'propose' ? 'data-protection' : 'council-secretary', said)

const NOT_ASKED = 'Məktəbin köhnə reyestrinə sorğu göndərilməyib.'
const AGAIN: Extract<Deed, { act: 'propose-answer' | 'propose' }> = {
  act: 'propose-answer',
  outcome: 'set-aside',
  grounds: ['K3'],
  reasoning: `${NOT_ASKED} Buna görə işin halları tam araşdırılmayıb və qərar ləğv edilir.`,
  translated:
    'Nobody asked the older register of the school. So the facts were not fully looked at, and ' +
    'the decision is set aside.',
}
const LAWFUL = 'Məktəb hər iki reyestri yoxlayıb və diplomun verilmədiyini təsdiqləyib.'

export const CONTESTED: readonly Story[] = [
  told({
    email: 'nour.haddad@example.org',
    language: 'en',
    person: {
      surname: 'Haddad-Nasser',
      givenNames: 'Nour',
      sex: 'female',
      born: '1991-05-04',
      country: 'JOR',
      town: 'Irbid',
      number: 'J00000471',
    },
    subject: 'Databases',
    life: [...refused(6), act(2, APPLICANT, { act: 'complain', told: [WRONG] })],
  }),
  told({
    email: 'tomas.brandl@example.com',
    language: 'en',
    person: {
      surname: 'Brandl',
      givenNames: 'Tomas',
      sex: 'male',
      born: '1987-02-17',
      country: 'AUT',
      town: 'Steyr',
      number: 'A00000472',
    },
    subject: 'Control systems',
    life: [...refused(9), ...complained(3)],
  }),
  told({
    email: 'leyla.karaca@example.org',
    language: 'tr',
    person: {
      surname: 'Karaca',
      givenNames: 'Leyla',
      sex: 'female',
      born: '1993-09-30',
      country: 'TUR',
      town: 'Eskişehir',
      number: 'U00000473',
    },
    subject: 'Embedded systems',
    life: [...refused(13), ...complained(8), putToVote(4)],
  }),
  told({
    email: 'pavel.oravec@example.org',
    language: 'ru',
    person: {
      surname: 'Oravec',
      givenNames: 'Pavel',
      sex: 'male',
      born: '1985-12-01',
      country: 'SVK',
      town: 'Trenčín',
      number: 'S00000474',
    },
    subject: 'Networks',
    life: [...refused(16), ...complained(12), putToVote(9), voted(3, 'dismissed', LAWFUL)],
  }),
  told({
    email: 'miren.etxeberria@example.com',
    language: 'en',
    person: {
      surname: 'Etxeberria',
      givenNames: 'Miren',
      sex: 'female',
      born: '1990-03-22',
      country: 'ESP',
      town: 'Gernika',
      number: 'E00000475',
    },
    subject: 'Cryptography',
    life: [
      ...refused(19),
      ...complained(15),
      putToVote(12),
      voted(5, 'set-aside', NOT_ASKED),
      answered(1, AGAIN),
    ],
  }),
  told({
    email: 'sami.lehtonen@example.org',
    language: 'en',
    person: {
      surname: 'Lehtola',
      givenNames: 'Sami',
      sex: 'male',
      born: '1988-07-11',
      country: 'FIN',
      town: 'Kuopio',
      number: 'F00000476',
    },
    subject: 'Signal processing',
    life: [
      ...refused(34),
      ...complained(29),
      putToVote(26),
      voted(20, 'dismissed', LAWFUL),
      answered(18, {
        act: 'propose-answer',
        outcome: 'dismissed',
        grounds: ['K1'],
        reasoning: LAWFUL,
        translated: 'The school looked into both registers, and confirmed that it gave no diploma.',
      }),
      act(17, 'head', { act: 'answer-complaint' }),
      opened(16),
    ],
  }),
  told({
    email: 'rania.mansour@example.com',
    language: 'en',
    person: {
      surname: 'Mansouri',
      givenNames: 'Rania',
      sex: 'female',
      born: '1992-11-19',
      country: 'TUN',
      town: 'Sfax',
      number: 'T00000477',
    },
    subject: 'Machine learning',
    life: [
      ...refused(31),
      ...complained(27),
      putToVote(24),
      voted(18, 'set-aside', NOT_ASKED),
      answered(6, AGAIN),
      act(5, 'head', { act: 'answer-complaint' }),
      act(5, SYSTEM, { act: 'carry-out' }),
      opened(4),
    ],
  }),
  told({
    email: 'oskar.lindqvist@example.org',
    language: 'en',
    person: {
      surname: 'Lindkvist-Ek',
      givenNames: 'Oskar',
      sex: 'male',
      born: '1986-01-08',
      country: 'SWE',
      town: 'Umeå',
      number: 'W00000478',
    },
    subject: 'Robotics',
    life: [
      ...refused(24),
      ...complained(20),
      act(17, APPLICANT, { act: 'withdraw' }),
      ...askedForCopy(16, 'What did the school write about me?'),
      answered(12, GIVEN),
      act(11, 'signer', { act: 'sign' }),
      opened(10),
      act(6, APPLICANT, { act: 'ask-erasing', told: ['I have moved on.'] }),
      act(6, APPLICANT, { act: 'submit' }),
      answered(3, {
        act: 'propose',
        outcome: 'erased',
        grounds: [],
        reasoning:
          'Açıq işiniz yoxdur, statusunuz da yoxdur. Məlumatların saxlanılmasını tələb edən əsas ' +
          'da yoxdur.',
        translated:
          'You have no open case and hold no status, and nothing asks for the data to be kept.',
      }),
      act(1, APPLICANT, { act: 'ask-copy', told: [''] }),
    ],
  }),
  told({
    email: 'camille.girard@example.com',
    language: 'en',
    person: {
      surname: 'Girardet',
      givenNames: 'Camille',
      sex: 'x',
      born: '1994-04-27',
      country: 'FRA',
      town: 'Annecy',
      number: 'F00000479',
    },
    subject: 'Test automation',
    life: [
      ...refused(21),
      ...askedForCopy(17),
      act(16, APPLICANT, { act: 'withdraw' }),
      act(9, APPLICANT, { act: 'ask-erasing', told: [''] }),
      act(9, APPLICANT, { act: 'submit' }),
      answered(5, {
        act: 'propose',
        outcome: 'erased',
        grounds: [],
        reasoning: 'Açıq işiniz yoxdur, statusunuz da yoxdur.',
        translated: 'You have no open case and hold no status.',
      }),
      act(4, 'signer', { act: 'sign' }),
      opened(3),
      ...askedForCopy(2, 'Before all of it goes.'),
      answered(1, GIVEN),
    ],
  }),
  told({
    email: 'henrik.aas@example.org',
    language: 'en',
    person: {
      surname: 'Aasen',
      givenNames: 'Henrik',
      sex: 'male',
      born: '1989-10-13',
      country: 'NOR',
      town: 'Molde',
      number: 'N00000480',
    },
    subject: 'Web services',
    life: [
      ...refused(18),
      ...askedForCopy(15, 'Who said no?'),
      answered(11, {
        act: 'propose',
        outcome: 'not-given',
        grounds: ['A1'],
        reasoning: 'Ünvan yenicə dəyişib, şəxsiyyət isə təsdiqlənməyib.',
        translated: 'The address was changed only now, and nothing shows who asks.',
      }),
      act(10, 'signer', { act: 'sign' }),
      opened(9),
      act(2, APPLICANT, { act: 'ask-erasing', told: ['You refused me, so forget me.'] }),
      act(2, APPLICANT, { act: 'submit' }),
    ],
  }),
  told({
    email: 'ines.valente@example.com',
    language: 'en',
    person: {
      surname: 'Valente',
      givenNames: 'Inês',
      sex: 'female',
      born: '1991-08-02',
      country: 'PRT',
      town: 'Braga',
      number: 'P00000481',
    },
    subject: 'Information security',
    life: [
      ...refused(15),
      act(11, APPLICANT, { act: 'ask-erasing', told: [''] }),
      act(11, APPLICANT, { act: 'submit' }),
      act(8, APPLICANT, { act: 'withdraw' }),
      ...askedForCopy(7),
      act(1, APPLICANT, { act: 'ask-erasing', told: ['Now I mean it.'] }),
    ],
  }),
  told({
    email: 'hanna.kivi@example.org',
    language: 'en',
    person: {
      surname: 'Kivisaar',
      givenNames: 'Hanna',
      sex: 'female',
      born: '1984-06-15',
      country: 'EST',
      town: 'Tartu',
      number: 'K00000482',
    },
    subject: 'Distributed systems',
    reaches: 7,
    life: [
      ...assessed(140),
      ...decided(124, { reasoning: '{criteria} meyar üzrə {points} bal toplanıb, etiraz yoxdur.' }),
      opened(123),
      act(43, 'officer', {
        act: 'propose-annulment',
        ground: 'A1',
        reason: 'Siz statusdan imtina etdiyinizi məktubla bildirmisiniz.',
      }),
      act(41, 'signer', { act: 'annul' }),
      opened(40),
      ...complained(
        37,
        'I did not write that letter, and the address in it was never mine.',
        'Please give me my status back.',
      ),
      putToVote(33),
      voted(25, 'reversed', 'Məktubdakı imza status sahibinin imzasına oxşamır.'),
      answered(21, {
        act: 'propose-answer',
        outcome: 'reversed',
        grounds: [],
        reasoning: 'Məktubu status sahibi yazmayıb. Qərar ləğv edilir, status bərpa olunur.',
        translated:
          'The holder did not write that letter. The decision does not hold, and the status is held again.',
      }),
      act(20, 'head', { act: 'answer-complaint' }),
      opened(19),
    ],
  }),
]
