// What the office's pages gain when scripts are on; every one of them works without.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink,
  Tabs,
  createAll,
  isSupported,
} from 'govuk-frontend'
import { focusAnswer } from './answer.ts'
import { announceIdle } from './idle.ts'
import { listenForKeys } from './keys.ts'
import { unfoldForPaper } from './paper.ts'
import { measureSticky } from './sticky.ts'

if (isSupported()) {
  createAll(Button, { preventDoubleClick: true })
  createAll(CharacterCount)
  createAll(Checkboxes)
  createAll(ErrorSummary)
  createAll(NotificationBanner)
  createAll(PasswordInput)
  createAll(Radios)
  createAll(SkipLink)
  createAll(Tabs)
}
listenForKeys()
measureSticky()
unfoldForPaper()
focusAnswer()
announceIdle()
