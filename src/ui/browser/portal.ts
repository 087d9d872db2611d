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
import { sendInSteps } from './uploads.ts'

if (isSupported()) {
  createAll(Button, { preventDoubleClick: true })
  createAll(CharacterCount)
  createAll(Checkboxes)
  createAll(ErrorSummary)
  createAll(FileUpload)
  createAll(NotificationBanner)
  createAll(PasswordInput)
  createAll(Radios)
  createAll(SkipLink)
  sendInSteps()
}
