import type { Language } from '#core/language.ts'
import type { Earlier } from '#portal/offers.ts'
import { Button, ButtonGroup, type ButtonVariant } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'

type Props = {
  readonly language: Language
  /** Theirs of the same kind, whose answers they can begin with. */
  readonly earlier: Pick<Earlier, 'id' | 'number'> | undefined
  /** What the one button is called where there is none. */
  readonly begin: string
  /** What is begun, for whoever does not see beside what a button stands. */
  readonly about?: Child
  readonly variant?: ButtonVariant
  /** It stands beside others of which each has buttons of its own. */
  readonly isOfMany?: boolean
}

/** Begins something: with earlier answers, where there are any, or with none. */
export const BeginButtons = ({ language, earlier, begin, about, variant, isOfMany }: Props) => {
  if (earlier === undefined) {
    return (
      <Button preventDoubleClick variant={variant}>
        {begin}
        {about}
      </Button>
    )
  }
  const words = WORDS[language]
  const { id, number } = earlier
  return (
    <>
      {isOfMany !== true && (
        <p class="govuk-body">{words.beginFromHint.replace('{number}', number)}</p>
      )}
      <ButtonGroup>
        <Button
          name="from"
          value={id}
          preventDoubleClick
          variant={isOfMany === true ? 'secondary' : 'primary'}
        >
          {words.beginFrom.replace('{number}', number)}
        </Button>
        <Button preventDoubleClick variant={variant}>
          {words.beginEmpty}
          {about}
        </Button>
      </ButtonGroup>
    </>
  )
}

const WORDS = {
  az: {
    beginFrom: '{number} nömrəli müraciətin cavabları ilə başlayın',
    beginFromHint:
      '{number} nömrəli müraciətinizin cavabları yeni müraciətə köçürülə bilər, orada hər birini dəyişə bilərsiniz. Sənədləri və bəyanatları yenidən verirsiniz.',
    beginEmpty: 'Boş müraciətə başlayın',
  },
  tr: {
    beginFrom: '{number} numaralı başvurunun yanıtlarıyla başlayın',
    beginFromHint:
      '{number} numaralı başvurunuzun yanıtları yeni başvuruya kopyalanabilir, orada her birini değiştirebilirsiniz. Belgeleri ve beyanları yeniden verirsiniz.',
    beginEmpty: 'Boş bir başvuruya başlayın',
  },
  en: {
    beginFrom: 'Start with the answers of {number}',
    beginFromHint:
      'The answers of your application {number} can be copied into a new one, where you can change each of them. You add the documents and make the declarations again.',
    beginEmpty: 'Start an empty application',
  },
  ru: {
    beginFrom: 'Начать с ответами обращения {number}',
    beginFromHint:
      'Ответы из обращения {number} можно скопировать в новое и там изменить каждый. Документы и подтверждения вы даёте заново.',
    beginEmpty: 'Начать пустое обращение',
  },
} as const satisfies Record<Language, unknown>
