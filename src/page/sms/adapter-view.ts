/** Reads the messages of a page whose adapter is known. */
import { createBoxReader, isShown } from '../box.ts'
import type { KeyPart, SmsAdapter } from './adapter.ts'
import { readAdapterRow } from './adapter-row.ts'
import { isInToast } from './copies.ts'
import { firstMatching, unionOf } from './first-match.ts'
import { createLedger } from './ledger.ts'
import { longestSender } from './parse-sender.ts'
import { readText, trimFlow } from './read-text.ts'
import { createReadingQueue, goOnMs } from './reading-queue.ts'
import type { Row, Thread } from './row.ts'
import { ancestorOf } from './tree.ts'
import type { Changed, SmsReading, SmsView, ViewPage } from './view.ts'

/** Rows that are not shown yet are looked at again. */
const hiddenRecheckMs = 1000

export interface AdapterView extends SmsView {
  /** One of the adapter's `ready` selectors matches. */
  ready(): boolean
  /** Messages on screen, but none with text, or three and more and all outgoing: the selectors no longer fit. */
  blind(): boolean
  clear(): Element[]
}

export function createAdapterView(adapter: SmsAdapter, page: ViewPage): AdapterView {
  const { document, shadowOf } = page
  const ledger = createLedger((row, thread) => keyOf(adapter, row, thread))
  const containers = new WeakSet<Element>()
  const hidden = new Set<Element>()
  const queue = createReadingQueue()
  const ready = unionOf(adapter.ready)
  const list = unionOf(adapter.list)
  const ignore = unionOf(adapter.ignore)
  let selector: string | undefined
  let header: Element | undefined

  function read(changed: Changed, now: number): SmsReading {
    const chosen = firstMatching(document, adapter.message)
    if (chosen !== undefined) queue.add(rowsIn(document, chosen, chosen === selector ? changed : 'all', ledger.has))
    queue.add(hidden)
    hidden.clear()
    selector = chosen
    const rows = new Map<Element, Row>()
    const boxOf = createBoxReader()
    const more = queue.drain((element) => readOne(element, rows, boxOf))
    const thread = readThread()
    header = thread.header
    const reading = ledger.update(rows, thread, now)
    const waits = [reading.recheckIn, more ? goOnMs : undefined, hidden.size > 0 ? hiddenRecheckMs : undefined]
    const recheckIn = Math.min(...waits.map((wait) => wait ?? Number.POSITIVE_INFINITY))
    return { messages: reading.messages, gone: reading.gone, ...(Number.isFinite(recheckIn) ? { recheckIn } : {}) }
  }

  function readOne(element: Element, rows: Map<Element, Row>, boxOf: ReturnType<typeof createBoxReader>): void {
    if (element.parentElement && element.parentElement !== document.body) containers.add(element.parentElement)
    if (isShown(element)) rows.set(element, readAdapterRow(element, adapter, { boxOf, shadowOf }))
    else hidden.add(element)
  }

  function readThread(): Thread {
    const id = page.location.href
    for (const candidate of adapter.threadSender) {
      for (const element of document.querySelectorAll(candidate)) {
        const reader = { boxOf: createBoxReader(), shadowOf, skips: () => false }
        const sender = isShown(element) ? trimFlow(readText([element], reader)).text : ''
        if (sender === '' || sender.length > longestSender) continue
        const inList = list !== undefined && element.closest(list) !== null
        return inList ? { id, sender } : { id, sender, header: element }
      }
    }
    return { id }
  }

  function isOurs(element: Element): boolean {
    return (
      containers.has(element) ||
      element === header ||
      (selector !== undefined && element.matches(selector)) ||
      (list !== undefined && element.matches(list)) ||
      (ignore !== undefined && element.matches(ignore))
    )
  }

  return {
    notice: () => false,
    read,
    covers: (node, text) => ancestorOf(node, isOurs) !== null || isInToast(node) || ledger.repeats(text),
    state: () => ({ view: adapter.id, messages: ledger.size() }),
    ready: () => ready !== undefined && document.querySelector(ready) !== null,
    blind: () => ledger.size() === 0 || (ledger.size() >= 3 && !ledger.hasIncoming()),
    clear() {
      queue.clear()
      hidden.clear()
      return ledger.clear()
    },
  }
}

/** The message elements that a change may have touched: those that match, and `known` ones that may no longer do. */
function rowsIn(
  document: Document,
  selector: string,
  changed: Changed,
  known: (element: Element) => boolean,
): Iterable<Element> {
  if (changed === 'all') return document.querySelectorAll(selector)
  const rows = new Set<Element>()
  for (const node of changed) {
    const around = ancestorOf(node, (element) => known(element) || element.matches(selector))
    if (around) rows.add(around)
    if (node instanceof Element) for (const row of node.querySelectorAll(selector)) rows.add(row)
  }
  return rows
}

function keyOf(adapter: SmsAdapter, row: Row, thread: Thread): string {
  const parts: Record<KeyPart, string> = {
    path: thread.id,
    id_attr: row.id ?? row.body.text,
    thread_sender: thread.sender ?? '',
    text: row.body.text,
  }
  return [adapter.id, ...adapter.key.map((part) => parts[part])].join('\n')
}
