import {
  answers,
  atOffice,
  begins,
  DECLARED,
  ferreira,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'
import type { Person } from '#test/browser.ts'
import { livedFor, residing } from '#test/residing.ts'

/** Ana has lived here for two years and is given a permit to live here for good; gives the case. */
export async function settled(all: PermitHouse, her: Person): Promise<string> {
  await residing(all)
  await livedFor(all, 2)
  const id = await begins(her, 'permanent-residence')
  const part = `/en/applications/${id}~1`
  await answers(her, part, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    purpose: { for: 'first' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'own' },
    ...DECLARED,
  })
  const papers = ['passport', 'photo', 'health-certificate', 'family-composition', 'dwelling']
  await sends(her, part, papers)
  await submits(her, id)
  const page = (step: string) => `/en/cases/${id}/steps/${step}`
  const officer = await atOffice(all, 'officer')
  await takes(officer, page('accept'))
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, page('give-opinion'), { objects: 'no' })
    await asked.context.close()
  }
  await takes(officer, page('record-registers'), { option: 'two-years' })
  await takes(officer, page('record-knowledge'), { option: 'none-examined' })
  const reasoning = 'Son 2 il fasiləsiz burada yaşayıb.'
  await takes(officer, page('draft-decision'), { '1.reasoning': reasoning })
  const signer = await atOffice(all, 'signer')
  await takes(signer, page('sign'))
  for (const somebody of [officer, signer]) await somebody.context.close()
  return id
}
