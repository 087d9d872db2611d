// What the portal's pages gain when scripts are on; every one of them works without. Words come
// with the markup, as data attributes, in the language of the page.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  createAll,
  isSupported,
} from 'govuk-frontend'
import { focusAnswer } from './answer.ts'
import { forgetTypedAtSignOut } from './forget-typed.ts'
import { announceIdle } from './idle.ts'
import { DRAWN } from './drawn.ts'
import { unfoldForPaper } from './paper.ts'

const COMPONENTS = [Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios]

function bringToLife(part: Document | Element): void {
  createAll(Button, { preventDoubleClick: true }, part)
  for (const component of COMPONENTS) createAll(component, {}, part)
}

if (isSupported()) {
  createAll(SkipLink)
  bringToLife(document)
  document.addEventListener(DRAWN, ({ target }) => {
    if (target instanceof Element) bringToLife(target)
  })
}
forgetTypedAtSignOut()
unfoldForPaper()
focusAnswer()
announceIdle()
