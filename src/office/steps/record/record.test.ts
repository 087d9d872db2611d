import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { AskRule, StepRule } from '#core/cases/life.ts'
import { asking, given, paidPermit, policyPaid } from '#test/paying.ts'
import { sent } from '#test/signed-case.ts'

/** What cannot be recorded before the same step said something else. */
const NEEDS = [{ test: 'recorded', step: 'record-duty', option: 'not-paid' }] as const

const waiting = (ask: AskRule): AskRule =>
  'options' in ask && ask.options !== undefined
    ? {
        ...ask,
        options: ask.options.map((each) =>
          each.code === 'paid' ? { ...each, needs: NEEDS } : each,
        ),
      }
    : ask

const steps = paidPermit.steps.map((rule): StepRule =>
  rule.kind === 'decide' && rule.asks ? { ...rule, asks: rule.asks.map(waiting) } : rule,
)

test('what has to be recorded first is named, with the way to record it', async (t) => {
  const { here, id } = await given(t, asking(), policyPaid(t, { ...paidPermit, steps }))
  const officer = await here.office('officer@kecid.example')
  const [year, month, day] = here.clock.today().split('-').map(Number)
  const on = { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) }
  const step = `/en/cases/${id}/steps/record-duty`

  const answer = await sent(officer, step, { option: 'paid', ...on })

  equal(answer.status, 409)
  const html = await answer.text()
  match(html, /First this has to be recorded: [^.:]+\. What it has to say: not-paid\./)
  match(html, /not-paid\. <a class="govuk-link" href="[^"]*\/steps\/record-duty[^"]*">/)
  const az = await (
    await sent(officer, step.replace('/en/', '/az/'), { option: 'paid', ...on })
  ).text()
  match(az, /Əvvəlcə bu qeyd olunmalıdır: [^.]+\. Qeyddə olmalıdır: not-paid\./)
})
