import { z } from 'zod'
import type { Content } from '#exchange/content.ts'
import type { Answered, Facts, Question } from '#records/inquiries.ts'

type Said = Answered['says'][number]

/** How registers are told, and tell, who somebody is. */

const text = (max: number) => z.string().min(1).max(max)

/** A day, or as much of it as is known. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
export const day = z.iso.date()
export const country = z.string().regex(/^[A-Z]{3}$/)
export const yesOrNo = z.enum(['yes', 'no'])
export const words = text(2000)
export const reference = text(64)

/** As in the travel document; a person may have one name only. */
export const person = z.strictObject({
  surname: text(200),
  givenNames: text(200).exactOptional(),
  birthDate: partialDate,
  documentNumber: reference,
  documentIssuer: country,
})

/** Somebody as registers are told who they are. */
export type Person = z.output<typeof person>

/** Who a question is about; undefined where something is missing without which nobody is found. */
export function personAsked(question: Question): Person | undefined {
  const text = (meaning: keyof Question) => {
    const value = question[meaning]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const givenNames = text('given-names')
  const read = person.safeParse({
    surname: text('surname'),
    ...(givenNames === undefined ? {} : { givenNames }),
    birthDate: text('birth-date'),
    documentNumber: text('document-number'),
    documentIssuer: text('document-issuer'),
  })
  return read.success ? read.data : undefined
}

/** What tells two people of one name apart, of somebody who is no more than named. */
export const namedPerson = person.pick({ surname: true, givenNames: true, birthDate: true })

/** Somebody who is named beside whom it is about; undefined where too little is known. */
export function named(facts: Facts): z.output<typeof namedPerson> | undefined {
  const read = namedPerson.safeParse({
    surname: facts.surname,
    ...(facts['given-names'] === undefined ? {} : { givenNames: facts['given-names'] }),
    birthDate: facts['birth-date'],
  })
  return read.success ? read.data : undefined
}

/** It answers about whom it was asked about: by the document, or by the birth and the name. */
export const isAbout = (said: Person, asked: Person): boolean =>
  said.documentNumber === asked.documentNumber ||
  (said.birthDate === asked.birthDate &&
    said.surname.toLocaleLowerCase('en') === asked.surname.toLocaleLowerCase('en'))

/**
 * By the document and the birth alike: whoever is shown what a register says has to know both of
 * whomever it is about. What it repeats
 * of the question is not enough: a document that it tells of is held against it as well.
 */
export function isWhollyAbout({ person: said, document }: Content, { person: asked }: Content) {
  const other = identified.safeParse(asked).data
  const about = document === undefined ? [said] : [said, document]
  return about.every((each) => {
    const one = identified.safeParse(each).data
    return (
      one !== undefined &&
      one.documentNumber === other?.documentNumber &&
      one.documentIssuer === other.documentIssuer &&
      one.birthDate === other.birthDate
    )
  })
}

const identified = z.object({
  birthDate: partialDate,
  documentNumber: reference,
  documentIssuer: country,
})

/** By which document a register knows somebody, which need not be the one that they wrote. */
export const knownBy = (said: Person): Said => ({
  'document-number': said.documentNumber,
  'document-issuer': said.documentIssuer,
})

/** What a register says of somebody, by what the questions of a form mean. */
export const saidOf = (said: Person): Said => ({
  surname: said.surname,
  ...(said.givenNames === undefined ? {} : { 'given-names': said.givenNames }),
  'birth-date': said.birthDate,
  ...knownBy(said),
})
