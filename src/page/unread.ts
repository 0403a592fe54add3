/** What is never read: code, form fields, editors. Text typed by the person is not ours to look at. */

/** Elements whose text is no page text, or is the person's own. Lower-case local names. */
export const unreadTags: ReadonlySet<string> = new Set(
  (
    'script style noscript template textarea input select option datalist iframe object canvas audio video ' +
    'head title'
  ).split(' '),
)

const editors =
  '[contenteditable]:not([contenteditable="false" i]),[role="textbox"],' +
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor'

/** Cheap test by name, for the walk over every element. */
export function isUnreadTag(element: Element): boolean {
  return unreadTags.has(element.localName)
}

/** True when `element` or an ancestor, through shadow roots, is unread or an editor. */
export function isUnread(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on') return true
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    if (at.closest(unreadSelector)) return true
  }
  return false
}

const unreadSelector = `${[...unreadTags]},${editors}`

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : undefined
}
