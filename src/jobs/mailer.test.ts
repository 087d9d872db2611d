import { deepEqual, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { smtpMailer } from '#jobs/mailer.ts'

const LETTER = {
  id: '1',
  to: 'ana@example.org',
  subject: 's',
  text: 't',
  html: 't',
  language: 'en',
}

/** Sends a letter to a server that answers one command with a fault, and the others with yes. */
async function sentTo(command: 'MAIL FROM' | 'RCPT TO', responseCode: number, text: string) {
  const fault = Object.assign(new Error(text), { responseCode })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom: (_address, _session, answer) => answer(command === 'MAIL FROM' ? fault : null),
    onRcptTo: (_address, _session, answer) => answer(command === 'RCPT TO' ? fault : null),
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const place = listening.address()
  if (place === null || typeof place === 'string') throw new Error('the server has a port')
  const url = `smtp://127.0.0.1:${place.port}`
  try {
    return await smtpMailer({ url, from: 'kecid@kecid.example' }).send(LETTER)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

test('a mail is undeliverable where the server knows no such mailbox', async () => {
  const answers = [
    [550, 'No such user here'],
    [550, '5.1.1 No such user here'],
    [553, '5.1.3 Bad address'],
    [556, '5.1.10 This domain takes no mail'],
  ] as const
  const found = await Promise.all(answers.map(([code, text]) => sentTo('RCPT TO', code, text)))
  deepEqual(
    found,
    answers.map(() => 'undeliverable'),
  )
})

test('what a server has against us, or for today, is no fault of an address', async () => {
  for (const [command, code, text] of [
    ['MAIL FROM', 530, 'Sign in first'],
    ['MAIL FROM', 550, 'You may not send as this'],
    ['MAIL FROM', 552, 'Too much'],
    ['RCPT TO', 550, '5.7.1 Your network is on a block list'],
    ['RCPT TO', 554, 'No mail from you'],
    ['RCPT TO', 552, '5.2.2 The mailbox is full'],
    ['RCPT TO', 450, 'Try again later'],
  ] as const) {
    await rejects(sentTo(command, code, text), `${command} ${code}`)
  }
})
