import { randomUUID } from 'node:crypto'
import { assert } from '#core/assert.ts'
import { isToMission } from '#core/cases/contesting.ts'
import { rolesOf } from '#core/cases/roles.ts'
import { say } from '#core/cases/saying.ts'
import { descriptionsInForce, type Description } from '#core/policy/policy.ts'
import type { Audience, Said } from '#core/promotion/frequent-questions.ts'
import { lawOfDay } from '#core/promotion/law-of-day.ts'
import { missionOf } from '#core/promotion/missions.ts'
import { actingIn, type AtWork, type Faces } from '#main/demonstration/live.ts'
import { inTransaction } from '#platform/database.ts'
import { ask } from '#portal/asking/send.ts'
import { contextIn, recordStep } from '#records/cases.ts'
import {
  actOnFrequentQuestion,
  lawHere,
  writeFrequentQuestion,
} from '#records/frequent-questions.ts'
import { holdCase } from '#records/read-case.ts'

/** What an invented mission is asked often; who wrote it, and who showed it, if anybody did. */
type Asked = {
  readonly by: string
  readonly shownBy?: string
  readonly audience: Audience
  readonly said: Said
}

const ASKED: readonly Asked[] = [
  {
    by: 'consul',
    shownBy: 'ministry',
    audience: 'all',
    said: {
      az: {
        question: 'Müraciəti səfirlikdə vermək lazımdırmı? (nümunə)',
        answer:
          'Xeyr. Müraciət bu portalda, onlayn verilir.\n\nSəfirlik Proqramdan danışır və suallara cavab verir, qərar vermir və heç nəyi sürətləndirmir.',
      },
      tr: {
        question: 'Başvuruyu büyükelçilikte mi yapmalıyım? (örnek)',
        answer:
          'Hayır. Başvuru bu portalda, çevrim içi yapılır.\n\nBüyükelçilik Programı anlatır ve soruları yanıtlar; karar vermez ve hiçbir şeyi hızlandırmaz.',
      },
      en: {
        question: 'Do I have to apply at the embassy? (example)',
        answer:
          'No. You apply here on the portal, online.\n\nThe embassy tells of the Program and answers questions. It decides nothing and speeds nothing up.',
      },
      ru: {
        question: 'Нужно ли подавать заявление в посольстве? (пример)',
        answer:
          'Нет. Заявление подают здесь, на портале, онлайн.\n\nПосольство рассказывает о Программе и отвечает на вопросы. Оно ничего не решает и не ускоряет.',
      },
    },
  },
  {
    by: 'consul',
    shownBy: 'consul2',
    audience: 'mission',
    said: {
      tr: {
        question: 'Görüşmek için randevu almam gerekir mi? (örnek)',
        answer: 'Hayır. Kapının açık olduğu saatlerde gelin; saatler büyükelçiliğin sayfasındadır.',
      },
      en: {
        question: 'Do I need an appointment to talk to you? (example)',
        answer: 'No. Come while the door is open; the hours stand on the page of the embassy.',
      },
    },
  },
  {
    by: 'consul2',
    audience: 'mission',
    said: {
      tr: {
        question: 'Kaç puan alacağımı önceden öğrenebilir miyim? (örnek)',
        answer: 'Evet. Portalda puanınızı hesaplayın: beş dakika sürer ve hiçbir şey saklanmaz.',
      },
    },
  },
]

/** What invented people ask the mission of the first consul; what is answered, if anything is. */
const QUESTIONS = [
  {
    email: 'deniz@kecid.example',
    language: 'tr',
    text: 'Merhaba, eşim de benimle gelebilir mi? (örnek soru)',
    answer:
      'Evet, aileniz sizinle gelebilir. Nasıl olduğunu portalın ilk sayfasında okuyun. (örnek)',
  },
  {
    email: 'mila@kecid.example',
    language: 'en',
    text: 'Do you come to the fair in İzmir as well? (example question)',
  },
] as const

/** What the invented missions are asked, and tell everybody: on each desk something waits. */
export async function answerAbroad(
  faces: Faces,
  officials: ReadonlyMap<string, AtWork>,
): Promise<void> {
  await answerForAll(faces, officials)
  const { portal } = faces
  const consul = officials.get('consul')
  const mission = missionOf(portal.policy.missions, consul?.actor.body ?? '')
  const description = descriptionsInForce(portal.policy, portal.clock.today()).find(({ type }) =>
    isToMission(type.begins),
  )
  const [block] = description?.type.blocks ?? []
  const [field] = block?.fields ?? []
  if (!consul || !mission || !description || !block || !field) return
  for (const { email, language, text, ...more } of QUESTIONS) {
    const values = { [field.code]: text }
    const question = { mission, description, block, values, email, form: randomUUID() }
    const id = await inTransaction(portal.db, (tx) =>
      ask({ var: { house: portal, language } }, tx, question),
    )
    if ('answer' in more) await answerOne(faces, { consul, description, id, text: more.answer })
  }
}

type Answering = {
  readonly consul: AtWork
  readonly description: Description
  readonly id: string
  readonly text: string
}

async function answerOne({ office }: Faces, { consul, description, id, text }: Answering) {
  const { policy, clock, keys } = office
  const [role] = rolesOf('mission')
  const step = description.type.steps.find(
    (rule) => rule.kind === 'say' && rule.to !== undefined && rule.shown !== 'office',
  )
  assert(step !== undefined && role !== undefined && step.by.includes(role), 'a mission answers')
  const now = { at: clock.now(), on: clock.today() }
  const taking = { ...now, by: consul.actor, description, calendars: policy.calendars }
  await inTransaction(actingIn(office, consul.token).db, async (tx) => {
    const held = await holdCase(tx, keys, id)
    assert(held !== undefined, 'the mission has what it was asked')
    const said = say(held.standing, contextIn(held, taking), { step: step.code, text })
    assert(said.ok, 'it is answered once')
    await recordStep(tx, held, said.value, taking)
  })
}

/** Questions of the invented missions: some are shown, one waits for a second person. */
async function answerForAll(
  { office }: Faces,
  officials: ReadonlyMap<string, AtWork>,
): Promise<void> {
  const { policy, clock } = office
  const [lawOn, at] = [clock.today(), clock.now()]
  const law = lawOfDay(lawHere(office))
  const deskOf = (name = '') => {
    const official = officials.get(name)
    return official && { ...official, db: actingIn(office, official.token).db }
  }
  for (const { by, shownBy, audience, said } of ASKED) {
    const [writer, second] = [deskOf(by), deskOf(shownBy)]
    if (!writer || !missionOf(policy.missions, writer.actor.body ?? '')) continue
    const id = randomUUID()
    const writing = { id, said, audience, law, lawOn, waits: true }
    await inTransaction(writer.db, (tx) => writeFrequentQuestion(tx, writing, at))
    if (!second) continue
    const showing = { id, version: 1, act: 'show' } as const
    await inTransaction(second.db, (tx) => actOnFrequentQuestion(tx, showing, at))
  }
}
