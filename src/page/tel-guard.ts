/** Holds back a call to a flagged number: the card comes first, with “仍要拨打”. */
import { findNumbers } from '../phone/find.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { isFlagged } from './mark.ts'
import { dialledBy, telLinkOf } from './tel-link.ts'

export interface HeldCall {
  link: HTMLAnchorElement
  verdict: Verdict
  /** What the page shows and what the link would dial. */
  dial: { shown: string; target: string }
  /** Enter on the link, not a pointer. */
  byKeyboard: boolean
  callAnyway(): void
}

interface GuardOptions {
  /** The verdict on the link's target, if it is judged already. */
  verdictOn(link: HTMLAnchorElement): Verdict | undefined
  /** Numbers that the person wants to hear no more of: only a target other than the number shown holds them back. */
  isMuted(canonical: string): boolean
  onHeld(call: HeldCall): void
  signal: AbortSignal
}

/**
 * Listens from `document_start` in the capture phase: a page's own listener that came first could silence ours. Links
 * that are verified, ordinary or not judged yet are never delayed. Scripts that set `location` cannot be caught.
 */
export function guardTelLinks({ verdictOn, isMuted, onHeld, signal }: GuardOptions): void {
  function onClick(event: MouseEvent): void {
    if (!event.isTrusted) return
    const link = telLinkOf(event)
    const verdict = link && verdictOn(link)
    if (!link || !verdict) return
    const dial = dialOf(link, verdict)
    if (!dial.differs && (!isFlagged(verdict.code) || isMuted(verdict.canonical))) return
    event.preventDefault()
    event.stopImmediatePropagation()
    onHeld({
      link,
      verdict,
      dial: { shown: dial.shown, target: dial.target },
      byKeyboard: event.detail === 0,
      callAnyway: () => link.click(),
    })
  }
  window.addEventListener('click', onClick, { capture: true, signal })
}

function dialOf(link: Element, verdict: Verdict): { shown: string; target: string; differs: boolean } {
  const [shown] = findNumbers(`电话 ${link.textContent.slice(0, 200)}`)
  const target = dialledBy(link)
  const differs = shown !== undefined && target !== undefined && shown.canonical !== target.canonical
  return { shown: shown?.raw ?? verdict.raw, target: target?.raw ?? verdict.raw, differs }
}
