/** The one browser launcher: inspect, demo, screenshots and the end-to-end tests open Chromium and Firefox through it. */
import type { PageMarks } from '../protocol.ts'
import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import type { OrganisationPolicy } from './organisation-policy.ts'
import type { Site } from './site.ts'

export type BrowserName = 'chromium' | 'firefox'

export interface LaunchOptions {
  /** Folder of the unpacked extension; absent: a control run without it. */
  extension?: string
  /** What answers the pages' requests. */
  site: Site
  /** Pages get from the network what the site does not serve; else they get 404. */
  network?: boolean
  /** Chromium only: the extension may reach addresses that begin so; whatever else it asks for is stopped. */
  registry?: string
  headed?: boolean
  colourScheme?: 'light' | 'dark'
  /** Language of the browser's own interface, which the extension follows. */
  language?: 'zh-CN' | 'en-US'
  /** Pixels that the browser's setting “font size” says; its default is 16. */
  textSize?: number
  forcedColours?: boolean
  reducedMotion?: boolean
  /** CSS pixels. */
  viewport?: { width: number; height: number }
  /** Folder of a profile that outlives the browser (in Firefox the extension is installed there for good); absent: a new one each time. */
  profile?: string
  /** The person has allowed the extension in private windows; Firefox wants a new `profile` for it. */
  inPrivate?: boolean
  /** Folder for what pages save. */
  downloads?: string
  /** What an organisation sets for the extension (managed storage). Chromium: only where `maySetPolicy`. */
  policy?: OrganisationPolicy
  /** Chromium only: pages are kept for “back”, as in a browser that nobody drives (Firefox always does). */
  backForwardCache?: boolean
  /** Firefox only: milliseconds without work after which the background page is unloaded (its default is 30,000). */
  backgroundIdleMs?: number
}

export interface LaunchedBrowser {
  name: BrowserName
  /** Opens the address in a tab of its own and waits for `load`. `apart`: with empty cookies and storage. `inPrivate`: in a private window. */
  open(address: string, options?: { apart?: boolean; inPrivate?: boolean }): Promise<Tab>
  /**
   * Opens a page of the extension (`popup.html`) in a tab. `about`: the tab that is in front meanwhile, as it is when
   * the person opens the popup over it.
   */
  openOwn(
    path: string,
    options?: { about?: Tab; viewport?: { width: number; height: number }; inPrivate?: boolean },
  ): Promise<Tab>
  /** Takes the extension's access to all sites away, as a person does in the browser's settings of the extension. */
  narrowAccess(): Promise<void>
  /** Addresses that the extension itself asked for since the launch, blocked ones included, in order. */
  extensionRequests(): string[]
  /** Ends the extension's background (service worker or event page) as the browser does when it is idle. */
  stopBackground(): Promise<void>
  /** Runs a self-contained function in a page of the extension, which has its interfaces. */
  runInDesk<T>(work: (argument: string) => T | Promise<T>, argument?: string): Promise<T>
  /** Chromium only: ends the extension and starts it again beneath its open tabs, as an update does (`developerProfile`). */
  reloadExtension(): Promise<void>
  /** The tab is closed with the person's last one: for a headed browser, resolves when the window is gone. */
  closed: Promise<void>
  close(): Promise<void>
}

export interface Tab {
  /** Runs a self-contained function in the page (main world). */
  evaluate<T>(work: (argument: string) => T | Promise<T>, argument?: string): Promise<T>
  /** Runs a self-contained function beside the content script of the top frame, which may look into closed shadow roots. */
  evaluateIsolated<T>(work: (argument: string) => T, argument?: string): Promise<T>
  /** Serialised DOM of every frame with open shadow roots, in document order. */
  serialise(): Promise<string>
  /** What the content script of each frame says; frames where none answers have no `answer`. */
  frameMarks(): Promise<FrameMarks[]>
  /** Addresses that the page and its frames asked for, in order. */
  requests(): string[]
  /**
   * What went wrong in the page and its frames, content scripts included, in order: uncaught errors, unhandled
   * rejections, errors on the console.
   */
  errors(): string[]
  screenshot(file: string, options?: { fullPage?: boolean }): Promise<void>
  /** The page as it prints on A4. */
  pdf(): Promise<Uint8Array>
  /** CSS pixels. */
  resize(size: { width: number; height: number }): Promise<void>
  /** A real mouse click, CSS pixels of the viewport. */
  click(x: number, y: number): Promise<void>
  /** A key as KeyboardEvent.key names it, with modifiers held before it: `Shift+Tab`. */
  press(key: string): Promise<void>
  /** Types into what has the focus. */
  type(text: string): Promise<void>
  toFront(): Promise<void>
  /** Presses the extension's toolbar button over this tab: the browser then lets it into this page (`activeTab`). */
  pressAction(): Promise<void>
  close(): Promise<void>
}

export interface FrameMarks {
  /** Indexes into `window.frames` from the top window down; empty for the top frame. */
  path: number[]
  answer?: PageMarks
}

export function launchBrowser(name: BrowserName, options: LaunchOptions): Promise<LaunchedBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options)
}
