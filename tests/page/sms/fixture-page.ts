/// <reference types="vite/client" />
/** Puts a fixture of tests/pages/sms into the test's own document and drives its hooks. */
import { goOnMs } from '../../../src/page/sms/reading-queue.ts'
import type { Changed, SmsReading, SmsView, ViewPage } from '../../../src/page/sms/view.ts'

export interface FixtureMessage {
  conversationId: string
  messageIndex: number
  direction: 'in' | 'out'
  sender: string
  text: string
  phase: 'initial' | 'appended' | 'prepended'
}

/** The hooks that a fixture's own script offers. */
interface Hooks {
  next(): Promise<void>
  all(): Promise<void>
  open(id: string): Promise<void>
  older(): void
  park(rows: number): void
  unpark(): void
}

const pages = import.meta.glob<string>('../../pages/sms/**/*.html', { query: '?raw', import: 'default', eager: true })
const messages = import.meta.glob<FixtureMessage[]>('./expected/*.messages.json', {
  import: 'default',
  eager: true,
})

export function messagesOf(name: string): FixtureMessage[] {
  return messages[`./expected/${name}.messages.json`] ?? []
}

export interface FixturePage extends ViewPage {
  fx: Hooks
  remove(): void
}

/** Mounts the page; its steps wait for `fx.next()`. `change` edits the HTML first. */
export function mountFixture(name: string, change: (html: string) => string = (html) => html): FixturePage {
  const html = pages[`../../pages/sms/${name}.html`]
  if (html === undefined) throw new Error(`no fixture ${name}`)
  history.replaceState(null, '', '#fxmanual')
  const parsed = new DOMParser().parseFromString(change(html), 'text/html')
  const scripts = [...parsed.body.querySelectorAll('script:not([type])')]
  for (const script of scripts) script.remove()
  document.head.querySelector('#fixture-style')?.remove()
  const style = document.createElement('style')
  style.id = 'fixture-style'
  style.textContent = [...parsed.querySelectorAll('style')].map((element) => element.textContent).join('\n')
  document.head.append(style)
  document.body.replaceChildren(...parsed.body.childNodes)
  for (const source of scripts) {
    const script = document.createElement('script')
    script.textContent = `{${source.textContent.replaceAll(/^var |^function (\w+)/gm, (found, fn) => (fn ? `window.${fn} = function ${fn}` : found.replace('var ', 'let ')))}}`
    document.body.append(script)
  }
  const emulated = new URL(
    parsed.querySelector('meta[name=fx-url]')?.getAttribute('content') ?? 'https://view.example.com/',
  )
  const location = {
    hostname: emulated.hostname,
    pathname: emulated.pathname,
    get href() {
      return emulated.href + window.location.hash + window.location.pathname
    },
  }
  const fx = Reflect.get(window, '__fx') as Hooks
  return {
    document,
    location,
    shadowOf: rootOf,
    fx,
    remove: () => document.body.replaceChildren(),
  }
}

/** Open roots, and the closed ones that a page lays open under `__closed` for its test. */
function rootOf(element: Element): ShadowRoot | null {
  const closed = Reflect.get(window, '__closed') as Map<Element, ShadowRoot> | undefined
  return element.shadowRoot ?? closed?.get(element) ?? null
}

/** Records what changes between readings, as the page session does. */
export function recordChanges(root: Node): { take(): Set<Node>; stop(): void } {
  let changed = new Set<Node>()
  const note = (records: MutationRecord[]) => {
    for (const record of records) {
      if (record.type === 'characterData') changed.add(record.target)
      for (const node of record.addedNodes) changed.add(node)
      if (record.removedNodes.length > 0) changed.add(record.target)
    }
  }
  const observer = new MutationObserver(note)
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return {
    take() {
      note(observer.takeRecords())
      const taken = changed
      changed = new Set()
      return taken
    },
    stop: () => observer.disconnect(),
  }
}

/** Reads on while the view says that it was not done, as the page session does. */
export function readAll(view: SmsView, changed: Changed, now: number): SmsReading {
  let reading = view.read(changed, now)
  const all: SmsReading = { messages: [], gone: [] }
  for (;;) {
    all.messages.push(...reading.messages)
    all.gone.push(...reading.gone)
    if (reading.recheckIn !== goOnMs) break
    reading = view.read(new Set(), now)
  }
  return reading.recheckIn === undefined ? all : { ...all, recheckIn: reading.recheckIn }
}
