/** Does the page have a field to write a message into? */

const editors = '[contenteditable]:not([contenteditable="false" i])'
const textboxes = '[role="textbox"]'
const hints = /短信|消息|信息|讯息|回复|发送|输入|message|reply|send|text|type/i
const otherHints = /搜索|搜一搜|查询|查找|关键|验证|登录|search|find|keyword|captcha|login/i
/** What is written there goes under an article, a product, a question: to everybody, not to a sender. */
const publicHints =
  /评论|评价|点评|跟帖|回帖|回答|留言|意见|反馈|分享|新鲜事|comment|review|answer|feedback|on your mind|happening/i

/** Four plain queries take half the time of one with all selectors (1.7 against 3.8 ms on a page of 1 MB). */
export function hasComposer(document: Document): boolean {
  return (
    some(document.getElementsByTagName('textarea'), isComposer) ||
    some(document.getElementsByTagName('input'), (input) => isText(input) && isComposer(input)) ||
    some(document.querySelectorAll(editors), isComposer) ||
    some(document.querySelectorAll(textboxes), isComposer)
  )
}

function some<E extends Element>(elements: ArrayLike<E>, test: (element: E) => boolean): boolean {
  return Array.prototype.some.call(elements, test)
}

function isText(input: Element): boolean {
  return (input.getAttribute('type') || 'text').toLowerCase() === 'text'
}

function isComposer(field: Element): boolean {
  const hint = hintOf(field)
  return !publicHints.test(hint) && (field.localName !== 'input' || isForMessages(hint))
}

function hintOf(field: Element): string {
  return ['placeholder', 'data-placeholder', 'aria-label', 'name']
    .map((name) => field.getAttribute(name) ?? '')
    .join(' ')
}

/** A line to write into says what for; most lines are for searching. */
function isForMessages(hint: string): boolean {
  return hints.test(hint) && !otherHints.test(hint)
}
