import type { Language } from '#core/language.ts'
import type { CopiedLookup, CopiedQuestion } from '#telling/copy/copy.ts'
import type { CopyWords } from '#telling/copy/words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'

/** Which systems of the state were asked about somebody, and which were answered. */
type Words = { readonly words: CopyWords; readonly language: Language }

type RegistersProps = Words & { readonly registers: readonly CopiedQuestion[] }

export const RegistersPart = ({ registers, words, language }: RegistersProps) => (
  <section>
    <h2 id="registers">{words.registers}</h2>
    {registers.length === 0 && <p>{words.none}</p>}
    <ul>
      {registers.map(({ at, times, system, service, purpose, ground, case: number }) => (
        <li>
          {formatMomentInBaku(at, language)}
          {times > 1 && ` (${times}×)`}
          {`: ${[system.name, service.name, number].filter((each) => each !== null).join(', ')}. `}
          {[purpose, ground].filter((each) => each !== null).join('. ')}
        </li>
      ))}
    </ul>
  </section>
)

type AnsweredProps = Words & { readonly answered: readonly CopiedLookup[] }

export const AnsweredPart = ({ answered, words, language }: AnsweredProps) => (
  <section>
    <h2 id="answered">{words.answered}</h2>
    {answered.length === 0 && <p>{words.none}</p>}
    <ul>
      {answered.map(({ at, client, service, purpose, ground }) => (
        <li>
          {`${formatMomentInBaku(at, language)}: ${client.name}, ${service.name}. `}
          {`${purpose}. ${ground}`}
        </li>
      ))}
    </ul>
  </section>
)
