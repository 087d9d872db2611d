import type { Language } from '#core/language.ts'
import type { CopiedAhead, CopiedAnswer, CopiedLookup, CopiedQuestion } from '#telling/copy/copy.ts'
import { Facts, type Fact } from '#telling/copy/facts.tsx'
import type { CopyWords } from '#telling/copy/words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { registerWords, whatFor } from '#telling/registers.ts'

/** Which systems of the state were asked about somebody, and which were answered. */
type Words = { readonly words: CopyWords; readonly language: Language }

type RegistersProps = Words & { readonly registers: readonly CopiedQuestion[] }

export const RegistersPart = ({ registers, words, language }: RegistersProps) => (
  <section>
    <h2 id="registers">{words.registers}</h2>
    {registers.length === 0 && <p>{words.none}</p>}
    <ul>
      {registers.map(({ at, times, system, service, purpose, ground, case: number, ...about }) => (
        <li>
          {formatMomentInBaku(at, language)}
          {times > 1 && ` (${times}×)`}
          {`: ${[system.name, number].filter((each) => each !== null).join(', ')}. `}
          {`${whatFor(service.name, purpose)} ${ground}. `}
          {!about.is_about_you && registerWords[language].named}
        </li>
      ))}
    </ul>
  </section>
)

type AheadProps = Words & { readonly ahead: readonly CopiedAhead[] }

/** In a case: while somebody still wrote it. */
export const AheadPart = ({ ahead, words, language }: AheadProps) =>
  ahead.length === 0 ? null : (
    <>
      <h3>{words.ahead}</h3>
      {ahead.map(({ at, answered_at: answeredAt, system, service, told, result, note, says }) => (
        <div class="box">
          <h4>{`${system.name}, ${service.name}`}</h4>
          <p class="soft">{`${words.aheadTold}, ${formatMomentInBaku(at, language)}:`}</p>
          <Said said={told} />
          <p class="soft">
            {answeredAt === null
              ? registerWords[language].waits
              : `${words.aheadSays}, ${formatMomentInBaku(answeredAt, language)}:`}
          </p>
          {result !== null && <p>{result.name}</p>}
          {note !== null && <p class="written">{note}</p>}
          {says.map((entry) => (
            <Said said={entry} />
          ))}
        </div>
      ))}
    </>
  )

const Said = ({ said }: { readonly said: readonly CopiedAnswer[] }) => (
  <Facts facts={said.map(({ question, answer }): Fact => [question, answer])} />
)

type AnsweredProps = Words & { readonly answered: readonly CopiedLookup[] }

export const AnsweredPart = ({ answered, words, language }: AnsweredProps) => (
  <section>
    <h2 id="answered">{words.answered}</h2>
    {answered.length === 0 && <p>{words.none}</p>}
    <ul>
      {answered.map(({ at, client, service, purpose, ground }) => (
        <li>
          {`${formatMomentInBaku(at, language)}: ${client.name}. `}
          {`${whatFor(service.name, purpose)} ${ground}.`}
        </li>
      ))}
    </ul>
  </section>
)
