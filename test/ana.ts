import { randomUUID } from 'node:crypto'
import { placeOf, type Form, type Upload, type Visitor } from '#test/visitor.ts'

/**
 * Ana, an invented engineer in Porto, as she would fill in the application: what each form sends,
 * block by block, and files that are what they say. Change a form to try something else.
 */
export const ANA: Readonly<Record<string, Form | readonly Form[]>> = {
  person: {
    surname: 'Ferreira',
    'given-names': 'Ana Luísa',
    'surname-machine': 'FERREIRA',
    'given-names-machine': 'ANA LUISA',
    sex: 'female',
    'birth-date-day': '27',
    'birth-date-month': '3',
    'birth-date-year': '1987',
    'birth-country': 'PRT',
    'birth-place': 'Braga',
    citizenships: ['PRT', '', ''],
  },
  document: {
    type: 'passport',
    number: 'CD 123456',
    'issuing-country': 'PRT',
    'issuing-authority': 'IRN',
    'issued-on-day': '1',
    'issued-on-month': '2',
    'issued-on-year': '2022',
    'expires-on-day': '1',
    'expires-on-month': '2',
    'expires-on-year': '2032',
  },
  contact: {
    phone: '+351 912 345 678',
    country: 'PRT',
    address: 'Rua das Flores 12',
    town: 'Porto',
    'postal-code': '4050-262',
    language: 'en',
  },
  stay: { 'in-azerbaijan': 'no' },
  field: { field: 'energy', speciality: 'Offshore wind turbines', occupation: '21' },
  education: [
    {
      level: '7',
      institution: 'Universidade do Porto',
      'top-ranked': 'yes',
      country: 'PRT',
      subject: 'Mechanical engineering',
      'in-field': 'yes',
      'diploma-number': 'MEC/2010/77',
      'awarded-on-month': '7',
      'awarded-on-year': '2010',
    },
  ],
  experience: [
    {
      employer: 'Vento Norte SA',
      country: 'PRT',
      position: 'Lead turbine engineer',
      'position-level': 'lead',
      'in-field': 'yes',
      'from-month': '9',
      'from-year': '2012',
      duties: 'Design reviews of offshore foundations.\nLeads a team of nine.',
    },
  ],
  achievements: [
    { kind: 'patent', title: 'Damped tower joint', 'date-year': '2019', identifier: 'EP 0000001' },
    { kind: 'publication', title: 'Fatigue of monopiles', 'date-year': '2021' },
  ],
  languages: [
    { language: 'en', level: 'c1' },
    { language: 'az', level: 'a2' },
  ],
  family: { spouse: 'yes', 'children-under-23': '2', 'dependent-parents': '0' },
  declarations: {
    truth: 'yes',
    processing: 'yes',
    consequences: 'yes',
    'show-to-employers': 'yes',
  },
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A small PDF of one empty page; each call gives other bytes. */
export const pdf = (name = 'document.pdf'): Upload => ({
  field: 'file',
  name,
  type: 'application/pdf',
  bytes: Buffer.from(
    `%PDF-1.4\n% ${randomUUID()}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n' +
      'trailer<</Root 1 0 R>>\n%%EOF\n',
  ),
})

export const png = (name = 'photo.png'): Upload => ({
  field: 'file',
  name,
  type: 'image/png',
  bytes: PNG,
})

/** The documents that Ana's answers ask for. */
export const ANA_FILES: readonly (readonly [string, Upload])[] = [
  ['passport', pdf('passport.pdf')],
  ['photo', png()],
  ['diploma', pdf('diploma.pdf')],
  ['experience-proof', pdf('references.pdf')],
  ['achievement-proof', pdf('patent.pdf')],
]

export type Filling = {
  readonly language?: string
  readonly forms?: Readonly<Record<string, Form | readonly Form[]>>
  readonly files?: readonly (readonly [string, Upload])[]
}

/** Begins an application and fills in everything, through the same forms a person uses. */
export async function fillIn(applicant: Visitor, filling: Filling = {}): Promise<string> {
  const { language = 'en', forms = ANA, files = ANA_FILES } = filling
  const begun = await applicant.post(`/${language}/applications`, { type: 'recognition' })
  const id = placeOf(begun).split('/').at(-1) ?? ''
  const base = `/${language}/applications/${id}`
  for (const [block, form] of Object.entries(forms)) {
    await fillBlock(applicant, `${base}/answers/${block}`, form)
  }
  for (const [kind, file] of files) {
    const answer = await applicant.upload(`${base}/documents`, { kind }, [file])
    if (answer.status !== 303) throw new Error(`${kind}: ${answer.status}`)
  }
  return id
}

export async function fillBlock(
  applicant: Visitor,
  address: string,
  form: Form | readonly Form[],
): Promise<void> {
  const items = isList(form) ? form : [form]
  let version = 0
  for (const item of items) {
    const to = isList(form) ? `${address}/new` : address
    const answer = await applicant.post(to, { ...item, version: String(version) })
    if (answer.status !== 303)
      throw new Error(`${address}: ${answer.status} ${await wrongIn(answer)}`)
    version += 1
  }
  if (items.length === 0) await applicant.post(address, { version: '0' })
}

export const isList = (form: Form | readonly Form[]): form is readonly Form[] => Array.isArray(form)

/** The sentences of the error summary, for a failure that says what was wrong. */
async function wrongIn(answer: Response): Promise<string> {
  const text = await answer.text()
  const summary = /govuk-error-summary__list[\s\S]*?<\/ul>/.exec(text)?.[0] ?? text.slice(0, 400)
  return summary.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

/** Fills in and submits; gives the id and the number of the application. */
export async function submitted(
  applicant: Visitor,
  filling: Filling = {},
): Promise<{ readonly id: string; readonly number: string }> {
  const { language = 'en' } = filling
  const id = await fillIn(applicant, filling)
  const sent = await applicant.post(`/${language}/applications/${id}/submit`)
  if (sent.status !== 303) throw new Error(`submit: ${sent.status} ${await wrongIn(sent)}`)
  const receipt = await (await applicant.follow(sent)).text()
  return { id, number: /HQM-\d{4}-\d{6}/.exec(receipt)?.[0] ?? '' }
}
