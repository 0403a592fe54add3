/** A closed shadow root in the top layer, near a place of the page. Its host exists only while it is open. */
import { cardPlace } from './card-place.ts'
import { createOwnHost } from './own-host.ts'

export interface IslandOptions {
  /** The place it belongs to, in viewport px; undefined once that place is gone. */
  anchor(): DOMRect | undefined
  /** Near which node: a modal dialog makes everything outside itself inert. */
  near: Node
  css: string
  /** Fills the root. Returns the way to empty it. */
  mount(root: ShadowRoot): () => void
  onClose(): void
  /** It had the focus when it closed, and nothing of this frame had it before. */
  onFocusLeft(): void
  signal: AbortSignal
}

export interface Island {
  close(): void
}

export function openIsland({ anchor, near, css, mount, onClose, onFocusLeft, signal }: IslandOptions): Island {
  const open = new AbortController()
  const host = createOwnHost(document, hostStyles)
  const root = host.attachShadow({ mode: 'closed' })
  const before = deepActiveElement()
  style(root, css)
  homeOf(near).append(host)
  showOnTop(host)
  const unmount = mount(root)
  const place = (): void => placeNear(host, anchor())
  place()
  keepInPlace(host, place, open.signal)
  closeOn(host, close, open.signal)
  containKeys(host)
  signal.addEventListener('abort', close, { signal: open.signal })

  function close(): void {
    if (open.signal.aborted) return
    const hadFocus = document.activeElement === host || document.activeElement === document.body
    open.abort()
    unmount()
    host.remove()
    if (hadFocus && before?.isConnected) before.focus({ preventScroll: true })
    else if (hadFocus && !before) onFocusLeft()
    onClose()
  }

  return { close }
}

const hostStyles = {
  display: 'block',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  width: 'max-content',
  height: 'max-content',
  overflow: 'visible',
  'font-size': 'medium',
  background: 'transparent',
  'z-index': '2147483647',
}

/** Constructed sheets are outside the page's CSP. Firefox refuses them across its wrapper: there, a `<style>`. */
function style(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const element = document.createElement('style')
    element.textContent = css
    root.append(element)
  }
}

function homeOf(near: Node): Element {
  const element = near instanceof Element ? near : near.parentElement
  return element?.closest('dialog:modal') ?? document.documentElement
}

function showOnTop(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function') return
  host.popover = 'manual'
  host.showPopover()
}

function placeNear(host: HTMLElement, anchor: DOMRect | undefined): void {
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight }
  const { left, top } = cardPlace(host.getBoundingClientRect(), view, anchor)
  host.style.setProperty('top', `${top}px`, 'important')
  host.style.setProperty('left', `${left}px`, 'important')
}

function keepInPlace(host: HTMLElement, place: () => void, signal: AbortSignal): void {
  let frame = 0
  const later = (): void => {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      if (!signal.aborted) place()
    })
  }
  for (const event of ['scroll', 'resize']) {
    window.addEventListener(event, later, { capture: true, passive: true, signal })
  }
  const resized = new ResizeObserver(later)
  resized.observe(host)
  signal.addEventListener('abort', () => resized.disconnect())
}

function closeOn(host: HTMLElement, close: () => void, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopImmediatePropagation()
    close()
  }
  window.addEventListener('keydown', onKey, { capture: true, signal })
  window.addEventListener('beforeprint', close, { signal })
  const onPress = (event: Event): void => {
    if (event.target !== host) close()
  }
  window.addEventListener('pointerdown', onPress, { capture: true, signal })
}

/** What is pressed in the card is not the page's business (its shortcuts, its outside-click handlers). */
function containKeys(host: HTMLElement): void {
  const events = ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'mousedown', 'mouseup', 'focusin', 'focusout']
  for (const event of events) host.addEventListener(event, (inner) => inner.stopPropagation())
}

/** What has the focus in this frame, through open shadow roots; undefined for none and for what stands in a frame within. */
export function deepActiveElement(): HTMLElement | undefined {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && active !== document.body ? active : undefined
}
