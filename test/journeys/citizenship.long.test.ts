import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { examiningDesk } from '#standins/exchange/examinations.ts'
import type { Person } from '#test/browser.ts'
import { heard } from '#test/forwarding.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  DECLARED,
  ferreira,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'
import { settled } from '#test/settled.ts'

/**
 * Ana lives here for good and asks for citizenship, on a phone in Russian without scripts. Nothing
 * is decided of that here: she reads what goes along, is invited over there, and reads their
 * answer. Of another the system never says anything, and it is handed over on paper.
 */
const PHONE = { scripts: false, width: 360, height: 640, locale: 'ru-RU' } as const

test('citizenship is asked for here, and answered where it is decided', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await her.go('/en/applications')
  equal(await her.page.locator('form:has(input[value="citizenship"])').count(), 0)
  await settled(all, her)
  const passes = examined(all)

  const may = await reads(her, '/ru/may')
  match(may, /Гражданство[\s\S]*Условия этого закона здесь не проверялись/)
  const id = await begins(her, 'citizenship')
  const sent = await sendsIn(her, id, 'ZZ0000922')
  match(sent.check, /Что добавляем мы[\s\S]*HQM-S-2026-\d{6}[\s\S]*PRP-S-2026-\d{6}/)
  match(sent.check, /Решение принимают там, а ответ вы читаете здесь/)
  match(sent.receipt, /CIT-2026-\d{6}[\s\S]*Решение принимают там/)
  doesNotMatch(sent.receipt, /Последний день/)
  const page = `/ru/applications/${id}`
  await passes()
  match(await reads(her, page), /Номер в той системе: UMS-C-000001/)
  await passes()
  match(await reads(her, page), /Нужно прийти лично[\s\S]*saat 10:00/)
  await passes()
  match(await reads(her, page), /Решение принято в единой системе[\s\S]*UMS-P-000001/)
  const base = `/az/applications/${id}`
  deepEqual(await wrongOnPhone(all, [base, `${base}/check`, `${base}/receipt`]), [])
})

test('what is never answered there is handed over on paper, by two', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  await settled(all, her)
  const passes = examined(all)
  const id = await begins(her, 'citizenship')
  await sendsIn(her, id, 'ZZ0000923')
  await passes()
  await passes()
  const officer = await atOffice(all, 'officer')
  const [page, reason] = [`/en/cases/${id}/steps`, 'Vahid sistem cavab vermir.']
  await takes(officer, `${page}/ask-for-recall`, { reason })
  await takes(await atOffice(all, 'head'), `${page}/recall`)
  const reasoning = 'Bakı, Binəqədi şossesi 3057, baş idarəyə, 12 mart 2026.'
  await takes(officer, `${page}/draft-decision`, { reasoning })
  await takes(await atOffice(all, 'signer'), `${page}/sign`)
  const read = await reads(her, `/ru/applications/${id}/decision`)
  match(read, /передано в Государственную миграционную службу на бумаге[\s\S]*не решение о граждан/)
  match(read, /Binəqədi şossesi/)
  deepEqual(await wrongOnPhone(all, [`/tr/applications/${id}/decision`]), [])
})

/** What she reads before she sends it, and as it was received. */
async function sendsIn(her: Person, id: string, passport: string) {
  const part = `/ru/applications/${id}`
  await answers(her, part, {
    wish: { what: 'acquire', told: 'Живу в Баку с 2024 года.' },
    ...ferreira('Ana Luísa', passport, '1987-03-27'),
    contact: { phone: '+994501234567' },
    ...DECLARED,
  })
  await her.go(`${part}/answers/family`)
  await her.press('Мне нечего сюда добавить')
  await sends(her, part, ['passport'])
  const check = await reads(her, `${part}/check`)
  const receipt = (await submits(her, id, 'ru')).replaceAll('\u00ad', '')
  return { check, receipt }
}

/** The people at the unified system say what is agreed by the number of the passport, in time. */
function examined({ home }: PermitHouse): () => Promise<void> {
  const desk = examiningDesk(home.clock, () => 60)
  return () =>
    heard(home, (content, service, message = '') =>
      service === 'forward-case'
        ? desk.ask(message, forwardCase.question.parse(content))
        : 'unreachable',
    )
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in a language that she might read. */
async function wrongOnPhone({ portalUrl, ana }: PermitHouse, pages: readonly string[]) {
  const somebody = await atPortal(portalUrl, ana, { width: 320 })
  await somebody.context.route('**/*.js', (route) => route.abort())
  return inspect(somebody, pages)
}
