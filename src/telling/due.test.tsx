import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import { ClockStops } from '#telling/due.tsx'
import { toyProcedure } from '#test/toy-rules.ts'
import { render } from '#ui/markup.ts'

const told = (stops: boolean, basis: string, language: (typeof LANGUAGES)[number]) =>
  render(
    <ClockStops
      language={language}
      procedure={{
        ...toyProcedure,
        clockStopsWhileReturned: stops,
        basis: { ...toyProcedure.basis, clockStopsWhileReturned: basis },
      }}
    >
      It stops.
    </ClockStops>,
  )

test('that the clock stops is told as firmly as the procedure says it', () => {
  for (const language of LANGUAGES) {
    equal(told(true, 'toy-act/1', language), '<p class="govuk-body">It stops.</p>')
    match(told(true, PROVISIONAL, language), /It stops\. <span class="kc-provisional">[^<]+<.+\.</)
    equal(told(false, PROVISIONAL, language), '')
  }
})
