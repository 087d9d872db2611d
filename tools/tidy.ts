import { type Finding, isCode, readSources, reportFindings, ROOT, type Sources } from './sources.ts'
import { checkCode, checkLines } from './tidy-code.ts'
import { checkDocuments } from './tidy-documents.ts'
import { checkNames } from './tidy-names.ts'

/** Every rule of style that a machine can check; no files at all is a finding. */
export function checkTidy(files: Sources): readonly Finding[] {
  if (![...files.keys()].some(isCode)) {
    return [{ file: '.', line: 0, rule: 'nothing-seen', message: 'no files to check were found' }]
  }
  return [
    ...checkNames([...files.keys()]),
    ...[...files].flatMap(([file, text]) => checkText(file, text)),
    ...checkDocuments(files),
  ]
}

function checkText(file: string, text: string): readonly Finding[] {
  if (isCode(file)) return checkCode(file, text)
  return file.startsWith('src/') && file.endsWith('.scss') ? checkLines(file, text) : []
}

if (import.meta.main) {
  const files = readSources(ROOT)
  reportFindings('tidy', files.size, checkTidy(files))
}
