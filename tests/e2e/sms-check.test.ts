/** `zhenhao check --sms --sender` says of a message what the page says of it: both go by the data of this checkout. */
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildExtension } from '../../scripts/build-extension.ts'
import { addCheck } from '../../src/cli/check.ts'
import { framesAtRest } from '../../src/cli/inspect-page.ts'
import { type LaunchedBrowser, launchBrowser } from '../../src/launcher/browser.ts'
import { orderMarks } from '../../src/launcher/frames.ts'
import { isMarked } from '../../src/verdict/marked-codes.ts'
import type { VerdictCode } from '../../src/verdict/verdict.ts'
import { readRepositoryFile } from '../support/repository.ts'
import { fixtureAddress, fixtureNames, fixtureSite } from '../support/sms-build.ts'

interface Message {
  conversationId: string
  direction: 'in' | 'out'
  sender: string
  text: string
  phase: string
}

interface Said {
  text: string
  code: VerdictCode
  institutions: string[]
  claimed: string[]
  modifiers: string[]
}

interface Printed extends Omit<Said, 'text' | 'institutions'> {
  raw: string
  institutions: { id: string }[]
}

let browser: LaunchedBrowser
beforeAll(async () => {
  browser = await launchBrowser('chromium', { extension: await buildExtension('chromium'), site: fixtureSite })
})
afterAll(() => browser.close())

/** What came in and is on screen at first; of a forwarded message what was forwarded. */
function firstMessages(fixture: string): Message[] {
  const all = JSON.parse(readRepositoryFile(`tests/page/sms/expected/${fixture}.messages.json`)) as Message[]
  return all
    .filter(({ phase, direction }) => phase === 'initial' && direction === 'in')
    .filter(({ conversationId }) => conversationId === all[0]?.conversationId)
    .map((message) => {
      const [, sender, text] = /^(.+)\n([\s\S]+?)\nSIM\d_/.exec(message.text) ?? []
      return sender === undefined || text === undefined ? message : { ...message, sender, text }
    })
}

/** The command itself, in this process: what it would print. */
async function check({ sender, text }: Message): Promise<Said[]> {
  const printed: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => printed.push(String(chunk)) > 0)
  const program = new Command('zhenhao')
  addCheck(program)
  const args = ['check', '--json', '--sms', '--sender', sender, '--', text]
  await program.parseAsync(args, { from: 'user' }).finally(() => write.mockRestore())
  const { verdicts } = JSON.parse(printed.join(''))
  return verdicts.map((verdict: Printed) => ({
    text: verdict.raw,
    code: verdict.code,
    institutions: verdict.institutions.map(({ id }) => id),
    claimed: verdict.claimed,
    modifiers: verdict.modifiers,
  }))
}

async function onPage(fixture: string): Promise<Said[]> {
  const tab = await browser.open(fixtureAddress(fixture))
  const marks = orderMarks(await framesAtRest(tab))
  await tab.close()
  return marks.map(({ text, code, institutions, modifiers, verdict }) => {
    return { text, code, institutions, claimed: verdict.claimed.map(({ id }) => id), modifiers }
  })
}

/** A bubble that is nothing but a number is judged with its neighbour's words: it does not stand alone. */
const standsAlone = ({ text }: Message): boolean => /[^\d\s+-]/.test(text)

/** Without the marks on what is no message of its own: a sender's number above its messages, a bubble of a bare number. */
function inMessages(page: Said[], said: Said[], messages: Message[]): Said[] {
  const others = new Set(
    messages.flatMap((message) => [message.sender, ...(standsAlone(message) ? [] : [message.text])]),
  )
  let at = 0
  return page.filter((mark) => {
    const inMessage = mark.text === said[at]?.text
    if (inMessage) at += 1
    return inMessage || !others.has(mark.text)
  })
}

it.each(fixtureNames)('%s: the same code, institutions, claimed and modifiers', async (fixture) => {
  const messages = firstMessages(fixture)
  const said: Said[] = []
  for (const message of messages.filter(standsAlone))
    said.push(...(await check(message)).filter(({ code }) => isMarked(code)))
  expect(said.length).toBeGreaterThan(3)
  expect(inMessages(await onPage(fixture), said, messages)).toEqual(said)
})
