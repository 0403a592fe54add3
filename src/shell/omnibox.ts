/** The address-bar keyword: the verdict while typing, the whole answer on Enter. */
import { browser } from 'wxt/browser'
import { showInPopup } from './handed-text.ts'

/** Listens; call synchronously at start. `describe` gives one plain line for what was typed so far. */
export function serveOmnibox(describe: (typed: string) => Promise<string>): void {
  const show = async (typed: string): Promise<void> =>
    browser.omnibox.setDefaultSuggestion({ description: plain(await describe(typed)) })
  browser.omnibox.onInputStarted.addListener(() => void show(''))
  browser.omnibox.onInputChanged.addListener((typed) => void show(typed))
  browser.omnibox.onInputEntered.addListener((typed) => void showInPopup(typed))
}

/** Chromium reads descriptions as XML and refuses what is not; Firefox shows them as they are, so nothing is escaped. */
function plain(line: string): string {
  return line.replace(/[<>&"']/g, ' ')
}
