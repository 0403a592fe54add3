/** A cheap look: may a number stand in a conversation? A wrong yes costs one script, a wrong no the reading of messages. */
import { hasComposer } from './composer.ts'
import { parentOf } from './tree.ts'
import type { ViewPage } from './view.ts'

/** Names of places and of pages. */
const names = /message|msg|chat|sms|bubble|conversation|dialog|thread|\bim\b|inbox/i
const titles = /短信|消息|信息|会话|聊天|收件箱|sms|messag|chat|inbox|conversation/i
const addresses = /sms|messag|chat|inbox|conversation/i
/** Signature, sender id, and what only messages say; in lower case, which is faster than ignoring it. */
const words = /[【［]|106\d{5}|验证码|校验码|动态码|退订|拒收请回复|one-time|verification code|passcode|\botp\b/
const levels = 14
/** Elements above a number whose text is looked at, and the most text of one, UTF-16 units. */
const nearLevels = 3
const nearUnits = 600
const nearNodes = 24
/** How long a no of the whole page is believed, ms. */
const rememberMs = 1000

/** Asked for every number of a page until it says yes. */
export function createMessageHint({ document, location }: Omit<ViewPage, 'shadowOf'>): (node: Text) => boolean {
  let lookedAt = Number.NEGATIVE_INFINITY
  /** Elements without such a name, themselves and above, as they were when the page was looked at. */
  let plain = new WeakSet<Element>()

  function pageSays(): boolean {
    const now = performance.now()
    if (now - lookedAt < rememberMs) return false
    lookedAt = now
    plain = new WeakSet()
    return (
      titles.test(document.title) || addresses.test(`${location.hostname}${location.pathname}`) || hasComposer(document)
    )
  }

  return (node: Text): boolean => isNamed(node, plain) || isWorded(node) || pageSays()
}

function isNamed(node: Text, plain: WeakSet<Element>): boolean {
  const looked: Element[] = []
  let at = parentOf(node)
  for (let level = 0; at && level < levels && !plain.has(at); level++, at = parentOf(at)) {
    if (at.getAttribute('role') === 'log' || names.test(at.getAttribute('class') ?? '') || isNamedTag(at)) return true
    looked.push(at)
  }
  for (const element of looked) plain.add(element)
  return false
}

function isNamedTag({ localName }: Element): boolean {
  return localName.includes('-') && names.test(localName)
}

/** Looks at the largest text around that is still small, or else the node's own. */
function isWorded(node: Text): boolean {
  let near = node.data
  let at = parentOf(node)
  for (let level = 0; at && level < nearLevels && at.childNodes.length <= nearNodes; level++, at = parentOf(at)) {
    const text = at.textContent
    if (text.length > nearUnits) break
    near = text
  }
  return words.test(near.slice(0, nearUnits).toLowerCase())
}
