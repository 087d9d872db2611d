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
        rows={tiers.map(({ term, amount: money, asked }) => ({
          key: words.within.replace('{time}', () => amount(term.length, term.unit, language)),
          value: (
            <>
              {formatNumber(money, language)} {tariff.currency}
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

const WORDS = {
  az: {
    title: 'Dövlət rüsumu',
    when: 'İndi heç nə ödəmirsiniz. Müsbət qərar verilsə, cavabın nə qədər tez hazırlandığından asılı olaraq bu məbləği ödəyəcəksiniz.',
    within: 'Cavab {time} ərzində',
    asked: 'Seçdiyiniz',
  },
  tr: {
    title: 'Devlet harcı',
    when: 'Şimdi bir şey ödemezsiniz. Karar olumlu olursa, yanıtın ne kadar çabuk verildiğine göre şu tutarı ödersiniz.',
    within: 'Yanıt {time} içinde',
    asked: 'Seçtiğiniz',
  },
  en: {
    title: 'State duty',
    when: 'You pay nothing now. If the decision is favourable, you pay this, depending on how soon it is made.',
    within: 'Answer within {time}',
    asked: 'You chose this',
  },
  ru: {
    title: 'Госпошлина',
    when: 'Сейчас ничего платить не нужно. Если решение будет положительным, вы платите столько, в зависимости от срока ответа.',
    within: 'Срок ответа: {time}',
    asked: 'Вы выбрали',
  },
} as const satisfies Record<Language, unknown>
