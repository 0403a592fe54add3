/** Copies of messages outside the conversation: notifications, snippets of a list, drafts of a reply. */
import { hasWord, parentOf } from './tree.ts'

const toastWords: ReadonlySet<string> = new Set([
  'toast',
  'toasts',
  'snackbar',
  'notification',
  'notifications',
  'notify',
  'notice',
  'growl',
])
const toastRoles: ReadonlySet<string> = new Set(['alert', 'status', 'alertdialog'])

/** A shorter text may stand in a message by chance. */
const shortestCopy = 8

/** True inside a notification: by role or by name. */
export function isInToast(node: Node): boolean {
  for (let at = node instanceof Element ? node : parentOf(node); at; at = parentOf(at)) {
    if (toastRoles.has(at.getAttribute('role') ?? '') || hasWord(at, toastWords)) return true
  }
  return false
}

/** True when `text` repeats one of the messages, whole, cut short, or with something around it. */
export function isCopy(text: string, messages: Iterable<string>): boolean {
  const copy = comparable(text)
  if (copy.length < shortestCopy) return false
  for (const message of messages) {
    const body = comparable(message)
    if (body.includes(copy) || (body.length >= shortestCopy && copy.includes(body))) return true
  }
  return false
}

function comparable(text: string): string {
  return text.replace(/\s+/g, '').replace(/(…|\.{3})$/, '')
}
