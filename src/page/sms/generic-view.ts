/** Reads the messages of a page that no adapter knows. */
import { createBoxReader, isShown } from '../box.ts'
import { isInToast } from './copies.ts'
import { gapsOf, namesOf, sideOf } from './direction.ts'
import { createGenericFinder } from './generic-find.ts'
import { type Group, isContainer, memberAround, membersOf, sameGroup } from './generic-group.ts'
import { headerOf, isList } from './generic-header.ts'
import { readItem } from './generic-item.ts'
import { edgeOf, type Profile } from './generic-score.ts'
import type { ItemHints } from './item.ts'
import { createLedger } from './ledger.ts'
import { createReadingQueue, goOnMs } from './reading-queue.ts'
import type { Row, Thread } from './row.ts'
import { findThreadLists } from './thread-list.ts'
import { ancestorOf } from './tree.ts'
import type { Changed, SmsReading, SmsView, ViewPage } from './view.ts'

export interface GenericView extends SmsView {
  clear(): Element[]
}

const mostTexts = 4000
/** The list of conversations, and a conversation in place of one that was hidden, is looked for again after so many ms. */
const listsMs = 1000
/** A better conversation must be clearly better before the view moves to it. */
const clearlyBetter = 1

export function createGenericView(page: ViewPage): GenericView {
  const { document, shadowOf } = page
  const finder = createGenericFinder(document)
  const ledger = createLedger((row, thread) => `${thread.id}\n${row.body.text}`)
  const queue = createReadingQueue()
  /** Whose text it is: a block of another message with the same text is a quote. */
  const texts = new Map<string, WeakRef<Element>>()
  let profile: Profile | undefined
  let last: Profile | undefined
  let header: Element | undefined
  let sender: string | undefined
  let voided: Element[] = []
  let lists = new Set<Element>()
  let listsAt = Number.NEGATIVE_INFINITY
  let besideAt = Number.NEGATIVE_INFINITY
  /** Messages were read since the list of conversations was last looked for. */
  let listsDue = false
  let address = page.location.href

  function notice(seed: Element): boolean {
    if (address !== page.location.href) finder.reset()
    address = page.location.href
    if (profile && (!isAlive(profile) || memberAround(seed, profile.group))) return false
    const found = finder.find(seed, { boxOf: createBoxReader(), shadowOf }, last)
    if (!found || (profile && (sameGroup(found.group, profile.group) || found.score < profile.score + clearlyBetter)))
      return false
    adopt(found)
    return true
  }

  function adopt(found: Profile): void {
    voided.push(...ledger.clear())
    queue.clear()
    profile = last = found
    queue.add(membersOf(found.group))
  }

  function read(changed: Changed, now: number): SmsReading {
    if (profile && !isAlive(profile)) profile = undefined
    if (profile) followShown(profile, now)
    const gone = voided
    voided = []
    if (!profile) return { messages: [], gone: [...gone, ...ledger.clear()] }
    const known = profile
    const thread = readThread(known)
    enqueue(thread.sender === sender ? changed : 'all', known)
    sender = thread.sender
    header = thread.header
    const rows = new Map<Element, Row>()
    const reader = { boxOf: createBoxReader(), shadowOf }
    const more = queue.drain((element) => rows.set(element, readRow(element, known, reader)))
    const reading = ledger.update(rows, thread, now)
    if (rows.size > 0) listsDue = true
    const coversMore = !more && findLists(known, now)
    const waits = [reading.recheckIn, more ? goOnMs : listsDue ? listsAt + listsMs - now : undefined]
    const recheckIn = Math.min(...waits.map((wait) => wait ?? Number.POSITIVE_INFINITY))
    return {
      messages: reading.messages,
      gone: [...gone, ...reading.gone],
      ...(Number.isFinite(recheckIn) ? { recheckIn } : {}),
      ...(coversMore ? { coversMore } : {}),
    }
  }

  /** A page may hide one conversation and show another that was there all the time. */
  function followShown({ group }: Profile, now: number): void {
    if (now - besideAt < listsMs || isShown(placeOf(group))) return
    besideAt = now
    const other = finder.findBeside(group.root, { boxOf: createBoxReader(), shadowOf }, last)
    if (other) adopt(other)
  }

  /** True when another list is known now. */
  function findLists({ group }: Profile, now: number): boolean {
    if (!listsDue || now - listsAt < listsMs) return false
    listsAt = now
    listsDue = false
    const before = lists
    lists = new Set(findThreadLists(group.root, ledger.repeats))
    return [...lists].some((list) => !before.has(list))
  }

  function enqueue(changed: Changed, { group }: Profile): void {
    if (changed === 'all') {
      queue.add(membersOf(group))
      return
    }
    for (const node of changed) {
      const member = memberAround(node, group)
      if (member) queue.add([member])
      else if (node instanceof Element && (node === group.root || isContainer(node, group))) queue.add(membersOf(group))
    }
  }

  function readThread({ group }: Profile): Thread {
    const id = page.location.href
    const element = headerOf(group)
    const sender = element?.textContent?.trim()
    return element && sender ? { id, sender, header: element } : { id }
  }

  function readRow(
    element: Element,
    known: Profile,
    reader: { boxOf: ReturnType<typeof createBoxReader>; shadowOf: ViewPage['shadowOf'] },
  ): Row {
    const item = readItem(element, reader, hintsOf(known))
    const body = isShown(element) ? item.body : { text: '', pieces: [] }
    if (body.text !== '') texts.set(body.text, new WeakRef(element))
    if (texts.size > mostTexts) texts.clear()
    const row: Row = { body, outgoing: isOutgoing(element, known, item) }
    if (item.sender !== undefined) row.ownSender = item.sender
    if (item.senderLine) row.senderLine = item.senderLine
    return row
  }

  function hintsOf({ senderPath }: Profile): ItemHints {
    return {
      isQuote(text, item) {
        const said = texts.get(text)?.deref()
        return said !== undefined && said !== item && said.isConnected
      },
      ...(senderPath === undefined ? {} : { senderPath }),
    }
  }

  function isOutgoing(element: Element, known: Profile, item: ReturnType<typeof readItem>): boolean {
    if (item.body.text === '') return false
    const names = namesOf(item)
    if ((known.ownSigns && item.saysOwn) || [...names.out].some((name) => known.outNames.has(name))) return true
    if (names.in.size > 0) return false
    return known.stacked && sideOf(gapsOf(item, edgeOf(element)), known.leftEdge) === 'right'
  }

  function isOurs(element: Element): boolean {
    if (!profile) return false
    return element === header || isContainer(element, profile.group) || lists.has(element) || isListOfThreads(element)
  }

  return {
    notice,
    read,
    covers(node, text) {
      if (!profile || !isAlive(profile)) return false
      if (memberAround(node, profile.group) || ancestorOf(node, isOurs)) return true
      return isInToast(node) || ledger.repeats(text)
    },
    state: () => (profile ? { view: 'generic', messages: ledger.size() } : undefined),
    clear() {
      profile = undefined
      queue.clear()
      return [...voided.splice(0), ...ledger.clear()]
    },
  }
}

function isAlive({ group }: Profile): boolean {
  return placeOf(group).isConnected
}

function placeOf({ root }: Group): Element {
  return root instanceof Element ? root : root.host
}

/** Beside the conversation: what a page calls a list or navigation and is no part of a message. */
function isListOfThreads(element: Element): boolean {
  return (
    /^(nav|aside)$/.test(element.localName) ||
    (isList(element) && /^(listbox|navigation|tree)$/.test(element.getAttribute('role') ?? ''))
  )
}
