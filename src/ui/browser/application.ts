// What the forms of an application gain when scripts are on: typed text is kept until it is saved,
// and files are sent in steps.
import { FileUpload, createAll, isSupported } from 'govuk-frontend'
import { keepTyped } from './keep-typed.ts'
import { sendInSteps } from './uploads.ts'

keepTyped()
if (isSupported()) {
  createAll(FileUpload)
  sendInSteps()
}
