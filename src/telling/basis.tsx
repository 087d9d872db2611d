import type { Language } from '#core/language.ts'
import { isProvisional, lawOf, type Basis } from '#core/policy/basis.ts'
import { lawById, type Laws } from '#core/policy/laws.ts'

/** What a value rests on, in the reader's words: "Decision 99/2025, criterion 1". */
export function basisText(laws: Laws, basis: Basis, language: Language): string {
  const words = BASIS_WORDS[language]
  const reference = lawOf(basis)
  if (!reference) return words.provisional
  const law = lawById(laws, reference.law)
  const name = law?.short[language] ?? reference.law
  if (reference.clause === undefined) return name
  const criterion = /^criterion-(\d+)$/.exec(reference.clause)?.[1]
  if (criterion !== undefined) return `${name}, ${words.criterion} ${criterion}`
  const part = law?.kind === 'code' || law?.kind === 'law' ? words.article : words.item
  return `${name}, ${part} ${reference.clause}`
}

type ClauseProps = {
  readonly laws: Laws
  readonly basis: Basis
  readonly language: Language
  /** What rests on it, where more than one value stands near. */
  readonly what?: string | undefined
  /** The page explains once what provisional means; without that the explanation stands here. */
  readonly explained?: boolean | undefined
}

/** Stands beside every figure of policy: the clause, or that no published act confirms it yet. */
export const Clause = ({ laws, basis, language, what, explained }: ClauseProps) => {
  const before = what === undefined ? '' : `${what}: `
  if (!isProvisional(basis)) {
    return (
      <p class="kc-clause">
        {before}
        {basisText(laws, basis, language)}
      </p>
    )
  }
  const words = BASIS_WORDS[language]
  return (
    <p class="govuk-body-s">
      {before}
      <span class="kc-provisional">{words.provisional}</span>
      {explained !== true && ` ${words.why}`}
    </p>
  )
}

/** The same in a line of text; the page explains the mark once with `ProvisionalNote`. */
export const BasisMark = ({ laws, basis, language }: Omit<ClauseProps, 'what' | 'explained'>) =>
  isProvisional(basis) ? (
    <span class="kc-provisional">{BASIS_WORDS[language].provisional}</span>
  ) : (
    <span class="kc-clause">{basisText(laws, basis, language)}</span>
  )

/** The word alone, beside a sentence that says itself what is not certain. */
export const ProvisionalWord = ({ language }: { readonly language: Language }) => (
  <span class="kc-provisional">{BASIS_WORDS[language].provisional}</span>
)

/** What the mark means, once for a page. Seventy links to it would all be called the same. */
export const ProvisionalNote = ({ language }: { readonly language: Language }) => {
  const words = BASIS_WORDS[language]
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <span class="kc-provisional">{words.provisional}</span>
      </p>
      <p class="govuk-body">{words.note}</p>
    </div>
  )
}

const BASIS_WORDS = {
  az: {
    provisional: 'Müvəqqəti məlumat',
    why: 'Xidmət bu məlumatı hələ dərc etməyib, ona görə dəyişə bilər.',
    note: 'Bu işarə olan məlumatları Xidmət hələ dərc etməyib. Onlar Proqramın necə işlədiyini göstərmək üçün qoyulub, qanun deyil və dəyişə bilər. Rəsmi cədvəl daxil edilən kimi işarə götürüləcək. İşarəsi olmayan hər rəqəmin yanında onun əsaslandığı akt yazılıb.',
    criterion: 'meyar',
    article: 'maddə',
    item: 'bənd',
  },
  tr: {
    provisional: 'Geçici değer',
    why: 'Göç Servisi bu değeri henüz yayımlamadı; değişebilir.',
    note: 'Göç Servisi, bu işareti taşıyan değerleri henüz yayımlamadı. Bunlar Programın nasıl işlediğini göstermek içindir; kanun değildir ve değişebilir. Resmî tablo girildiğinde işaret kalkar. İşaretsiz her sayının yanında dayandığı belge yazılıdır.',
    criterion: 'kriter',
    article: 'madde',
    item: 'madde',
  },
  en: {
    provisional: 'Provisional',
    why: 'The State Migration Service has not published this value yet; it may change.',
    note: 'The State Migration Service has not published the values that carry this mark. They show how the Program works; they are not law and may change. Once the official table is entered, the mark disappears. Every figure without it names the act it rests on.',
    criterion: 'criterion',
    article: 'article',
    item: 'item',
  },
  ru: {
    provisional: 'Предварительно',
    why: 'Служба ещё не опубликовала это значение, оно может измениться.',
    note: 'Значения с этой пометкой Служба ещё не опубликовала. Они показывают, как работает Программа; это не закон, и они могут измениться. Когда будет внесена официальная таблица, пометка исчезнет. Рядом с каждым числом без пометки назван акт, на котором оно основано.',
    criterion: 'критерий',
    article: 'статья',
    item: 'пункт',
  },
} as const satisfies Record<Language, unknown>
