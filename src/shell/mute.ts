/** What a card's “mute” changes: one number everywhere, or the site that the card stands on. */
import type { Browser } from 'wxt/browser'
import type { BackgroundProtocol } from '../protocol.ts'
import { changeSettingsIn } from './private-choices.ts'

type Sender = Browser.runtime.MessageSender

/** Kept of each list, the newest: a page's compromised process could send any number of them. */
const most = 1000

/** Rejects for a site that the sender is not on: a page speaks for itself only. `inPrivate`: of the sender's window. */
export async function mute(
  body: BackgroundProtocol['mute']['body'],
  sender: Sender,
  inPrivate: boolean,
): Promise<void> {
  if ('canonical' in body) {
    const { canonical } = body
    await changeSettingsIn(inPrivate, (settings) => ({ ...settings, muted: added(settings.muted, canonical) }))
    return
  }
  const { host } = body
  if (!hostsOf(sender).includes(host)) throw new Error('a page may pause its own site only')
  await changeSettingsIn(inPrivate, (settings) => ({ ...settings, pausedSites: added(settings.pausedSites, host) }))
}

function added(list: readonly string[], entry: string): string[] {
  return [...new Set([...list, entry])].slice(-most)
}

/** Of the frame, of who made it (`srcdoc`, `about:blank`), and of the page. */
function hostsOf({ url, origin, tab }: Sender): string[] {
  return [url, origin, tab?.url].flatMap((address) =>
    address !== undefined && URL.canParse(address) ? new URL(address).hostname : [],
  )
}
