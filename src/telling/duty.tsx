import type { Duty } from '#core/cases/duty.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { amount } from '#telling/amounts.ts'
import { Clause } from '#telling/basis.tsx'
import { formatNumber } from '#telling/formatters.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  readonly duty: Duty | undefined
  readonly laws: Laws
  readonly language: Language
}

/** What is to be paid if it is given, by how soon it is answered, before anything is sent in. */
export const DutyView = ({ duty, laws, language }: Props) => {
  if (!duty) return null
  const { tariff, tiers } = duty
  const words = WORDS[language]
  return (
    <section class="kc-answers">
      <h2 class="govuk-heading-m">{words.title}</h2>
      <p class="govuk-body">{words.when}</p>
      <SummaryList
        rows={tiers.map(({ term, amount: price, asked }) => ({
          key: words.within.replace('{time}', () => amount(term.length, term.unit, language)),
          value: (
            <>
              {money({ amount: price, currency: tariff.currency }, language)}
              {asked && (
                <>
                  {' '}
                  <Tag colour="blue">{words.asked}</Tag>
                </>
              )}
            </>
          ),
        }))}
      />
      <Clause laws={laws} language={language} basis={basisOf(tariff, 'rows')} />
    </section>
  )
}

/** What all of them pay, once it is known how soon the answer was asked for. */
export const DutyTotal = ({ duties, language }: TotalProps) => {
  const asked = duties.flatMap(({ tiers, tariff: { currency } }) =>
    tiers.filter((tier) => tier.asked).map(({ amount: price }) => ({ amount: price, currency })),
  )
  const [first] = asked
  const known = asked.length === duties.length && asked.length > 1
  if (!known || asked.some(({ currency }) => currency !== first?.currency)) return null
  const total = asked.reduce((sum, each) => sum + each.amount, 0)
  return (
    <p class="govuk-body">
      {WORDS[language].total}{' '}
      <strong>{money({ amount: total, currency: first?.currency ?? '' }, language)}</strong>.
    </p>
  )
}

type TotalProps = { readonly duties: readonly Duty[]; readonly language: Language }

type Money = { readonly amount: number; readonly currency: string }

export const money = ({ amount: price, currency }: Money, language: Language): string =>
  `${formatNumber(price, language)} ${currency}`

/** What was paid, which may be parts of a whole. */
export const hundredths = (
  { hundredths: parts, currency }: { readonly hundredths: number; readonly currency: string },
  language: Language,
): string => money({ amount: parts / HUNDRED, currency }, language)

const HUNDRED = 100

const WORDS = {
  az: {
    title: 'Dövlət rüsumu',
    when: 'İndi heç nə ödəmirsiniz. Müsbət qərar verilsə, bu məbləği ödəyəcəksiniz. O, cavabı hansı müddətdə istədiyinizdən asılıdır.',
    within: 'Cavab {time} ərzində',
    asked: 'Seçdiyiniz',
    total: 'Müsbət qərar verilsə, hamı üçün dövlət rüsumu:',
  },
  tr: {
    title: 'Devlet harcı',
    when: 'Şimdi bir şey ödemezsiniz. Karar olumlu olursa şu tutarı ödersiniz. Tutar, yanıtı ne kadar sürede istediğinize bağlıdır.',
    within: 'Yanıt {time} içinde',
    asked: 'Seçtiğiniz',
    total: 'Karar olumlu olursa, herkes için devlet harcı:',
  },
  en: {
    title: 'State duty',
    when: 'You pay nothing now. If the decision is favourable, you pay this. It depends on how soon you ask for the answer.',
    within: 'Answer within {time}',
    asked: 'You chose this',
    total: 'If the decision is favourable, the state duty for everybody is',
  },
  ru: {
    title: 'Госпошлина',
    when: 'Сейчас ничего платить не нужно. Если решение будет положительным, вы заплатите эту сумму. Сумма зависит от того, за какой срок вы просите ответить.',
    within: 'Срок ответа: {time}',
    asked: 'Вы выбрали',
    total: 'Если решение будет положительным, госпошлина за всех:',
  },
} as const satisfies Record<Language, unknown>
