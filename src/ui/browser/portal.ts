// What the portal's pages gain when scripts are on; every one of them works without. Words come
// with the markup, as data attributes, in the language of the page.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  createAll,
  isSupported,
} from 'govuk-frontend'
import { keepTyped } from './keep-typed.ts'
import { focusAnswer } from './answer.ts'
import { announceIdle } from './idle.ts'
import { DRAWN } from './drawn.ts'
import { unfoldForPaper } from './paper.ts'

const COMPONENTS = [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
]

function bringToLife(part: Document | Element): void {
  createAll(Button, { preventDoubleClick: true }, part)
  for (const component of COMPONENTS) createAll(component, {}, part)
}
import { sendInSteps } from './uploads.ts'

if (isSupported()) {
  createAll(SkipLink)
  bringToLife(document)
  document.addEventListener(DRAWN, ({ target }) => {
    if (target instanceof Element) bringToLife(target)
  })
  sendInSteps()
}
keepTyped()
unfoldForPaper()
focusAnswer()
announceIdle()
