import { giveBack } from '#core/cases/examining.ts'
import { refuse } from '#core/outcome.ts'
import { filedIn, nameInPart, partsOf } from '#office/open-case.ts'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { wordingOf } from '#office/wording.ts'
import { errorsIn, markablePlaces, placeName, returnForm } from './form.ts'
import { ReturnPage } from './page.tsx'
import { returnWords } from './words.ts'

const placesIn = ({ open, view: { language } }: Asking) =>
  partsOf(open).flatMap((part, index) =>
    markablePlaces(part.description.type, filedIn(part.found.standing)).map((place) =>
      open.found.several
        ? { ...place, key: `${index + 1}.${place.key}`, person: nameInPart(part, language) }
        : place,
    ),
  )

/**
 * What is marked goes back to the person; a form that marks nothing, or says nothing of it, not.
 */
export const returning: StepHandler = {
  look: () => 'return-page',
  page: (asking, errors) => {
    const { c, view, open, rule, typed } = asking
    const places = placesIn(asking)
    return (
      <ReturnPage
        view={view}
        open={open}
        step={rule.code}
        wording={wordingOf(c, open.description)}
        places={places}
        form={returnForm(typed, places)}
        errors={errors}
      />
    )
  },
  kept: (asking) => {
    const { typed, view } = asking
    const { language } = view
    const places = placesIn(asking)
    const { explanation, notes, ticked } = returnForm(typed, places)
    return [
      ...places
        .filter(({ key }) => ticked.has(key))
        .map((place) => ({
          label: placeName(place, language),
          text: notes.get(place.key) || returnWords[language].ticked,
        })),
      { label: returnWords[language].explanation, text: explanation },
    ]
  },
  decide: (asking) => {
    const { open, rule, typed, view } = asking
    const places = placesIn(asking)
    const form = returnForm(typed, places)
    const errors = errorsIn(form, places, view.language)
    if (Object.keys(errors).length > 0) return refuse({ reason: 'form', errors })
    const { marks, explanation } = form
    return giveBack(open.found.standing, open.law, { step: rule.code, marks, explanation })
  },
}
