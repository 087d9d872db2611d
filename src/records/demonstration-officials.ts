import { assert } from '#core/assert.ts'
import { dayInBaku, isoDate, type IsoMoment } from '#core/dated.ts'
import { inTransaction } from '#platform/database.ts'
import { hashPassword } from '#platform/passwords.ts'
import { officialByEmail, putOfficials, type Hiring } from '#records/officials.ts'

/** Invented people, so that every role can be tried out. None of them exists. */
type DemonstrationOfficial = Pick<Hiring, 'email' | 'name' | 'roles' | 'body' | 'language'>

/** The same for all of them; in production none of them may sign in. */
export const DEMONSTRATION_PASSWORD = 'kecid-demonstration'

const SERVICE: readonly DemonstrationOfficial[] = [
  person('officer', 'Aytən Quliyeva', { roles: ['case-officer'] }),
  person('officer2', 'Rəşad Məmmədli', { roles: ['case-officer'] }),
  person('head', 'Sevinc Abbasova', { roles: ['head'] }),
  person('signer', 'Kamran Hüseynov', { roles: ['signer'] }),
  person('signer2', 'Nigar Vəliyeva', { roles: ['signer'] }),
  person('policy-officer', 'Elçin Rzayev', { roles: ['policy-officer'] }),
  person('policy-approver', 'Gülnar Səfərova', { roles: ['policy-approver'] }),
  person('auditor', 'Tofiq Əsgərov', { roles: ['auditor'] }),
  person('data-protection', 'Lalə İbrahimli', { roles: ['data-protection-officer'] }),
  person('administrator', 'Elnur Cabbarlı', { roles: ['administrator'] }),
]

/** Of each body that scores: an expert and whoever may correct the expert. */
const SCORERS = [
  ['etn', 'Fidan Nəbiyeva', 'Vaqif Cəfərov'],
  ['eesmn', 'Orxan Babayev', 'Mehriban Tağıyeva'],
  ['rinn', 'Leyla Həsənova', 'Anar Şükürlü'],
  ['energetika', 'Ceyhun Əhmədov', 'Afət Mirzəyeva'],
  ['sehiyye', 'Xədicə Kərimli', 'Namiq Bağırov'],
  ['amb', 'Turan Sultanov', 'Ülviyyə Hacıyeva'],
  ['arxitektura', 'Murad Zeynallı', 'Səadət Paşayeva'],
  ['kend-teserrufati', 'İlqar Musayev', 'Pərvanə Qasımova'],
  ['iqtisadiyyat', 'Nərmin Ağayeva', 'Rauf Əlizadə'],
  ['ekologiya', 'Samir Nuriyev', 'Könül Yusifli'],
  ['medeniyyet', 'Günay Rəhimova', 'Azər Dadaşov'],
  ['gencler-idman', 'Emil Qarayev', 'Zeynəb Orucova'],
  ['turizm', 'Aysel Manafova', 'Ruslan Fərzəliyev'],
  ['mudafie-senayesi', 'Toğrul Salmanov', 'Esmira Bədəlova'],
] as const

/** Of each body that is asked whether it objects. */
const OBJECTORS = [
  ['dtx', 'Vüsal Kazımov'],
  ['din', 'Şəbnəm Allahverdiyeva'],
  ['xkx', 'Pərviz Novruzov'],
  ['eesmn', 'Aygül Rəsulova'],
] as const

/** Of the council: a secretary, and the members who vote. */
const COUNCIL: readonly DemonstrationOfficial[] = [
  person('council-secretary', 'Zərifə Qurbanlı', { roles: ['council-secretary'] }),
  ...['Hikmət Səmədov', 'Nuranə Bayramova', 'Yusif Qafarlı', 'Sitarə Hümbətova', 'Arif Mirzə'].map(
    (name, index) => person(`council${index + 1}`, name, { roles: ['council-member'] }),
  ),
]

/** Of the invented missions, and of the ministry whose they are. */
const ABROAD: readonly DemonstrationOfficial[] = [
  person('consul', 'Aydan Nağıyeva', { roles: ['mission-officer'], body: 'example-ankara' }),
  person('consul2', 'Tural Əzizov', { roles: ['mission-officer'], body: 'example-ankara' }),
  person('consul.lisbon', 'Lamiyə Qasımlı', { roles: ['mission-officer'], body: 'example-lisbon' }),
  person('ministry', 'Fərid Sadıqov', { roles: ['promotion-officer'] }),
]

export const DEMONSTRATION_OFFICIALS: readonly DemonstrationOfficial[] = [
  ...SERVICE,
  ...SCORERS.flatMap(([body, expert, supervisor]) => [
    person(`expert.${body}`, expert, { roles: ['expert'], body }),
    person(`supervisor.${body}`, supervisor, { roles: ['body-supervisor'], body }),
  ]),
  ...OBJECTORS.map(([body, name]) =>
    person(`objection.${body}`, name, { roles: ['objection-officer'], body }),
  ),
  ...COUNCIL,
  ...ABROAD,
]

const SINCE = isoDate('1970-01-01')

/** Adds whoever is not there yet; the caller sees to it that this is no production. */
export async function ensureDemonstrationOfficials(
  house: Parameters<typeof putOfficials>[0],
  at: IsoMoment,
): Promise<void> {
  const on = dayInBaku(at)
  const absent = await inTransaction(house.door, async (tx) => {
    const unknown: DemonstrationOfficial[] = []
    for (const each of DEMONSTRATION_OFFICIALS) {
      const { email } = each
      if (!(await officialByEmail(tx, house.secret, { email, on }))) unknown.push(each)
    }
    return unknown
  })
  if (absent.length === 0) return
  const hashing = await hashPassword(DEMONSTRATION_PASSWORD)
  assert(hashing.ok, 'nobody else is hashing while the house is being made ready')
  const { hash: passwordHash } = hashing
  // A clock that goes back is tried out as well, and the stories are of other days.
  const alike = { at, fromOn: SINCE, passwordHash, isDemonstration: true }
  await putOfficials(
    house,
    absent.map((official) => ({ ...official, ...alike })),
  )
}

function person(
  mailbox: string,
  name: string,
  place: Pick<Hiring, 'roles'> & { readonly body?: string },
): DemonstrationOfficial {
  return { email: `${mailbox}@kecid.example`, name, language: 'az', ...place }
}
