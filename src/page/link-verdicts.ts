/** What `tel:` and `sms:` links would dial, judged ahead so that a click can be answered at once. */
import type { Verdict } from '../verdict/verdict.ts'
import { textAround } from './around.ts'
import { createBoxReader } from './box.ts'
import type { CheckQueue } from './check-queue.ts'
import { hardBreak } from './flow.ts'
import { createFlowReader } from './read-flow.ts'
import { dialledBy } from './tel-link.ts'

export interface LinkVerdicts {
  /** Asks about such a link. */
  visit(link: Element): void
  /** The verdict on the link's target as it is now; undefined when it is not judged (yet). */
  of(link: Element): Verdict | undefined
}

/** Units of the link's block that go along: whom the page says the number belongs to. */
const contextUnits = 1500

export function createLinkVerdicts(queue: CheckQueue): LinkVerdicts {
  const judged = new WeakMap<Element, { href: string; verdict: Verdict }>()
  return {
    visit(element) {
      const found = dialledBy(element)
      const href = element.getAttribute('href')
      if (!found || href === null) return
      const context = blockText(element)
      const start = context.length
      const passage = {
        text: context + found.raw,
        found: [{ ...found, start, end: start + found.raw.length }],
        around: firstText(element) ? textAround(firstText(element) as Text) : '',
      }
      queue.ask('page', passage, ([verdict]) => {
        if (verdict) judged.set(element, { href, verdict })
      })
    },
    of(link) {
      const known = judged.get(link)
      return known && known.href === link.getAttribute('href') ? known.verdict : undefined
    },
  }
}

function blockText(link: Element): string {
  const text = firstText(link)
  const flow = text && createFlowReader(createBoxReader())(text, 0)
  return flow ? flow.text.slice(0, contextUnits) + hardBreak : ''
}

function firstText(element: Element): Text | undefined {
  const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
  return node ? (node as Text) : undefined
}
