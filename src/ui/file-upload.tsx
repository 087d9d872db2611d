import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes } from '#ui/markup.ts'
import { type PluralWords, scriptWords } from '#ui/script-words.ts'

/** A file from the person's device; given its words, scripts make a place to drop it. */
export type FileUploadWords = {
  readonly choose: string
  readonly drop: string
  readonly noneChosen: string
  readonly severalChosen: PluralWords
  readonly enteredDropZone: string
  readonly leftDropZone: string
}

type Props = FieldProps & {
  /** File endings and media types, as the `accept` attribute lists them. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly words?: FileUploadWords | undefined
}

export function FileUpload(props: Props) {
  const { name, accept, multiple, disabled, error, words } = props
  const id = fieldId(props)
  const input = (
    <input
      class={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
      id={id}
      name={name}
      type="file"
      accept={accept}
      multiple={multiple}
      disabled={disabled}
      aria-describedby={describedBy({ ...props, id })}
      aria-invalid={invalid(error)}
    />
  )
  return (
    <Field of={props}>
      {words ? (
        <div
          class="govuk-file-upload-wrapper"
          data-module="govuk-file-upload"
          {...dropWords(words)}
        >
          {input}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

const dropWords = (words: FileUploadWords) =>
  scriptWords({
    'choose-files-button': words.choose,
    'drop-instruction': words.drop,
    'no-file-chosen': words.noneChosen,
    'multiple-files-chosen': words.severalChosen,
    'entered-drop-zone': words.enteredDropZone,
    'left-drop-zone': words.leftDropZone,
  })
