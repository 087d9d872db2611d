import {
  refused,
  complained,
  erasing,
  signed,
  copy,
  restriction,
  legalHold,
} from '#main/demonstration/acts-contesting.ts'
import { act, opened } from '#main/demonstration/lives.ts'
import { told } from '#main/demonstration/stories-short.ts'
import { APPLICANT, type Story } from '#main/demonstration/story.ts'

/** People who want to know what is kept of them, or that it goes. */
export const ERASED: readonly Story[] = [
  told({
    email: 'oskar.lindqvist@example.org',
    language: 'en',
    person: {
      surname: 'Lindkvist-Ek',
      givenNames: 'Oskar',
      sex: 'male',
      born: '1986-01-08',
      country: 'SWE',
      town: 'Umeå',
      number: 'W00000478',
    },
    subject: 'Robotics',
    life: [
      ...refused(24),
      ...complained(20),
      act(17, APPLICANT, { act: 'withdraw' }),
      ...copy.asked(16, 'What did the school write about me?'),
      copy.given(12),
      ...signed('')(11),
      act(6, APPLICANT, { act: 'ask', type: 'data-erasure', told: ['I have moved on.'] }),
      act(6, APPLICANT, { act: 'submit' }),
      erasing(3, {
        outcome: 'erased',
        grounds: [],
        reasoning:
          'Açıq işiniz yoxdur, statusunuz da yoxdur. Məlumatların saxlanılmasını tələb edən əsas ' +
          'da yoxdur.',
        translated:
          'You have no open case and hold no status, and nothing asks for the data to be kept.',
      }),
      legalHold.proposed(1),
      act(1, APPLICANT, { act: 'ask', type: 'data-access', told: [''] }),
    ],
  }),
  told({
    email: 'camille.girard@example.com',
    language: 'en',
    person: {
      surname: 'Girardet',
      givenNames: 'Camille',
      sex: 'x',
      born: '1994-04-27',
      country: 'FRA',
      town: 'Annecy',
      number: 'F00000479',
    },
    subject: 'Test automation',
    life: [
      ...refused(21),
      ...copy.asked(17),
      act(16, APPLICANT, { act: 'withdraw' }),
      act(9, APPLICANT, { act: 'ask', type: 'data-erasure', told: [''] }),
      act(9, APPLICANT, { act: 'submit' }),
      erasing(5, {
        outcome: 'erased',
        grounds: [],
        reasoning: 'Açıq işiniz yoxdur, statusunuz da yoxdur.',
        translated: 'You have no open case and hold no status.',
      }),
      act(4, 'signer', { act: 'sign' }),
      opened(3),
      legalHold.proposed(3),
      ...signed('hold')(2),
      ...copy.asked(2, 'Before all of it goes.'),
      copy.given(1),
    ],
  }),
  told({
    email: 'henrik.aas@example.org',
    language: 'en',
    person: {
      surname: 'Aasen',
      givenNames: 'Henrik',
      sex: 'male',
      born: '1989-10-13',
      country: 'NOR',
      town: 'Molde',
      number: 'N00000480',
    },
    subject: 'Web services',
    life: [
      ...refused(18),
      ...copy.asked(15, 'Who said no?'),
      copy.refused(14),
      ...signed('')(13),
      ...restriction.asked(12),
      restriction.proposed(10),
      ...signed('restriction')(9),
      act(2, APPLICANT, {
        act: 'ask',
        type: 'data-erasure',
        told: ['You refused me, so forget me.'],
      }),
      act(2, APPLICANT, { act: 'submit' }),
    ],
  }),
  told({
    email: 'ines.valente@example.com',
    language: 'en',
    person: {
      surname: 'Valente',
      givenNames: 'Inês',
      sex: 'female',
      born: '1991-08-02',
      country: 'PRT',
      town: 'Braga',
      number: 'P00000481',
    },
    subject: 'Information security',
    life: [
      ...refused(15),
      ...restriction.asked(14),
      restriction.refused(13),
      ...signed('refusal')(12),
      act(11, APPLICANT, { act: 'ask', type: 'data-erasure', told: [''] }),
      act(11, APPLICANT, { act: 'submit' }),
      act(8, APPLICANT, { act: 'withdraw' }),
      ...copy.asked(7),
      act(1, APPLICANT, { act: 'ask', type: 'data-erasure', told: ['Now I mean it.'] }),
    ],
  }),
]
