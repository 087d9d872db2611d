import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { documentTitle, Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import {
  EstimateContent,
  estimateErrors,
  estimateTitle,
  type EstimateSurroundings,
} from '#telling/estimate-content.tsx'
import { ESTIMATE_DATA_ID, writeEstimateData } from '#telling/estimate-data.ts'
import type { EstimateForm } from '#telling/estimate-form.ts'
import { ESTIMATE_FORM_ID } from '#telling/estimate-questions.tsx'
import { estimatePageWords } from '#telling/estimate-words.ts'
import type { Reading } from '#telling/fact-values.ts'
import { raw } from '#ui/markup.ts'

type Props = { readonly view: View; readonly form: EstimateForm; readonly reading: Reading }

/** Carries what its script needs to count the next answers without us. */
export const EstimatePage = ({ view, form, reading }: Props) => {
  const around = surroundings(view)
  return (
    <Page
      view={view}
      title={estimateTitle(form, reading, around)}
      description={around.words.description}
      errors={estimateErrors(form, reading, around)}
      noIndex={view.here !== around.action}
      // A result has its answers in its address, and so in the links to the other languages.
      {...(form.asked ? {} : { keeps: ESTIMATE_FORM_ID })}
      script="estimate.js"
    >
      <EstimateContent form={form} reading={reading} around={around} countedAt="there" />
      <script type="application/json" id={ESTIMATE_DATA_ID}>
        {raw(writeEstimateData({ reading, around }))}
      </script>
    </Page>
  )
}

function surroundings({ language }: View): EstimateSurroundings {
  const { error, errorTitle, register } = portalWords[language]
  const words = estimatePageWords[language]
  return {
    words,
    action: paths.estimate.to(language),
    register: { href: paths.register.to(language), text: register },
    error,
    errorTitle,
    documentTitle: documentTitle('{title}', language),
  }
}
