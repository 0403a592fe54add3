/** Carries the protocol over `runtime.sendMessage`: `ask` in pages, `answer` in the background, and the gate between them. */
import { type Browser, browser } from 'wxt/browser'
import { type BodyProblem, backgroundBodyProblem, pageBodyProblem } from './message-bodies.ts'
import { type BackgroundProtocol, contentMessages, type PageProtocol, type Reply, type ReplyCode } from './protocol.ts'

type Sender = Browser.runtime.MessageSender

/** One handler per message: a missing one does not compile. */
export type Handlers<Protocol extends Record<keyof Protocol, { body: unknown; value: unknown }>> = {
  [Name in keyof Protocol]: (body: Protocol[Name]['body'], sender: Sender) => Promise<Protocol[Name]['value']>
}

type PlainHandler = (body: unknown, sender: Sender) => Promise<unknown>

/** Asks the background. Never throws: a worker that cannot be reached is `unreachable`. */
export async function ask<Name extends keyof BackgroundProtocol>(
  name: Name,
  body: BackgroundProtocol[Name]['body'],
): Promise<Reply<BackgroundProtocol[Name]['value']>> {
  try {
    return readReply(await browser.runtime.sendMessage({ name, body }))
  } catch {
    return { ok: false, code: 'unreachable' }
  }
}

/** Asks one frame of a tab. A frame without our content script is `unreachable`. */
export async function askFrame<Name extends keyof PageProtocol>(
  tabId: number,
  frameId: number,
  name: Name,
  body: PageProtocol[Name]['body'],
): Promise<Reply<PageProtocol[Name]['value']>> {
  try {
    return readReply(await browser.tabs.sendMessage(tabId, { name, body }, { frameId }))
  } catch {
    return { ok: false, code: 'unreachable' }
  }
}

/** Tells all frames of a tab that have our content script; nobody waits for an answer. */
export async function tellTab(tabId: number, name: 'adaptersChanged' | 'settingsChanged'): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, { name, body: null })
  } catch {
    // No content script there: nothing to tell.
  }
}

/** Answers in the background. Call it synchronously at start; handlers await what they need. */
export function answer(handlers: Handlers<BackgroundProtocol>): void {
  listen(handlers, backgroundBodyProblem, (name, sender) =>
    isOwnPage(sender) ? true : (contentMessages as readonly string[]).includes(name),
  )
}

/** Answers in a page's frame; only our own pages and background may ask. */
export function answerInPage(handlers: Handlers<PageProtocol>): void {
  listen(handlers, pageBodyProblem, () => true)
}

type Allowed = (name: string, sender: Sender) => boolean

function listen(handlers: object, bodyProblem: BodyProblem, allowed: Allowed): void {
  const byName = new Map(Object.entries(handlers) as [string, PlainHandler][])
  const listener = (message: unknown, sender: Sender, sendResponse: (reply: unknown) => void): true => {
    void reply(byName, bodyProblem, allowed, message, sender).then(sendResponse)
    return true
  }
  browser.runtime.onMessage.addListener(listener)
}

async function reply(
  handlers: Map<string, PlainHandler>,
  bodyProblem: BodyProblem,
  allowed: Allowed,
  message: unknown,
  sender: Sender,
): Promise<Reply<unknown>> {
  if (sender.id !== browser.runtime.id) return refusal('not-allowed')
  const envelope = readEnvelope(message)
  const handler = envelope && handlers.get(envelope.name)
  if (!envelope || !handler) return refusal('unknown-message')
  if (!allowed(envelope.name, sender)) return refusal('not-allowed')
  const problem = bodyProblem(envelope.name, envelope.body)
  if (problem !== undefined) {
    console.warn(`zhenhao: ${envelope.name} refused: ${problem}`)
    return refusal('bad-body')
  }
  try {
    return { ok: true, value: await handler(envelope.body, sender) }
  } catch (error) {
    console.error(`zhenhao: ${envelope.name} failed`, error)
    return refusal('failed')
  }
}

function refusal(code: ReplyCode): Reply<never> {
  return { ok: false, code }
}

function readEnvelope(message: unknown): { name: string; body: unknown } | undefined {
  if (typeof message !== 'object' || message === null || !('name' in message)) return undefined
  return typeof message.name === 'string'
    ? { name: message.name, body: 'body' in message ? message.body : null }
    : undefined
}

function readReply<T>(reply: unknown): Reply<T> {
  const known = typeof reply === 'object' && reply !== null && 'ok' in reply
  return known ? (reply as Reply<T>) : { ok: false, code: 'unreachable' }
}

/** Told by the origin, not by the tab: an extension page opened in a tab has one too. */
function isOwnPage(sender: Sender): boolean {
  const own = browser.runtime.getURL('/').replace(/\/$/, '')
  return sender.origin === undefined ? (sender.url?.startsWith(`${own}/`) ?? false) : sender.origin === own
}
