import type { TestContext } from 'node:test'
import { assert } from '#core/assert.ts'
import { house } from '#test/house.ts'
import { campaignOf, policyWithMissions } from '#test/missions.ts'
import type { Visitor } from '#test/visitor.ts'
import { median } from './rounds.ts'
import { figure, milliseconds, times, type Figure } from './table.ts'

/** Fewer in a minute than are taken for machines. */
const ROUNDS = 120
const WARM = 20

/** What a link that is followed costs, beside the front page, which is drawn once a day. */
export async function measureLinks(): Promise<readonly Figure[]> {
  const endings: (() => Promise<void>)[] = []
  const until = { after: (end: () => Promise<void>) => void endings.push(end) }
  const t = until as unknown as TestContext
  try {
    const here = await house(t, { policy: policyWithMissions(t) })
    const { campaign } = await campaignOf(here)
    const pages = [
      { name: 'front', path: '/tr', status: 200 },
      { name: 'link', path: `/go/${campaign.code}`, status: 303 },
      { name: 'welcome', path: `/tr/go/${campaign.code}`, status: 200 },
    ] as const
    const spent = new Map<string, number[]>(pages.map(({ name }) => [name, []]))
    const phone = here.visitor()
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, path, status } of pages) {
        const took = await timed(phone, path, status)
        if (round >= WARM) spent.get(name)?.push(took)
      }
    }
    const of = (name: string) => median(spent.get(name) ?? [])
    const beside = (name: 'link' | 'welcome', title: string) =>
      figure({
        name: `${title} | front page`,
        ours: milliseconds(of(name)),
        peer: milliseconds(of('front')),
        ratio: times(of(name), of('front')),
      })
    return [beside('link', 'a link that is followed and counted'), beside('welcome', 'its page')]
  } finally {
    for (const end of endings) await end()
  }
}

async function timed(phone: Visitor, path: string, status: number): Promise<number> {
  const began = performance.now()
  const answer = await phone.get(path, { 'accept-language': 'tr', 'accept-encoding': 'br' })
  await answer.arrayBuffer()
  const took = performance.now() - began
  assert(answer.status === status, `${path} answered ${answer.status}`)
  return took
}
