/** Opens a mark's card: by click, from the popup's list, by the shortcut, or before a held-back call. One at a time. */
import type { FlaggedMarks } from '../protocol.ts'
import type { MessageNote } from '../verdict/message-note.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { createFocusRest } from './focus-rest.ts'
import { markAt } from './hit-test.ts'
import { type Island, openIsland } from './island.ts'
import type { Mark } from './mark.ts'
import type { PageSession } from './session.ts'
import type { HeldCall } from './tel-guard.ts'

/** What the card shows and may do. The ui folder draws it. */
export interface CardRequest {
  verdict: Verdict
  /** When the number stands in a text message. */
  message?: MessageNote
  /** Before a `tel:` link: what the page shows and what the link would dial. */
  dial?: { shown: string; target: string }
  /** Opened by a key: the card then shows where the focus is. */
  byKeyboard: boolean
  close(): void
  callAnyway?(): void
  muteNumber(): void
  muteSite(): void
}

export interface CardView {
  css: string
  /** Fills the root. Returns the way to empty it. */
  mount(root: ShadowRoot, request: CardRequest): () => void
}

type Wanted = Pick<CardRequest, 'verdict' | 'message' | 'dial' | 'byKeyboard' | 'callAnyway'>

export interface CardOptions {
  session: PageSession
  /** Undefined when there is no card to be had: then a click stays a click and a call goes through. */
  load(): Promise<CardView | undefined>
  onMute(what: { canonical: string } | 'site'): void
  /** Another frame had the focus before the card of this one took it by keyboard. */
  giveFocusBack(): void
  signal: AbortSignal
}

export interface Cards {
  /** Scrolls to a mark and opens its card; false when there is no such mark any more. */
  reveal(id: number, byKeyboard: boolean): boolean
  /** The flagged marks in document order and the one whose card was shown last. The shortcut asks: the focus rests here. */
  flagged(): FlaggedMarks
  /** A card in another frame has closed: puts the focus back where it rested. */
  takeFocus(): void
  /** Opens the card in front of a call that was held back. */
  beforeCall(call: HeldCall): void
}

/** Things with a click of their own: there the number is reached from the popup or by the shortcut. */
const clickable = 'a[href],button,label,summary,input,select,textarea,[role="button"],[role="link"],[role="menuitem"]'

export function startCards({ session, load, onMute, giveFocusBack, signal }: CardOptions): Cards {
  const rest = createFocusRest()
  let island: Island | undefined
  let last: { id: number; index: number; at: number } | undefined
  let turn = 0

  /** The last wish wins: while the first card is on its way, another mark may be clicked. */
  async function open(near: Node, anchor: () => DOMRect | undefined, request: Wanted): Promise<void> {
    const mine = ++turn
    island?.close()
    const view = await load()
    if (mine !== turn || signal.aborted) return
    if (view) show(view, near, anchor, request)
    else request.callAnyway?.()
  }

  function show({ css, mount }: CardView, near: Node, anchor: () => DOMRect | undefined, request: Wanted): void {
    const { canonical } = request.verdict
    const opened = openIsland({
      anchor,
      near,
      css,
      signal,
      onClose: () => {
        if (island === opened) island = undefined
      },
      onFocusLeft: () => request.byKeyboard && giveFocusBack(),
      mount: (root) =>
        mount(root, {
          ...request,
          close: () => opened.close(),
          muteNumber() {
            onMute({ canonical })
            session.mute(canonical)
          },
          muteSite: () => onMute('site'),
        }),
    })
    island = opened
  }

  function openMark(mark: Mark, byKeyboard: boolean): void {
    const index = session.flaggedMarks().indexOf(mark)
    if (index >= 0) last = { id: mark.id, index, at: Date.now() }
    void open(mark.range.startContainer, () => rectOf(mark), {
      verdict: mark.verdict,
      byKeyboard,
      ...(mark.message && { message: mark.message }),
    })
  }

  window.addEventListener(
    'click',
    (event) => {
      const mark = clickedMark(event, session)
      if (mark) openMark(mark, false)
    },
    { capture: true, signal },
  )
  return {
    reveal(id, byKeyboard) {
      const mark = session.book.byId(id)
      if (!mark) return false
      scrollTo(mark)
      openMark(mark, byKeyboard)
      return true
    },
    takeFocus: rest.take,
    flagged() {
      rest.remember()
      const ids = session.flaggedMarks().map(({ id }) => id)
      if (!last) return { ids }
      const index = ids.indexOf(last.id)
      return { ids, last: { index: index < 0 ? last.index : index, gone: index < 0, at: last.at } }
    },
    beforeCall({ link, verdict, dial, byKeyboard, callAnyway }) {
      void open(link, () => link.getBoundingClientRect(), { verdict, dial, byKeyboard, callAnyway })
    },
  }
}

function scrollTo({ range }: Mark): void {
  const { startContainer } = range
  const element = startContainer instanceof Element ? startContainer : startContainer.parentElement
  element?.scrollIntoView({ block: 'center', inline: 'nearest' })
}

function rectOf(mark: Mark): DOMRect | undefined {
  const rects = mark.range.getClientRects()
  return rects[rects.length - 1]
}

/** The mark that a plain click of the person meant, unless it was the end of a selection or met a control. */
function clickedMark(event: MouseEvent, session: PageSession): Mark | undefined {
  if (!event.isTrusted || event.button !== 0 || event.detail > 1) return undefined
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined
  if (session.book.size() === 0 || getSelection()?.isCollapsed === false) return undefined
  const mark = markAt(event.clientX, event.clientY, session.book, session.shadowRoots())
  const parent = mark?.range.startContainer.parentElement
  if (!mark || parent?.closest(clickable) || !isUnderPointer(event, mark)) return undefined
  return mark
}

/** Not when something else lies over the number: the clicked element must hold it. */
function isUnderPointer(event: MouseEvent, mark: Mark): boolean {
  const { startContainer } = mark.range
  const root = startContainer.getRootNode()
  const [target] = event.composedPath()
  if (!(target instanceof Node)) return false
  return target.contains(startContainer) || (root instanceof ShadowRoot && event.composedPath().includes(root.host))
}
