import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import sharp from 'sharp'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { type JudgeSettings, openJudge } from '#platform/intake/judge.ts'
import { openLog } from '#platform/log.ts'
import { pdfOf } from '#test/files/made-file.ts'
import { photoOfPhone, rawPicture } from '#test/files/pictures.ts'
import { JUDGE } from '#test/judge.ts'

const clock = fixedClock(isoMoment('2026-03-02T06:00:00.000Z'))

function opened(t: TestContext, settings: Partial<JudgeSettings> = {}) {
  const lines: string[] = []
  const log = openLog({ level: 'info', clock, write: (line) => void lines.push(line) })
  const judge = openJudge({ program: JUDGE, log, ...settings })
  t.after(() => judge.close())
  const of = (bytes: Uint8Array, who = 'Ana') =>
    judge.judge({ size: bytes.length, of: who, bytes: async () => [bytes] })
  return { judge, of, lines }
}

/** The markers of a JPEG up to its picture: APP1 is EXIF and XMP, APP2 a colour profile. */
function markersOf(bytes: Uint8Array): readonly string[] {
  const found: string[] = []
  for (let at = 2; at < bytes.length && bytes[at + 1] !== 0xda;) {
    found.push((bytes[at + 1] ?? 0).toString(16))
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  }
  return found
}

test('the copy that is shown is upright and holds nothing but the picture', async (t) => {
  const { of } = opened(t)
  const photo = await photoOfPhone()
  ok(markersOf(photo).includes('e1') && photo.includes('Model of Ana'))

  const verdict = await of(photo)

  ok(verdict.ok && verdict.shown)
  const shown = Buffer.from(verdict.shown)
  deepEqual(
    markersOf(shown).filter((marker) => /^(e[0-9a-f]|fe)$/.test(marker) && marker !== 'e0'),
    [],
  )
  for (const word of ['Exif', 'Model of Ana', 'GPS', 'ICC_PROFILE']) ok(!shown.includes(word), word)
  const { width, height } = await sharp(shown).metadata()
  deepEqual([width, height], [400, 600])
})

test('a large picture is shown no larger than an eye needs, a see-through one on white', async (t) => {
  const { of } = opened(t)
  const { data, info } = rawPicture(3000, 1500)
  const large = await of(await sharp(data, info).jpeg().toBuffer())
  ok(large.ok && large.shown)
  const { width, height } = await sharp(large.shown).metadata()
  deepEqual([width, height], [2200, 1100])

  const glass = { width: 9, height: 9, channels: 4 as const, background: '#00000000' }
  const clear = await of(await sharp({ create: glass }).png().toBuffer())
  ok(clear.ok && clear.shown)
  const { channels } = await sharp(clear.shown).stats()
  ok(channels.every(({ min }) => min > 250))
})

test('the largest photos of phones are taken, whichever way they are written', async (t) => {
  const { of } = opened(t)
  const wide = { width: 8000, height: 6000, channels: 3 as const, background: '#abc' }
  const blank = () => sharp({ create: wide })
  for (const photo of [
    blank().withMetadata({ orientation: 6 }).jpeg({ progressive: true }),
    blank().png({ progressive: true }),
  ]) {
    const verdict = await of(await photo.toBuffer())
    equal(verdict.ok, true)
  }
})

test('a file that takes too long is refused, and the next one is judged', async (t) => {
  const { judge, of, lines } = opened(t, { milliseconds: 5000 })
  const never = Promise.withResolvers<Uint8Array>()
  t.after(() => never.resolve(new Uint8Array()))
  const slow = async function* () {
    yield pdfOf().subarray(0, 100)
    yield await never.promise
  }

  const refused = await judge.judge({ size: 500, of: 'Ana', bytes: async () => slow() })

  deepEqual(refused, { ok: false, reason: 'too-heavy' })
  match(lines.at(-1) ?? '', /a file was too much for the judge.*too-slow/)
  const next = await of(pdfOf())
  equal(next.ok, true)
})

test('more files than can wait are told to wait, and those that wait are judged', async (t) => {
  const { of } = opened(t, { waitMilliseconds: 300_000 })
  const all = await Promise.all(Array.from({ length: 20 }, (_, who) => of(pdfOf(), String(who))))
  equal(all.filter(({ ok }) => ok).length, 16)
  deepEqual(
    all.filter((each) => !each.ok).map((each) => !each.ok && each.reason),
    ['busy', 'busy', 'busy', 'busy'],
  )
})

test('one person takes two of the places and no more, until one is free again', async (t) => {
  const { of } = opened(t, { waitMilliseconds: 300_000 })
  const [mine, other] = await Promise.all([
    Promise.all([1, 2, 3].map(() => of(pdfOf()))),
    of(pdfOf(), 'Bo'),
  ])
  deepEqual(
    [...mine, other].map(({ ok }) => ok),
    [true, true, false, true],
  )
  equal((await of(pdfOf())).ok, true)
})

test('who has waited too long is told to come again, and takes no turn any more', async (t) => {
  const { judge, of } = opened(t, { waitMilliseconds: 50 })
  const ends = Promise.withResolvers<void>()
  const asked: string[] = []
  const held = (name: string) => ({
    size: 9,
    of: name,
    bytes: async () => {
      asked.push(name)
      await ends.promise
      return [Buffer.from('no file..')]
    },
  })
  // Both seats are taken once their files are asked for.
  const seated = ['one', 'two'].map((name) => judge.judge(held(name)))
  while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve))
  deepEqual(await judge.judge(held('late')), { ok: false, reason: 'busy' })
  ends.resolve()
  for (const verdict of await Promise.all(seated)) {
    deepEqual(verdict, { ok: false, reason: 'unknown' })
  }
  equal((await of(pdfOf())).ok, true)
  // Which of the two judges is ready first is the machine's.
  deepEqual(asked.toSorted(), ['one', 'two'])
})

test('a file that breaks off on its way to the judge spoils no other', async (t) => {
  const { judge, of } = opened(t)
  const broken = async function* () {
    yield pdfOf().subarray(0, 100)
    throw new Error('the disk is gone')
  }
  const bytes = async () => broken()
  await rejects(judge.judge({ size: 500, of: 'Ana', bytes }), /the disk is gone/)
  await rejects(
    judge.judge({ size: 5, of: 'Ana', bytes: async () => [Buffer.alloc(3)] }),
    /as long as/,
  )
  equal((await of(pdfOf())).ok, true)
})

test('a judge that cannot be started makes no file good and none bad', async (t) => {
  const { of, lines } = opened(t, { program: `${JUDGE}.absent` })
  deepEqual(await of(pdfOf()), { ok: false, reason: 'busy' })
  match(lines.at(-1) ?? '', /no judge of files/)
})

test('where there is a root to lose, the judge becomes nobody', async (t) => {
  const { of, lines } = opened(t)
  await of(pdfOf())
  const told = lines.find((line) => line.includes('judge of files')) ?? ''
  equal(/nobody/.test(told), process.getuid?.() === 0)
})
