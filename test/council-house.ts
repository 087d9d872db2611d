import { equal } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import { copyOfPolicy } from '#test/published.ts'
import { councilType } from '#test/toy-council.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

const PLAIN = { aliasDuplicateObjects: false }

/** The frozen policy and, beside it, what a council decides, made of two documents. */
export function policyWithCouncil(t: TestContext): string {
  const folder = copyOfPolicy(t)
  writeFileSync(join(folder, 'types', 'toy-complaint.yaml'), stringify(councilType, PLAIN))
  writeFileSync(join(folder, 'procedures', 'comfort.yaml'), stringify(comfortProcedure, PLAIN))
  return folder
}

/** A complaint that somebody sends in; gives the case. */
export async function complaintOf(ana: Visitor): Promise<string> {
  const base = placeOf(await ana.post('/en/applications', { type: councilType.code }))
  const person = { surname: 'Ferreira', 'given-names': 'Ana', citizenships: ['PRT', '', ''] }
  for (const [block, form] of [
    ['person', person],
    ['purpose', { purpose: 'To be heard by the council.' }],
  ] as const) {
    const answer = await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })
    equal(answer.status, 303, await answer.text())
  }
  equal((await ana.post(`${base}/submit`)).status, 303)
  return base.split('/').at(-1) ?? ''
}
