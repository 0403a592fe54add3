/** Self-contained functions that the launcher sends into pages: they may use nothing of this module's scope. */
import type { PageMarks, PageProtocol, Reply } from '../protocol.ts'
import type { FrameMarks } from './browser.ts'

export interface FrameDom {
  path: number[]
  html: string
}

/** Serialises this frame's DOM, open shadow roots and template contents included, attribute order kept. */
export function serialiseFrame(): FrameDom {
  const path: number[] = []
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
    let index = 0
    while (index < frame.parent.length && frame.parent[index] !== frame) index += 1
    path.unshift(index)
  }
  const parts: string[] = []
  const walk = (node: Node): void => {
    if (node instanceof Element) {
      const attributes = [...node.attributes].map((item) => ` ${item.name}=${JSON.stringify(item.value)}`)
      parts.push(`<${node.namespaceURI ?? ''}|${node.tagName}${attributes.join('')}>`)
      if (node.shadowRoot) parts.push(`#shadow-root(${node.shadowRoot.adoptedStyleSheets.length} sheets)`)
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child)
      if (node.shadowRoot) parts.push('#/shadow-root')
      if (node instanceof HTMLTemplateElement) for (const child of node.content.childNodes) walk(child)
    } else {
      parts.push(`#${node.nodeType}${JSON.stringify(node.nodeValue ?? node.nodeName)}`)
    }
    for (const child of node.childNodes) walk(child)
    if (node instanceof Element) parts.push('</>')
  }
  for (const child of document.childNodes) walk(child)
  return { path, html: parts.join('\n') }
}

interface ExtensionApi {
  tabs: {
    query(filter: object): Promise<{ id?: number; url?: string; pendingUrl?: string }[]>
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>
  }
  scripting: {
    executeScript(injection: object): Promise<{ frameId: number; result?: unknown }[]>
  }
  extension: { getBackgroundPage(): unknown }
}

declare const chrome: ExtensionApi
declare const browser: ExtensionApi | undefined

/** In a page of the extension: the ids of all tabs but those with a page of its own, which it may open by itself. */
export async function tabIds(): Promise<number[]> {
  const api = typeof browser === 'undefined' ? chrome : browser
  const tabs = await api.tabs.query({})
  return tabs.flatMap(({ id, url, pendingUrl }) =>
    id === undefined || (pendingUrl ?? url ?? '').startsWith(location.origin) ? [] : id,
  )
}

/** In a page of the extension, Firefox: whether the background page is loaded. */
export function backgroundIsLoaded(): boolean {
  return typeof browser !== 'undefined' && browser.extension.getBackgroundPage() !== null
}

/** In a page of the extension: asks the content script of every frame of the tab for its marks. */
export async function askFrames(tab: number): Promise<FrameMarks[]> {
  const api = typeof browser === 'undefined' ? chrome : browser
  const locate = (): number[] => {
    const path: number[] = []
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
      let index = 0
      while (index < frame.parent.length && frame.parent[index] !== frame) index += 1
      path.unshift(index)
    }
    return path
  }
  const frames = await api.scripting.executeScript({ target: { tabId: tab, allFrames: true }, func: locate })
  const message: { name: keyof PageProtocol; body: null } = { name: 'pageMarks', body: null }
  return Promise.all(
    frames.map(async ({ frameId, result }) => {
      const path = result as number[]
      try {
        const reply = (await api.tabs.sendMessage(tab, message, { frameId })) as Reply<PageMarks> | undefined
        return reply?.ok ? { path, answer: reply.value } : { path }
      } catch {
        return { path } // no content script listens in this frame (yet)
      }
    }),
  )
}

/** In a web page: where the text stands, CSS pixels of the viewport. */
export function middleOfText(text: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.nodeValue?.indexOf(text) ?? -1
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + text.length)
    const box = range.getBoundingClientRect()
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  throw new Error(`${text} is not on the page`)
}

/** Source of a call that runs `work` in the isolated world of the tab's top frame; a page of the extension evaluates it. */
export function isolatedCall(tab: number, work: (argument: string) => unknown, argument: string): string {
  return `(typeof browser === 'undefined' ? chrome : browser).scripting
    .executeScript({ target: { tabId: ${tab} }, args: [${JSON.stringify(argument)}], func: ${work} }).then(([{ result }]) => result)`
}
